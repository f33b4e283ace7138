"""What is true of every template that is taken in."""

import functools
import importlib.util
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from workshop.deck import foreign

LINT = Path(__file__).parent.parent.parent / "shared" / "checks" / "deck" / "pkglint.py"
AUDIT = OpenXmlValidator()


@functools.cache
def linter():
    """The package's own linter, where it is at hand."""
    if not LINT.exists():
        return lambda path: []
    given = importlib.util.spec_from_file_location("pkglint", LINT)
    module = importlib.util.module_from_spec(given)
    given.loader.exec_module(module)
    return module.lint


def faults(path):
    """What a validator of the schema and one of the package find."""
    found = [f"{error.description} {error.part_uri}" for error in AUDIT.validate(path).errors]
    return found + linter()(path)


def checked(blob, folder):
    """The template taken in, after all that is true of every one that is."""
    taken = foreign.take(blob)
    path = folder / "taken.pptx"
    path.write_bytes(taken.blob)
    assert faults(str(path)) == []
    presentation = Presentation(path)
    layouts = {one.part.partname.lstrip("/"): one for one in presentation.slide_layouts}
    assert len(presentation.slides) == 0
    assert presentation.slide_width / 12_700 == pytest.approx(taken.width)
    for role in taken.roles.values():
        there = {p.placeholder_format.idx for p in layouts[role.layout].placeholders}
        spots = [role.title, role.body, role.second, role.date, role.footer, role.number]
        assert {one.idx for one in spots if one and one.idx is not None} <= there
        assert all(1 <= one.size <= 200 and one.w > 0 and one.h > 0 for one in spots if one)
        if role.body and role.by != "name":  # ours ask the question above their title
            assert role.title.y <= role.body.y
        if role.second:
            assert role.body.area.shared(role.second.area) == 0
    return taken
