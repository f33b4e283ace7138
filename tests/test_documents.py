"""Workshop documents in and out: the open format, and what a person gets in other forms."""

import contextlib
import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop import exporting, formats, rules
from workshop.rules import Refused

ROOT = Path(__file__).parent.parent
REAL = ROOT.parent / "shared" / "workshops"
needs_real = pytest.mark.skipif(not REAL.exists(), reason="the real workshops are not here")

FULL = {
    "format": "hattupaja/1",
    "title": "Library evening",
    "question": "How do we get more readers in?",
    "language": "en",
    "date": "2026-10-01",
    "organiser": "Town library",
    "sequence": [
        {"hat": "blue", "minutes": 3, "prompt": "Why are we here?"},
        {"hat": "white", "minutes": 5, "prompt": "What do we know?"},
        {"hat": "green", "minutes": 7, "prompt": "What could we try?", "at_once": True},
        {"hat": "white", "minutes": 2, "prompt": "What else?"},
    ],
    "boards": {
        "white": {
            "prompt": "What do we know?",
            "notes": [
                {"id": "w1", "text": "loans fell by a tenth", "theme": "t1"},
                {"id": "w2", "text": "=SUM(A1:A9)"},
            ],
            "themes": [{"id": "t1", "name": "Figures", "votes": 4}],
            "synthesis": {"text": "Fewer loans, more visits.", "notes": ["w1"]},
        },
        "green": {
            "prompt": "What could we try?",
            "notes": [{"id": "g1", "text": "a boat library", "marks": ["crazy"]}],
        },
    },
    "outcomes": [
        {"kind": "action", "text": "Ask the harbour", "owner": "Liisa", "due": "2026-12-01"},
        {"kind": "decision", "text": "Try it for a summer"},
    ],
}


def exported(document):
    rows, warnings = exporting.rows_of_document(document)
    return formats.document(rows), warnings


def test_export_import_export_gives_the_same_document():
    assert exported(FULL) == (FULL, [])


@needs_real
@pytest.mark.parametrize("language", ["fi", "en", "sv"])
def test_the_real_workshop_of_2013_comes_through_verbatim(language):
    real = json.loads((REAL / f"2013-{language}.json").read_text())
    once, warnings = exported(real)
    assert warnings == []
    assert exported(once)[0] == once
    for hat, board in real["boards"].items():
        written = [(note["id"], note["text"]) for note in board["notes"]]
        assert [(note["id"], note["text"]) for note in once["boards"][hat]["notes"]] == written
        assert once["boards"][hat]["prompt"] == board["prompt"]
        text = board.get("synthesis", {}).get("text")
        assert once["boards"][hat].get("synthesis", {}).get("text") == text
    assert sum(len(board["notes"]) for board in once["boards"].values()) == 185


def test_a_question_alone_is_a_workshop():
    document, _ = exported({"format": "hattupaja/1", "question": "What next?"})
    hats = [step["hat"] for step in document["sequence"]]
    assert hats == ["blue", "white", "red", "black", "yellow", "green", "blue"]


def test_every_board_of_a_document_gets_a_round():
    document, _ = exported(
        {"question": "?", "sequence": [{"hat": "blue"}], "boards": {"red": {"prompt": "Well?"}}}
    )
    assert [step["hat"] for step in document["sequence"]] == ["blue", "red"]
    assert document["boards"]["red"]["prompt"] == "Well?"


def test_the_same_id_on_two_boards_stays_two():
    notes = {
        "notes": [{"id": "n1", "text": "x", "theme": "t"}],
        "themes": [{"id": "t", "name": "T"}],
    }
    document, _ = exported({"question": "?", "boards": {"white": notes, "red": notes}})
    ids = [document["boards"][hat]["notes"][0]["id"] for hat in ("white", "red")]
    assert ids == ["n1", "red-n1"]
    assert document["boards"]["red"]["notes"][0]["theme"] == "red-t"
    assert exported(document)[0] == document


def test_unknown_keys_are_left_out_with_a_warning_that_names_them():
    strange = {**FULL, "colour": "pink", "boards": {"white": {"mood": 1, "notes": []}, "blue": {}}}
    document, warnings = exported(strange)
    assert sorted(warnings) == ["boards.blue", "boards.white.mood", "document.colour"]
    assert "colour" not in document


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        ({"format": "other/1"}, "bad_format", "format"),
        ({"question": ""}, "empty", "question"),
        ({"question": None}, "missing", "question"),
        ({"date": "tomorrow"}, "bad_date", "date"),
        ({"language": "Finnish"}, "bad_language", "language"),
        ({"boards": []}, "bad_document", "boards"),
        ({"boards": {"white": {"notes": {}}}}, "bad_document", "boards.white.notes"),
        ({"boards": {"white": {"notes": [{}]}}}, "missing", "boards.white.notes[0].text"),
        ({"boards": {"white": {"notes": [{"text": 5}]}}}, "bad_text", "boards.white.notes[0].text"),
        ({"sequence": [{"hat": "pink"}]}, "bad_hat", "sequence[0].hat"),
        ({"sequence": [{"hat": "red"}] * 2001}, "too_long", "sequence"),
        ({"sequence": [{"hat": "red", "minutes": -1}]}, "bad_number", "sequence[0].minutes"),
        (
            {"boards": {"red": {"notes": [{"text": "x", "theme": "none"}]}}},
            "not_found",
            "boards.red.notes[0].theme",
        ),
        (
            {"boards": {"red": {"notes": [{"id": "a", "text": "x"}, {"id": "a", "text": "y"}]}}},
            "twice",
            "boards.red.notes[1].id: a",
        ),
        ({"outcomes": [{"kind": "wish", "text": "x"}]}, "bad_input", "outcomes[0].kind"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(change, code, where):
    with pytest.raises(Refused) as refusal:
        formats.read({**FULL, **change})
    assert (refusal.value.code, refusal.value.values["where"]) == (code, where)


@given(st.recursive(st.none() | st.text() | st.integers(), lambda x: st.dictionaries(
    st.sampled_from(["question", "boards", "white", "notes", "text", "sequence", "hat"]), x
) | st.lists(x), max_leaves=12))  # fmt: skip
def test_anything_at_all_is_read_or_refused(given):
    with contextlib.suppress(Refused):
        formats.read(given)


@given(st.text(alphabet=st.characters(codec=None)))
def test_normalised_text_is_safe_everywhere_and_normalised_once(text):
    clean = rules.normalised(text)
    assert rules.normalised(clean) == clean
    clean.encode("utf-8")
    assert json.loads(json.dumps(clean)) == clean
    assert not set(clean) & {*map(chr, range(32))} - {"\n", "\t"}
    assert "\ufffe" not in clean
    assert "\u202e" not in clean


def table(document):
    rows, _ = exporting.rows_of_document(document)
    text = exporting.make(rows, "csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def text(document):
    rows, _ = exporting.rows_of_document(document)
    return exporting.make(rows, "md").decode()


def test_csv_opens_in_a_spreadsheet_without_calculating():
    one, other, third = table(FULL)
    assert (one["Hat"], one["Theme"], one["Theme's votes"]) == ("White hat", "Figures", "4")
    assert one["Note"] == "loans fell by a tenth"
    assert other["Note"] == "'=SUM(A1:A9)"
    assert (third["Note"], third["Marks"]) == ("a boat library", "crazy")


RIPE = {
    "question": "What next?",
    "language": "en",
    "boards": {
        "red": {
            "lens": "by -=how strong",
            "notes": [
                {"id": "n1", "text": "glad", "stack": "n1", "theme": "t2", "votes": 2},
                {"id": "n2", "text": "so glad", "stack": "n1", "theme": "t2", "votes": 1},
                {"id": "n3", "text": "afraid", "theme": "t1", "star": True},
                {"id": "n4", "text": "tired"},
            ],
            "themes": [
                {"id": "t1", "name": "Heavy", "votes": 1},
                {"id": "t2", "name": "Light", "votes": 5, "star": True},
            ],
            "synthesis": {
                "text": "We are glad. And afraid.",
                "statements": [
                    {"text": "We are glad.", "notes": ["n1", "n2"]},
                    {"text": "And afraid.", "notes": ["n3"]},
                ],
                "notes": ["n1", "n2", "n3"],
                "status": "checked",
                "agreeing": 4,
                "remarks": [
                    {"text": "some are *angry*", "state": "kept"},
                    {"text": "what of the tired?", "state": "open"},
                    {"text": "this was told", "state": "answered"},
                ],
            },
        }
    },
    "outcomes": [{"kind": "decision", "text": "Go on", "themes": ["t2"]}],
}


def test_csv_tells_votes_stars_stacks_and_what_the_synthesis_rests_on():
    rows = table(RIPE)
    told = [(row["No."], row["Note's votes"], row["Same as no."], row["Star"]) for row in rows]
    assert told == [("1", "2", "1", ""), ("2", "1", "1", ""), ("3", "", "", "x"), ("4", "", "", "")]
    assert [row["In the synthesis"] for row in rows] == ["x", "x", "x", ""]
    assert {row["Sorted by"] for row in rows} == {"by -=how strong"}
    assert [row["Theme"] for row in rows] == ["Light", "Light", "Heavy", ""]


@pytest.mark.parametrize("nasty", ["=1+1", "+1", "-1", "@A1", "\t=1", "＝1+1", ' "=1+1'])
def test_no_cell_of_a_table_calculates(nasty):
    board = {
        "lens": f"x{nasty}",
        "notes": [{"text": nasty, "theme": "t", "author": nasty}],
        "themes": [{"id": "t", "name": nasty}],
    }
    for row in table({"question": "?", "named": True, "boards": {"red": board}}):
        for cell in row.values():
            assert not cell.lstrip(' "').startswith(("=", "+", "-", "@", "\t", "＝"))


def test_markdown_tells_the_whole_workshop_and_formats_nothing_of_peoples():
    tricky = {**FULL, "boards": {"red": {"notes": [{"text": "# <b>*wow*</b>\nand more"}]}}}
    said = text(tricky)
    assert "- \\# \\<b\\>\\*wow\\*\\</b\\> and more" in said
    assert "# Library evening" in said
    assert "- Action: Ask the harbour (Liisa, 1 December 2026)" in said


def test_markdown_tells_no_agreement_with_a_text_that_has_changed():
    board = RIPE["boards"]["red"]
    changed = {**board, "synthesis": {**board["synthesis"], "status": "edited"}}
    assert "this is us" not in text({**RIPE, "boards": {"red": changed}})


def test_markdown_tells_votes_stacks_stars_agreement_and_remarks():
    said = text(RIPE)
    assert "- Decision: Go on ← Light" in said
    assert "**Synthesis:** We are glad. And afraid." in said
    assert "4 of 7: this is us" in said
    assert said.index("### Light ★ (2 notes, 5 votes)") < said.index("### Heavy (1 note, 1 vote)")
    assert "- glad (×2, 3 votes)\n  - so glad" in said
    assert "- afraid ★" in said
    assert "- some are \\*angry\\*" in said
    assert "- what of the tired?" in said
    assert "this was told" not in said
    assert "by -=how strong" in said


def command(*words, data=None):
    more = ["--data", str(data)] if data else []
    return subprocess.run(
        [sys.executable, "-m", "workshop", *map(str, words), *more],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize("ending", ["json", "csv", "md", "pptx", "html"])
def test_a_document_is_exported_from_the_command_line(tmp_path, ending):
    source, target = tmp_path / "in.json", tmp_path / f"out.{ending}"
    source.write_text(json.dumps(FULL))
    done = command("export", source, "-o", target)
    assert (done.returncode, done.stderr) == (0, "")
    assert target.stat().st_size > 100


def test_an_imported_document_is_a_stored_workshop_with_a_desk(tmp_path):
    source, target = tmp_path / "in.json", tmp_path / "out.json"
    source.write_text(json.dumps(FULL))
    done = command("import", source, data=tmp_path / "data")
    assert done.returncode == 0, done.stderr
    code, desk = done.stdout.split()
    assert f"/desk/{code}#" in desk
    assert command("export", code, "-o", target, data=tmp_path / "data").returncode == 0
    assert json.loads(target.read_text()) == FULL


@pytest.mark.parametrize(
    "words",
    [
        ["export", "nothing.json", "-o", "x.pptx"],
        ["export", "000000", "-o", "x.pptx"],
        ["export", "pyproject.toml", "-o", "x.pptx"],
        ["export", "pyproject.toml", "-o", "x.docx"],
        ["import", "README.md"],
        ["dance"],
    ],
)
def test_wrong_use_is_one_clear_line_and_exit_code_2(tmp_path, words):
    done = command(*words, **({} if words == ["dance"] else {"data": tmp_path}))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == (2 if words == ["dance"] else 1)
