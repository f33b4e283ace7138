"""python -m workshop …: what can be done without a room.

Wrong use or input: exit code 2 and one clear line on stderr.
"""

import argparse
import sqlite3
import sys

from workshop import demo
from workshop.phrases import say
from workshop.rules import Refused

from . import bring, export, suggest, template, update

COMMANDS = (export, bring, suggest, template, update, demo)


def main(words: list[str] | None = None) -> int:
    """Run a command; return the exit code."""
    given = _parser().parse_args(words)
    try:
        return given.run(given)
    except Refused as refusal:
        values = {"where": "", "limit": "", **refusal.values}
        print(f"workshop: {say('en', f'refused.{refusal.code}', **values)}", file=sys.stderr)
    except (sqlite3.Error, RecursionError) as error:
        print(f"workshop: {error}", file=sys.stderr)
    except OSError as error:
        print(f"workshop: {error.filename or ''}: {error.strerror}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m workshop", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    return parser
