"""The vendored files are the ones their README says they are."""

import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).parents[1] / "static" / "vendor"
README = (VENDOR / "README.md").read_text(encoding="utf-8")
SUMS = dict(re.findall(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", README, re.M))
SCRIPTS = {path.name: path for path in VENDOR.glob("*.js")}


def test_the_table_names_every_vendored_script_and_no_other():
    assert set(SUMS) == set(SCRIPTS)


def test_every_vendored_script_has_the_checksum_in_the_table():
    found = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in SCRIPTS.items()}
    assert found == SUMS


def test_every_licence_in_the_table_is_here():
    for licence in re.findall(r"\]\((licences/[^)]+)\)", README):
        assert (VENDOR / licence).stat().st_size > 1000


def test_no_vendored_script_asks_for_a_source_map():
    assert [
        n for n, path in SCRIPTS.items() if "sourceMappingURL=" in path.read_text("utf-8")
    ] == []
