"""Templates for the decks of this server: listed, brought, renamed and removed by its desks."""

import time
from typing import Any

from flask import current_app, jsonify, request

from workshop.gate import FILE_BYTES
from workshop.rules import Refused
from workshop.shelf import Shelf

from .asking import any_desk, json_body, room
from .blueprint import bp

PIECE = 1 << 18
LONGEST_S = 120  # that a file may be on its way, while others wait


@bp.get("/api/templates")
def templates() -> Any:
    any_desk()
    return jsonify(shelf().all())


@bp.post("/api/templates")
def bring_template() -> Any:
    """Take in a .pptx, .potx or .ppsx, given as the body; `name` is what people call it."""
    any_desk()
    request.max_content_length = FILE_BYTES
    return jsonify(shelf().take_in(request.args.get("name"), _body)), 201


@bp.patch("/api/templates/<id>")
def rename_template(id: str) -> Any:
    """Call it otherwise, for every workshop: `{name}`."""
    any_desk()
    return jsonify(shelf().rename(id, json_body().get("name")))


@bp.delete("/api/templates/<id>")
def remove_template(id: str) -> Any:
    any_desk()
    shelf().remove(id)
    return "", 204


def shelf() -> Shelf:
    """The shelf of this app."""
    return current_app.extensions["shelf"]


def _body() -> bytes:
    """Piece by piece, so that one who sends slowly cannot keep the shelf busy for good."""
    body, until = bytearray(), time.monotonic() + LONGEST_S
    while piece := request.stream.read(PIECE):
        body += piece
        room().pause(0)  # a fast sender must not keep everybody else waiting
        if time.monotonic() > until:
            raise Refused("try_again")
    return bytes(body)
