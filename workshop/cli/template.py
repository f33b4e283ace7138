"""A template of somebody's is rebuilt, and tried."""

import argparse
import dataclasses
import sys
from pathlib import Path
from typing import Any

from workshop import deck, exporting
from workshop.phrases import say
from workshop.records import Row
from workshop.rules import Refused

from .given import answer, document_in

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "docs" / "example.json"  # what a template is tried with


def add_to(commands: Any) -> None:
    """Let the command line know `template`."""
    parser = commands.add_parser("template", help="rebuild a slide template, safe to draw on")
    parser.set_defaults(run=_run)
    parser.add_argument("file", type=Path, help="FILE: .pptx, .potx or .ppsx")
    parser.add_argument("-o", "--output", required=True, type=Path, help="FILE: .pptx")
    parser.add_argument("--no-trial", action="store_true", help="do not look what fits on it")


def _run(given: argparse.Namespace) -> int:
    from workshop.deck import foreign  # here, for no other command should wait for it
    from workshop.deck.foreign import child

    exporting.be_polite()
    child.bounded()
    try:
        if given.file.stat().st_size > foreign.limits.FILE:
            raise Refused("template_too_large")
        template = foreign.take(given.file.read_bytes())
    except MemoryError:
        answer({"refused": "template_too_large"})
        raise Refused("template_too_large") from None
    except Refused as refusal:
        answer({"refused": refusal.code})
        raise
    given.output.write_bytes(template.blob)
    said: Row = {
        "width": template.width,
        "height": template.height,
        "removed": template.removed,
        "roles": {name: dataclasses.asdict(role) for name, role in template.roles.items()},
    }
    if not given.no_trial:
        rows, _ = exporting.rows_of_document(document_in(EXAMPLE))
        said["misfits"] = deck.misfits(rows, template.blob, said)
        _say_what_differs(said["misfits"])
    answer(said)
    return 0


def _say_what_differs(misfits: list[Row]) -> None:
    lines = [deck.misfit(one, "en") for one in misfits] or [say("en", "misfit.none")]
    for line in lines:
        print(f"workshop: {line}", file=sys.stderr)
