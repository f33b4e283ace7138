"""What holds for the whole repository."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
VENDORED = ROOT / "static" / "vendor"
TEXT = {".py", ".js", ".mjs", ".css", ".html", ".svg", ".json", ".md", ".toml", ".txt", ".yml", ""}


def tracked():
    # A checkout may belong to somebody else than the one who runs the tests, as in a container.
    git = ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard"]
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True)
    paths = [ROOT / name for name in listed.stdout.splitlines()]
    return [path for path in paths if path.suffix in TEXT and path.is_file()]


def ours(*folders, ending):
    found = [path for folder in folders for path in (ROOT / folder).rglob(f"*{ending}")]
    return [path for path in found if VENDORED not in path.parents]


def hits(pattern, paths):
    return [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in paths
        for match in re.finditer(pattern, path.read_text(encoding="utf-8"))
    ]


def without_comments(path):
    return re.sub(r"(?s:/\*.*?\*/)|(?:^|(?<=\s))//.*", "", path.read_text("utf-8"), flags=re.M)


def run(*words):
    done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def test_the_code_is_linted_and_formatted():
    for words in (["ruff", "check", "."], ["ruff", "format", "--check", "."]):
        code, said = run(*words)
        assert code == 0, said


def test_imports_run_down_the_layers():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_names_a_registry_or_a_path_of_a_machine():
    # Spelled in pieces, so that this file does not name them either.
    hosts = "|".join(["registry" + r"\.npmjs", "files" + r"\.pythonhosted", "pypi" + r"\.org"])
    folders = ("wor" + "k", "hom" + "e", "roo" + "t", "tm" + "p/bash[^/]*")
    paths = "|".join(f"(?<![\\w.])/{name}/" for name in folders)
    assert hits(f"{hosts}|{paths}", tracked()) == []


def test_pages_load_nothing_from_elsewhere():
    pages = ours("templates", ending="") + ours("static/app", ending=".js")
    pages += ours("static/style", ending=".css")
    pages = [path for path in pages if path.suffix in {".html", ".svg", ".js", ".css"}]
    assert hits(r"https?://(?!www\.w3\.org)[\w.]+|(?:src|href)=[\"']?//", pages) == []


def test_peoples_text_never_becomes_markup():
    scripts = ours("static/app", ending=".js")
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|unsafeHTML"
    assert hits(forbidden, scripts) == []
    templates = ours("templates", ending=".html")
    assert hits(r"\|\s*safe\b|\son\w+=|\sstyle=|<style", templates) == []
    assert hits(r"<script(?![^>]*(src=|application/json))", templates) == []
    assert hits(r"style=\$?[\"{]", scripts) == []


def test_pages_use_nothing_that_plain_http_lacks():
    secure = (
        r"crypto\??\.(?:randomUUID|subtle)\b|\bcaches\."
        r"|navigator\??\.(?:serviceWorker|clipboard|wakeLock|share|locks)\b"
    )
    scripts = ours("static/app", ending=".js")
    used = {path.name: re.findall(secure, without_comments(path)) for path in scripts}
    assert {name: found for name, found in used.items() if found} == {}


def flat(book, before=""):
    for key, value in book.items():
        if isinstance(value, dict):
            yield from flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


BOOKS = {path.stem: dict(flat(json.loads(path.read_text("utf-8"))))
         for path in (ROOT / "static" / "phrases").glob("*.json")}  # fmt: skip


def test_every_language_says_everything():
    assert {"fi", "en"} <= BOOKS.keys()
    for name, book in BOOKS.items():
        assert book.keys() == BOOKS["fi"].keys(), name
        assert all(book.values()), name


@pytest.mark.parametrize("name", sorted(BOOKS))
def test_phrases_fill_in_the_same_values_in_every_language(name):
    blanks = {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in BOOKS[name].items()}
    finnish = {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in BOOKS["fi"].items()}
    # "one" may say the number in words.
    differing = {key for key in blanks if blanks[key] != finnish[key] and not key.endswith(".one")}
    assert differing == set()


def test_every_phrase_asked_for_exists():
    known = BOOKS["fi"].keys() | {key.rsplit(".", 1)[0] for key in BOOKS["fi"]}
    # A key put together from pieces ends in a dot here, and is not looked up.
    asked = re.compile(r"""\bsay\((?:\w+,\s*)?["']([\w.]+\w)["']\s*[,)]""")
    paths = ours("templates", ending=".html") + ours("static/app", ending=".js")
    paths += [*ours("workshop", ending=".py"), ROOT / "run.py"]
    missing = {
        f"{path.relative_to(ROOT)}: {key}"
        for path in paths
        for key in asked.findall(path.read_text("utf-8"))
        if key not in known and "." in key
    }
    assert missing == set()


def test_every_refusal_has_a_sentence_and_is_documented():
    codes = set()
    for path in ours("workshop", ending=".py"):
        codes |= set(re.findall(r'Refused\(\s*"(\w+)"', path.read_text("utf-8")))
    assert len(codes) > 15
    protocol = (ROOT / "docs" / "protocol.md").read_text("utf-8")
    for code in codes:
        assert f"refused.{code}" in BOOKS["fi"], code
        assert f"`{code}`" in protocol, code


def test_the_protocol_documents_every_action_and_every_row():
    from workshop.actions import SPOKEN
    from workshop.records import KINDS

    text = (ROOT / "docs" / "protocol.md").read_text("utf-8")
    for name in [*SPOKEN, *KINDS]:
        assert f"`{name}`" in text, name
