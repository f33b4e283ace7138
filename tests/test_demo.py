"""Bots play the example on a real server: what comes out of it is what the example says."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from types import SimpleNamespace

import pytest
import requests
from people import PATIENCE_S, ROOT, Screen, wait_for

from workshop import demo
from workshop.cli import main


class Play:
    """`python -m workshop demo` in a process of its own."""

    def __init__(self, folder, *more):
        self.data, self.out = folder / "data", folder / "out"
        words = ["--host", "127.0.0.1", "--data", str(self.data), *more]
        with self.out.open("w") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "workshop", "demo", *words],
                cwd=ROOT,
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    def said(self):
        return self.out.read_text(encoding="utf-8")

    def says(self, *words):
        def so():
            assert self.process.poll() is None, self.said()
            return all(word in self.said() for word in words)

        wait_for(so, f"{words}, it said:\n{self.said()}")

    def links(self):
        """{desk: (address, code, ticket), projector: …}"""
        found = re.findall(r"(http://[\d.:]+)/(desk|projector)/(\d+)#(\S+)", self.said())
        return {page: (url, code, ticket) for url, page, code, ticket in found}

    def ctrl_c(self):
        self.process.send_signal(signal.SIGINT)

    def ends(self):
        self.ctrl_c()
        assert self.process.wait(timeout=PATIENCE_S) == 0
        assert "Traceback" not in self.said()


@pytest.fixture
def play(tmp_path):
    made = []

    def play(*more):
        made.append(Play(tmp_path, *more))
        return made[-1]

    yield play
    for one in made:
        if one.process.poll() is None:
            one.process.terminate()
            one.process.wait(timeout=PATIENCE_S)


def example(language):
    return json.loads(demo.EXAMPLES[language].read_text(encoding="utf-8"))


def exported(played, to):
    _url, code, _ticket = played.links()["desk"]
    assert main(["export", code, "-o", str(to), "--data", str(played.data)]) == 0
    return json.loads(to.read_text(encoding="utf-8").replace('"demo-', '"'))


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_play_ends_in_the_very_document_that_it_plays(play, tmp_path, language):
    played = play("--language", language, "--pace", "10000")
    played.says(f"--data {played.data}", "PPTX")
    assert exported(played, tmp_path / "out.json") == example(language)
    played.ends()


def test_with_two_people_nothing_that_was_said_is_lost(play, tmp_path):
    played = play("--language", "en", "--pace", "10000", "--people", "2")
    played.says(f"--data {played.data}")
    found, wanted = exported(played, tmp_path / "out.json"), example("en")
    for hat, board in wanted["boards"].items():
        board["synthesis"]["agreeing"] = 2 - len(board["synthesis"].get("remarks", []))
        assert found["boards"][hat] == board
    played.ends()


def test_ctrl_c_in_the_middle_leaves_the_workshop_to_the_facilitator(play):
    played = play("--language", "en", "--people", "2", "--pace", "5")
    played.says("White hat: everybody writes")
    played.ctrl_c()
    played.says("the workshop is yours")
    desk = desk_of(played)
    *_, green, last = sorted(desk.all("round"), key=lambda row: row["position"])
    assert (green["state"], last["state"]) == ("waiting", "waiting")
    desk.does("open_round", id=green["id"])
    desk.close()
    played.ends()
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{desk.workshop.server.url}/healthz", timeout=PATIENCE_S)


@pytest.mark.parametrize("sign", ["SIGTERM", "SIGHUP"])
def test_who_is_told_to_end_or_loses_the_terminal_leaves_no_server_behind(play, sign):
    played = play("--language", "en", "--people", "1")
    played.says("Open the projector and the desk")
    played.process.send_signal(getattr(signal, sign))
    assert played.process.wait(timeout=PATIENCE_S) == 0
    assert "Traceback" not in played.said()
    assert not is_there(server_of(played))


def test_ctrl_c_while_the_server_starts_leaves_none_behind(play):
    played = play("--language", "en", "--people", "1")
    wait_for(lambda: server_of(played), "the server's process id")
    while played.process.poll() is None:  # twice, where it has come to the bots by now
        played.ctrl_c()
        with contextlib.suppress(subprocess.TimeoutExpired):
            played.process.wait(timeout=3)
    assert "Traceback" not in played.said()
    assert not is_there(server_of(played))


def server_of(played):
    """The process id of its server; 0 for none yet."""
    file = played.data / "pid"
    return int(file.read_text() or 0) if file.exists() else 0


def is_there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one loopback address")
def test_it_plays_at_whatever_address_it_is_told_to_listen_on(play):
    played = play("--language", "en", "--people", "1", "--host", "127.0.0.2")
    played.says("Open the projector and the desk")
    url, code, _ticket = played.links()["desk"]
    assert url.startswith("http://127.0.0.2:")
    assert requests.get(f"{url}/desk/{code}", timeout=PATIENCE_S).ok


def test_a_facilitator_who_clicks_too_does_not_stop_the_play(play):
    played = play("--language", "en", "--people", "2", "--pace", "100")
    played.says("White hat: everybody writes")
    desk = desk_of(played)
    *_, green, _last = sorted(desk.all("round"), key=lambda row: row["position"])
    desk.does("open_round", id=green["id"])
    desk.does("name_theme", id="theme-of-my-own", hat="white", name="Mine")
    played.says(f"--data {played.data}")
    assert desk.row("theme", "theme-of-my-own")["name"] == "Mine"
    desk.close()
    played.ends()


def desk_of(played):
    """A facilitator's own desk, besides that of the bots."""
    url, code, ticket = played.links()["desk"]
    return Screen(SimpleNamespace(server=SimpleNamespace(url=url), code=code), ticket)


def test_a_port_that_is_taken_is_said_in_one_line(server, tmp_path):
    played = Play(tmp_path, "--port", str(server.port))
    assert played.process.wait(timeout=PATIENCE_S) == 2
    assert str(server.port) in played.said()
    assert len(played.said().splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    ["--people 0", "--people 61", "--pace 0", "--pace nan", "--pace 1e-300", "--port 70000"],
)
def test_what_makes_no_sense_is_refused_briefly(tmp_path, words):
    played = Play(tmp_path, *words.split())
    assert played.process.wait(timeout=PATIENCE_S) == 2
    assert "not " in played.said().splitlines()[-1]
    assert len(played.said()) < 1000


def test_both_examples_tell_the_same_workshop():
    english, finnish = example("en"), example("fi")

    def shape(value):
        if isinstance(value, dict):
            return {key: shape(one) for key, one in value.items()}
        if isinstance(value, list):
            return [shape(one) for one in value]
        return type(value)

    assert shape(english) == shape(finnish)
    for one, other in zip(*(doc["boards"].values() for doc in (english, finnish)), strict=True):
        assert [note["id"] for note in one["notes"]] == [note["id"] for note in other["notes"]]
