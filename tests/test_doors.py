"""Coming in: by code, by QR, by form, by program — and who is turned away."""

import base64
import json
import socket

import pytest
import requests

from workshop.network import Address, ranked


def visit(server, path, **more):
    return requests.get(server.url + path, timeout=20, **more)


def test_the_qr_leads_straight_to_the_composer_in_capitals_or_not(workshop):
    workshop.put_on("white")
    join = workshop.links["join_url"]
    assert join == join.upper(), "capitals make a smaller QR code"
    token = join.rsplit("/", 1)[1]
    for path in (f"/J/{token}", f"/j/{token.lower()}", f"/{workshop.code}"):
        page = visit(workshop.server, path)
        assert page.status_code == 200
        assert 'id="composer"' in page.text


def test_the_qr_is_black_on_white_with_its_quiet_zone(workshop):
    token = workshop.links["join_url"].rsplit("/", 1)[1]
    drawing = visit(workshop.server, f"/j/{token}.svg")
    assert drawing.headers["Content-Type"].startswith("image/svg+xml")
    assert "#fff" in drawing.text


def test_looking_at_the_page_makes_nobody_a_participant(workshop):
    visit(workshop.server, f"/{workshop.code}")
    workshop.desk.does("show", scene="themes")
    assert workshop.desk.all("participant") == []


def test_the_same_browser_is_the_same_person(workshop):
    browser = requests.Session()
    address = f"{workshop.server.url}/api/workshops/{workshop.code}/join"
    first, second = (browser.post(address, timeout=20).json() for _ in range(2))
    assert first["participant"] == second["participant"]
    other = requests.post(address, timeout=20).json()
    assert other["participant"] != first["participant"]


def test_one_question_and_one_click_make_a_workshop(server):
    answer = requests.post(
        f"{server.url}/new", data={"question": "What next?"}, timeout=20, allow_redirects=False
    )
    assert answer.status_code == 303
    assert "/desk/" in answer.headers["Location"]


def test_the_form_keeps_what_was_typed_when_something_is_missing(server):
    given = {"question": "  ", "title": "Kept title"}
    answer = requests.post(f"{server.url}/new", data=given, timeout=20)
    assert answer.status_code == 422
    assert "Kept title" in answer.text


def test_the_rounds_of_the_form_are_the_workshops(server):
    given = {
        "question": "Which?",
        "hat": ["blue", "green", "red"],
        "prompt": ["Why?", "What new?", "How does it feel?"],
        "minutes": ["2", "9", "1"],
        "language": "en",
    }
    answer = requests.post(f"{server.url}/new", data=given, timeout=20, allow_redirects=False)
    ticket = answer.headers["Location"].split("#")[1]
    code = answer.headers["Location"].split("#")[0].rsplit("/", 1)[1]
    rows = visit(
        server, f"/api/workshops/{code}/rows", headers={"Authorization": f"Bearer {ticket}"}
    ).json()["rows"]
    rounds = sorted((row for kind, _, row in rows if kind == "round"), key=lambda r: r["position"])
    assert [(r["hat"], r["prompt"], r["minutes"]) for r in rounds] == list(
        zip(given["hat"], given["prompt"], map(int, given["minutes"]), strict=True)
    )


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/000000", 404),
        ("/j/ABCDEFGH", 404),
        ("/api/workshops/000000/rows", 401),
        ("/nothing", 404),
    ],
)
def test_what_is_not_there_is_a_sentence_in_the_readers_language(server, path, status):
    for language, word in (("fi", "ei"), ("en", "no")):
        answer = visit(server, path, headers={"Accept-Language": language})
        assert answer.status_code == status
        text = answer.json()["message"] if path.startswith("/api") else answer.text
        assert word in text.lower()
        assert "Traceback" not in answer.text


@pytest.mark.parametrize("body", ["", "[", "[]", '"x"', '{"question": 5}', '{"boards": {}}'])
def test_a_document_that_cannot_be_read_is_refused_with_code_and_sentence(server, body):
    answer = requests.post(f"{server.url}/api/workshops", data=body, timeout=20)
    assert answer.status_code == 422
    assert answer.json().keys() == {"error", "message"}


@pytest.mark.parametrize("value", ["²", "-1", "9" * 30, "1e3", "x"])
def test_strange_numbers_break_nothing(workshop, value):
    ticket = {"Authorization": f"Bearer {workshop.links['desk_ticket']}"}
    path = f"/api/workshops/{workshop.code}/rows?since={value}"
    assert visit(workshop.server, path, headers=ticket).status_code == 200
    assert visit(workshop.server, f"/join?code={value}").status_code in (404, 429)
    form = {"text": "x", "round": workshop.round("white"), "begun": value}
    url = f"{workshop.server.url}/{workshop.code}/notes"
    assert requests.post(url, data=form, timeout=20).status_code == 422
    rounds = {"question": "?", "hat": "red", "prompt": "?", "minutes": value}
    assert requests.post(f"{workshop.server.url}/new", data=rounds, timeout=20).status_code == 422


def test_another_sites_page_can_neither_post_nor_listen(workshop):
    evil = {"Origin": "http://evil.example"}
    url = f"{workshop.server.url}/api/workshops"
    assert requests.post(url, json={"question": "?"}, headers=evil, timeout=20).status_code == 403
    assert handshake(workshop, "Origin: http://evil.example").startswith("HTTP/1.1 403")
    port = workshop.server.port
    assert " 101 " in handshake(workshop, f"Origin: http://127.0.0.1:{port}").splitlines()[0]


def test_the_socket_is_websocket_alone_and_never_compressed(workshop):
    polling = visit(workshop.server, "/socket.io/?EIO=4&transport=polling")
    assert polling.status_code == 400
    offered = handshake(workshop, "Sec-WebSocket-Extensions: permessage-deflate")
    assert " 101 " in offered.splitlines()[0]
    assert "permessage-deflate" not in offered


def handshake(workshop, *headers):
    port = workshop.server.port
    key = base64.b64encode(b"0123456789abcdef").decode()
    lines = [
        f"GET /socket.io/?EIO=4&transport=websocket&code={workshop.code} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
        *headers,
    ]
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        return line.recv(4096).decode(errors="replace")


def test_too_much_at_once_is_turned_away(server):
    answer = requests.post(f"{server.url}/api/workshops", data=b"x" * 5_000_000, timeout=20)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "event", ["connect", "disconnect", "message", "__class__", "create_workshop", "join", ""]
)
def test_events_that_are_no_action_change_nothing(workshop, event):
    phone = workshop.join()
    phone.socket._send_packet(  # the client library itself would not send reserved names
        phone.socket.packet_class(2, namespace="/", data=[event, {"fake": "auth"}], id=None)
    )
    phone.does("rename_me", name="Still here")
    assert len(workshop.desk.all("participant")) == 1


@pytest.mark.parametrize(
    "words",
    [{}, {"id": 5}, {"id": None}, {"id": ["x"]}, {"id": "round-01", "more": 1}, {"id": {"a": 1}}],
)
def test_malformed_actions_are_refused_and_the_connection_stays(workshop, words):
    answer = workshop.desk.asks("open_round", **words)
    assert answer["refused"] in ("bad_input", "bad_id", "not_found")
    assert workshop.desk.does("show", scene="themes")["ok"]


def test_a_ticket_of_somebodys_making_opens_nothing(workshop):
    body = base64.urlsafe_b64encode(json.dumps([workshop.code, "desk", "", 1]).encode()).decode()
    for ticket in ("", "x", body, f"{body}.x", workshop.links["desk_ticket"][:-2]):
        path = f"/api/workshops/{workshop.code}/rows"
        answer = visit(workshop.server, path, headers={"Authorization": f"Bearer {ticket}"})
        assert answer.status_code == 401


def test_a_participants_ticket_downloads_nothing(workshop):
    phone = workshop.join()
    path = f"/api/workshops/{workshop.code}/export.json"
    answer = visit(workshop.server, path, headers={"Authorization": f"Bearer {phone.ticket}"})
    assert (answer.status_code, answer.json()["error"]) == (403, "not_allowed")


def test_pages_are_guarded_and_static_files_may_be_kept(workshop):
    page = visit(workshop.server, f"/{workshop.code}")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Content-Encoding"] == "gzip"
    sheet = page.text.split('rel="stylesheet" href="')[1].split('"')[0]
    kept = visit(workshop.server, sheet)
    assert kept.status_code == 200
    assert "max-age=31536000" in kept.headers["Cache-Control"]


def test_phones_are_sent_to_the_network_that_they_share_with_the_laptop():
    found = [
        Address("172.17.0.1", "docker0"),
        Address("127.0.0.1", "lo"),
        Address("100.88.1.2", "tailscale0"),
        Address("169.254.7.7", "eth1"),
        Address("192.168.1.23", "wlan0"),
        Address("10.8.0.2", "tun0"),
    ]
    best = [one.name for one in ranked(found)]
    assert best[0] == "wlan0"
    assert "lo" not in best
    assert set(best[-3:]) == {"docker0", "tailscale0", "tun0"}


def test_the_desk_chooses_the_phones_address_among_the_laptops_own(workshop):
    url = f"{workshop.server.url}/api/workshops/{workshop.code}/links"
    desk = {"Authorization": f"Bearer {workshop.links['desk_ticket']}"}
    listed = requests.get(url, headers=desk, timeout=20).json()["addresses"]
    assert [one["chosen"] for one in listed].count(True) == 1
    wrong = requests.post(url, headers=desk, json={"url": "http://evil.example"}, timeout=20)
    assert wrong.status_code == 422
    right = requests.post(url, headers=desk, json={"url": listed[-1]["url"]}, timeout=20).json()
    assert right["join_url"].startswith(listed[-1]["url"].upper())
