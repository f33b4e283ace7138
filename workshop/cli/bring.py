"""A document is stored as a workshop."""

import argparse
from pathlib import Path
from typing import Any

from workshop import data, store
from workshop.actions import create_workshop
from workshop.audience import Audience
from workshop.tickets import Tickets
from workshop.writer import Job, commit

from .given import add_data, document_in, warn


def add_to(commands: Any) -> None:
    """Let the command line know `import`."""
    parser = commands.add_parser("import", help="store a document as a workshop")
    parser.set_defaults(run=_run)
    parser.add_argument("file", type=Path)
    add_data(parser)


def _run(given: argparse.Namespace) -> int:
    path = data.make(given.data) / store.FILE
    store.prepare(path)
    db = store.connect(path, writing=True)
    job = Job(create_workshop, Audience("", "desk"), {"document": _dated(document_in(given.file))})
    commit(db, [job])
    db.close()
    if job.error:
        raise job.error
    warn(job.result["warnings"])
    links = Tickets(data.secret(given.data)).links(job.result, data.address(given.data))
    print(job.result["id"])
    print(links["desk_url"])
    return 0


def _dated(found: object) -> object:
    return {"date": store.today(), **found} if isinstance(found, dict) else found
