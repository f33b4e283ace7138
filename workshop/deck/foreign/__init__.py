"""A template of somebody else's, taken in: limits → allow-list → repair → roles.

The file itself is never opened by python-pptx and never handed on; what leaves is built anew.
"""

from collections import Counter
from dataclasses import dataclass

from workshop.rules import Refused

from . import rebuild, report
from .chain import chains
from .clean import cleaned
from .names import p
from .package import Package
from .roles import Role, roles, worth

__all__ = ["Role", "Template", "take"]


@dataclass(frozen=True)
class Template:
    """A template that may be kept and drawn on."""

    blob: bytes  # the rebuilt .pptx: no slide, one master; the same input gives the same bytes
    roles: dict[str, Role]
    width: float  # of a slide, in points
    height: float
    removed: dict[str, int]  # what did not come along: {code: how many}


def take(blob: bytes) -> Template:
    """The template in a .pptx, .potx or .ppsx. Raises Refused("template_…").

    Large or hostile files cost memory: call it in a process of its own, `python -m workshop
    template`, as `child.take` does.
    """
    package = Package(blob)
    given = package.xml(package.main)
    removed: Counter[str] = Counter()
    style = _part(given.find(p("defaultTextStyle")), removed)
    presentation, width, height = rebuild.presentation(given, style)
    best, found, most = None, {}, float("-inf")
    for chain in chains(package):
        its = roles(chain, style, width, height)
        value = worth(its, width * height)
        if its and value > most:
            best, found, most = chain, its, value
    if best is None:
        raise Refused("template_layouts")
    made = rebuild.written(best, presentation, _table_styles(package, removed))
    removed += best.removed + report.left_out(package, best.parts)
    return Template(made, found, width, height, dict(sorted((+removed).items())))


def _part(given, removed):
    return None if given is None else cleaned(given, lambda id: "", removed)


def _table_styles(package: Package, removed: Counter[str]):
    """The template's own table styles, so that a table looks as its organisation's do."""
    for kind, name in package.rels(package.main).values():
        if kind == "tableStyles" and name.lower() in package.names:
            return _part(package.xml(name), removed)
    return None
