"""What became of a deck that was brought up to date."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Report:
    """What happened, slide by slide: {slide (its number), title, …}."""

    updated: list[dict[str, Any]] = field(default_factory=list)
    added: list[dict[str, Any]] = field(default_factory=list)
    kept: list[dict[str, Any]] = field(default_factory=list)  # with edits of theirs
    own: list[dict[str, Any]] = field(default_factory=list)  # slides of their own making
    removed: list[dict[str, Any]] = field(default_factory=list)  # ours that say nothing any more
    deleted: list[dict[str, Any]] = field(default_factory=list)  # by them
    conflicts: list[dict[str, Any]] = field(default_factory=list)  # … and `what`
    left_out: dict[str, int] = field(default_factory=dict)  # of the file, as of a template
