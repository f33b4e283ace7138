"""What programs ask for; docs/protocol.md tells it to everybody."""

import io
from typing import Any

from flask import abort, current_app, jsonify, request, send_file

from workshop import exporting, rules, store
from workshop.actions import create_workshop
from workshop.audience import Audience
from workshop.gate import DECK_BYTES
from workshop.records import Row
from workshop.rules import Refused

from . import answers
from .asking import bearer, existing, join_as, json_body, network, participant, room, suggesting
from .blueprint import bp


@bp.post("/api/workshops")
def create_from_document() -> Any:
    return jsonify(create_workshop_and_links(json_body())), 201


@bp.post("/api/workshops/<int:code>/join")
def join_workshop(code: int) -> Any:
    """Become a participant, or the one that this browser already is."""
    workshop = existing(str(code))
    name = (json_body() if request.data else {}).get("name", "")
    me = participant(workshop) or join_as(workshop, name)
    network().reached(request.host)
    return jsonify(ticket=room().ticket(me), participant=me.id), 201


@bp.get("/api/workshops/<int:code>/rows")
def rows(code: int) -> Any:
    since = request.args.get("since", "0")
    frame = room().frame(bearer(code), rules.whole(since, 0), request.args.get("epoch"))
    return jsonify(frame)


@bp.get("/api/workshops/<int:code>/export.<ending>")
def export(code: int, ending: str) -> Any:
    """The workshop as a file. Made in a process of its own, so that the room never waits."""
    me = bearer(code, "desk")
    if ending not in exporting.ENDINGS:
        abort(404)
    blob = exporting.in_process(current_app.config["DATA"], me.workshop, ending)
    own = room().ask(store.workshop, me.workshop)
    return send_file(
        io.BytesIO(blob),
        mimetype=exporting.ENDINGS[ending],
        as_attachment=True,
        download_name=exporting.file_name(own, ending),
    )


@bp.post("/api/workshops/<int:code>/update")
def update(code: int) -> Any:
    """An edited deck, brought up to date: the file and what happened, as a form's two fields."""
    me = bearer(code, "desk")
    request.max_content_length = DECK_BYTES
    blob, report = exporting.update_in_process(
        current_app.config["DATA"], me.workshop, request.stream
    )
    own = room().ask(store.workshop, me.workshop)
    name = exporting.file_name(own, "pptx")
    return answers.form(report, name, exporting.ENDINGS["pptx"], blob)


@bp.get("/api/workshops/<int:code>/boards/<hat>/suggestions")
def suggestions(code: int, hat: str) -> Any:
    """An order, stacks and themes for notes, to be offered at the desk."""
    me = bearer(code, "desk")
    return jsonify(suggesting().suggest(me, rules.board(hat)))


@bp.get("/api/workshops/<int:code>/boards/<hat>/draft")
def draft(code: int, hat: str) -> Any:
    """A proposal for the board's synthesis, from its themes and notes."""
    me = bearer(code, "desk")
    return jsonify(statements=suggesting().draft(me, rules.board(hat)))


@bp.post("/api/workshops/<int:code>/boards/<hat>/draft")
def ask_for_draft(code: int, hat: str) -> Any:
    """The same, asked of a language model where one is configured: the notes are sent to it."""
    me = bearer(code, "desk")
    return jsonify(statements=suggesting().ask(me, rules.board(hat)))


@bp.get("/api/workshops/<int:code>/links")
def links(code: int) -> Any:
    me = bearer(code, "desk")
    return jsonify(links_of(me.workshop) | {"addresses": network().candidates()})


@bp.post("/api/workshops/<int:code>/links")
def choose_address(code: int) -> Any:
    """Choose which of the laptop's addresses phones are sent to."""
    bearer(code, "desk")
    if not network().choose(json_body().get("url")):
        raise Refused("bad_input")
    return links(code)


@bp.get("/healthz")
def health() -> Any:
    room().ask(store.codes)
    return jsonify(ok=True)


def create_workshop_and_links(document: object) -> Row:
    given = {"date": store.today(), **document} if isinstance(document, dict) else document
    made, _rev = room().perform(create_workshop, Audience("", "desk"), document=given)
    warnings = {"warnings": made["warnings"]} if made["warnings"] else {}
    return links_of(made["id"]) | warnings


def links_of(workshop: str) -> Row:
    """Where each page of a workshop is, and the tickets that open them."""
    own = room().ask(store.workshop, workshop)
    public = network().public
    here = public if public.endswith(f"://{request.host}") else request.host_url.rstrip("/")
    joining = {"code": workshop, "join_url": join_url(own["token"])}
    return joining | room().tickets.links(own, here)


def join_url(token: str) -> str:
    """In capitals: a QR code packs them tighter, and capital hosts are the same hosts."""
    url = f"{network().url()}/J/{token}"
    return url if "/" in network().host() else url.upper()
