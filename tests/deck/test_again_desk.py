"""The desk takes an edited deck back."""

import json
from email import message_from_bytes

from facilitator import Facilitator

DOCUMENT = {
    "format": "hattupaja/1",
    "question": "How do we get more readers in?",
    "language": "en",
    "boards": {"green": {"notes": [{"id": "green-01", "text": "a boat library"}]}},
}


def opened(app):
    """(client, code, the desk's headers)"""
    client = app.test_client()
    made = client.post("/api/workshops", json=DOCUMENT).get_json()
    return client, made["code"], {"Authorization": f"Bearer {made['desk_ticket']}"}


def fields(answer):
    """The fields of a form that was answered: (report, file's name, file)."""
    head = f"Content-Type: {answer.content_type}\r\n\r\n".encode()
    report, file = message_from_bytes(head + answer.data).get_payload()
    return json.loads(report.get_payload()), file.get_filename(), file.get_payload(decode=True)


def test_an_edited_deck_comes_back_with_its_edits_and_a_report(app):
    client, code, desk = opened(app)
    blob = client.get(f"/api/workshops/{code}/export.pptx", headers=desk).data
    edited = Facilitator(blob)
    edited.says(0, 0, "A title of my own")
    answer = client.post(f"/api/workshops/{code}/update", data=edited.blob, headers=desk)
    report, name, file = fields(answer)
    assert answer.status_code == 200
    assert report["kept"] == [{"slide": 1, "title": "A title of my own"}]
    assert name.endswith(".pptx")
    assert Facilitator(file).titles()[0] == "A title of my own"


def test_only_the_desk_has_its_deck_updated(app):
    client, code, _ = opened(app)
    joined = client.post(f"/api/workshops/{code}/join").get_json()
    someone = {"Authorization": f"Bearer {joined['ticket']}"}
    assert client.post(f"/api/workshops/{code}/update", data=b"x").status_code == 401
    assert (
        client.post(f"/api/workshops/{code}/update", data=b"x", headers=someone).status_code == 403
    )


def test_a_deck_may_be_larger_than_anything_else_that_is_sent_here(app):
    client, code, desk = opened(app)
    large = b"x" * (5 << 20)
    answer = client.post(f"/api/workshops/{code}/update", data=large, headers=desk)
    assert (answer.status_code, answer.get_json()["error"]) == (422, "deck_type")
    assert client.post("/api/workshops", data=large, headers=desk).status_code == 413
    larger = b"x" * (26 << 20)
    answer = client.post(f"/api/workshops/{code}/update", data=larger, headers=desk)
    assert answer.status_code == 413
