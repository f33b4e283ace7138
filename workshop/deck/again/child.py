"""A deck brought up to date by a process of its own, whose memory and time have an end."""

import dataclasses
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workshop.boards import Rows
from workshop.deck.foreign import limits
from workshop.deck.foreign.child import bounded
from workshop.rules import Refused


def update(
    rows: Rows, path: Path, today: str, templates: Iterable[Path]
) -> tuple[bytes, dict[str, Any]]:
    """What update.update makes of the file, and its report as JSON has it.

    Bounds the memory and the time of this whole process. Raises Refused("deck_…").
    """
    from .update import update as updated  # here: only the process that works needs it

    bounded()
    try:
        if path.stat().st_size > limits.FILE:
            raise Refused("deck_too_large")
        blob, report = updated(rows, path.read_bytes(), today, templates)
    except MemoryError:
        raise Refused("deck_too_large") from None
    except Refused as refusal:
        raise Refused(refusal.code.replace("template_", "deck_"), **refusal.values) from None
    return blob, dataclasses.asdict(report)
