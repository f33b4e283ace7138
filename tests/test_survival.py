"""Nothing that was acknowledged is lost, nothing is doubled: the server dies, phones go on."""

import subprocess
import sys
import threading

import pytest
import socketio
from people import ROOT, Server, wait_for

NOTES, WRITERS, KILLS = 40, 3, 3


@pytest.fixture(params=["eventlet", "threading"])
def mortal(request, tmp_path):
    server = Server(tmp_path / "data", request.param).start()
    yield server
    if server.process.poll() is None:
        server.stop()


class Phone(threading.Thread):
    """Writes notes as a phone's outbox does: each again and again until it is acknowledged."""

    def __init__(self, screen, name, round):
        super().__init__(daemon=True)
        self.screen, self.round = screen, round
        self.texts = [f"{name} thought {n}" for n in range(NOTES)]
        self.kept = 0

    def run(self):
        for n, text in enumerate(self.texts):
            while not self.try_to_post(f"{text.replace(' ', '-')}", text):
                threading.Event().wait(0.05)
            self.kept = n + 1

    def try_to_post(self, id, text):
        words = {"id": id, "round": self.round, "text": text}
        try:
            answer = self.screen.socket.call("post_note", words, timeout=2)
        except (socketio.exceptions.SocketIOError, OSError):
            return False
        assert answer.get("ok") or answer["refused"] == "try_again", answer
        return "ok" in answer


def test_a_server_killed_under_three_writing_phones_loses_and_doubles_nothing(mortal):
    workshop = mortal.workshop()
    screens = [workshop.join(name) for name in ("Aino", "Eino", "Impi")]
    workshop.put_on("white")
    round = workshop.round("white")
    phones = [Phone(screen, f"phone-{n}", round) for n, screen in enumerate(screens)]
    for phone in phones:
        phone.start()
    for kill in range(1, KILLS + 1):
        wanted = kill * NOTES * WRITERS // (KILLS + 1)
        wait_for(lambda w=wanted: sum(p.kept for p in phones) >= w, f"{wanted} notes")
        mortal.kill()
        mortal.start()
    for phone in phones:
        phone.join(timeout=60)
    assert [phone.kept for phone in phones] == [NOTES] * WRITERS

    written = sorted(text for phone in phones for text in phone.texts)
    workshop.reveal("white")
    for screen in workshop.screens:
        screen.until(lambda s=screen: sorted(s.notes()) == written, "all notes, each once")
    for screen, phone in zip(screens, phones, strict=True):
        screen.until(lambda s=screen, p=phone: own_notes(s) == sorted(p.texts), "my own notes")
    workshop.close()


def own_notes(screen):
    return sorted(row["text"] for row in screen.all("note") if row.get("mine"))


def test_after_a_restart_all_is_as_it_was_and_the_clock_stands(mortal):
    workshop = mortal.workshop()
    phone = workshop.join("Aino")
    workshop.put_on("white")
    phone.writes("kept", "white")
    before = dict(phone.rows)
    mortal.kill()
    mortal.start()
    phone.until(lambda: phone.row("round", workshop.round("white"))["remaining"] > 0, "the clock")
    round = phone.row("round", workshop.round("white"))
    assert round["state"] == "open"
    assert round["ends_at"] == 0
    assert 0 < round["remaining"] <= 5 * 60_000
    after = {key: row for key, row in phone.rows.items() if key[0] != "round"}
    assert after == {key: row for key, row in before.items() if key[0] != "round"}
    phone.does("rename_me", name="Still Aino")
    workshop.close()


def test_ctrl_c_ends_cleanly_even_in_the_middle_of_a_workshop(mortal):
    workshop = mortal.workshop(title="Half way")
    phone = workshop.join()
    workshop.put_on("white")
    phone.writes("last word", "white")
    assert mortal.stop() == 0
    assert "Traceback" not in mortal.said()
    mortal.start()
    assert f"/desk/{workshop.code}#" in mortal.said(), "the desk's link is told again"
    phone.does("rename_me", name="Back")
    workshop.close()


def test_a_second_server_on_the_same_port_or_data_says_so_and_exits(mortal, tmp_path):
    for words, sign in (
        (["--port", str(mortal.port), "--data", str(tmp_path / "other")], str(mortal.port)),
        (["--port", "0", "--data", str(mortal.data)], str(mortal.process.pid)),
    ):
        second = subprocess.run(
            [sys.executable, "run.py", "--host", "127.0.0.1", *words],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert second.returncode == 2
        assert sign in second.stderr
        assert "Traceback" not in second.stderr
    assert mortal.answers()
