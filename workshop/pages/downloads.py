"""A workshop as a file: at once, or ordered and fetched when it is there."""

import io
from pathlib import Path
from typing import Any

from flask import abort, current_app, jsonify, request, send_file

from workshop import exporting, store, updating
from workshop.gate import FILE_BYTES
from workshop.orders import Orders
from workshop.rules import Refused

from . import answers
from .asking import bearer, json_body, room
from .blueprint import bp
from .templates import shelf


@bp.get("/api/workshops/<int:code>/export.<ending>")
def export(code: int, ending: str) -> Any:
    """The workshop as a file. Made in a process of its own, so that the room never waits."""
    me = bearer(code, "desk")
    if ending not in exporting.ENDINGS:
        abort(404)
    parts = exporting.listed(request.args.get("parts", ""))
    what = exporting.wanted(ending, parts=parts, template=_template(request.args.get("template")))
    blob = exporting.in_process(current_app.config["DATA"], me.workshop, what)
    return _sent(io.BytesIO(blob), me.workshop, ending)


@bp.post("/api/workshops/<int:code>/exports")
def order(code: int) -> Any:
    """Order a file; it is made when its turn comes."""
    me = bearer(code, "desk")
    given = json_body()
    ending = given.get("format")
    files, parts = (given.get(name, []) for name in ("files", "parts"))
    if not isinstance(ending, str) or not isinstance(files, list) or not isinstance(parts, list):
        raise Refused("bad_input")
    template = _template(given.get("template"))
    what = exporting.wanted(ending, map(str, files), map(str, parts), template)
    return jsonify(id=_orders().order(me.workshop, what)), 202


@bp.get("/api/workshops/<int:code>/exports/<id>")
def ordered(code: int, id: str) -> Any:
    """How far it is."""
    me = bearer(code, "desk")
    return jsonify(_orders().state(me.workshop, id))


@bp.delete("/api/workshops/<int:code>/exports/<id>")
def cancel(code: int, id: str) -> Any:
    me = bearer(code, "desk")
    _orders().cancel(me.workshop, id)
    return "", 204


@bp.get("/api/workshops/<int:code>/exports/<id>/file")
def ordered_file(code: int, id: str) -> Any:
    me = bearer(code, "desk")
    file = _orders().file(me.workshop, id)
    return _sent(file, me.workshop, file.suffix.removeprefix("."))


def _template(id: object) -> str:
    """Where the template with this id is; "" for none."""
    return str(shelf().path(id)) if id else ""


@bp.post("/api/workshops/<int:code>/update")
def update(code: int) -> Any:
    """An edited deck, brought up to date: the file and what happened, as a form's two fields."""
    me = bearer(code, "desk")
    request.max_content_length = FILE_BYTES
    blob, report = updating.in_process(current_app.config["DATA"], me.workshop, request.stream)
    own = room().ask(store.workshop, me.workshop)
    name = exporting.file_name(own, "pptx")
    return answers.form(report, name, exporting.ENDINGS["pptx"], blob)


def _orders() -> Orders:
    return current_app.extensions["orders"]


def _sent(file: Path | io.BytesIO, workshop: str, ending: str) -> Any:
    own = room().ask(store.workshop, workshop)
    return send_file(
        file,
        mimetype=exporting.ENDINGS[ending],
        as_attachment=True,
        download_name=exporting.file_name(own, ending),
    )
