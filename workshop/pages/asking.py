"""Who asks, for which workshop, and in which language.

A page's ticket says who looks on; the cookie only brings a participant back.
"""

import time
from collections import deque
from typing import Any

from flask import current_app, request, session

from workshop import store
from workshop.actions import join
from workshop.audience import Audience
from workshop.network import Network
from workshop.phrases import LANGUAGES, say
from workshop.room import Room
from workshop.rules import Refused
from workshop.suggesting import Suggesting

PENALTY_S = 2  # that a wrong code waits, once there are too many
TRIES = 30  # wrong codes a minute, for everybody together: a whole room shares one address
misses: deque[float] = deque(maxlen=TRIES)


def room() -> Room:
    """The room of this app."""
    return current_app.extensions["room"]


def suggesting() -> Suggesting:
    """Who makes suggestions for the desks of this app."""
    return current_app.extensions["suggesting"]


def network() -> Network:
    """Where phones reach this app."""
    return current_app.extensions["network"]


def bearer(code: int, role: str = "") -> Audience:
    """Whose ticket came along. Raises Refused for none, another workshop's, or another role."""
    me = _ticket()
    if me.workshop != str(code):
        raise Refused("bad_ticket")
    if role and me.role != role:
        raise Refused("not_allowed")
    return me


def any_desk() -> Audience:
    """Whose ticket it is: any workshop's desk. Raises Refused for none, and another role."""
    me = _ticket()
    if me.role != "desk":
        raise Refused("not_allowed")
    return me


def _ticket() -> Audience:
    kind, _, ticket = request.headers.get("Authorization", "").partition(" ")
    return room().read_ticket(ticket if kind == "Bearer" else "")


def participant(workshop: str) -> Audience | None:
    id = session.get(workshop)
    known = id and room().ask(store.get, workshop, "participant", id)
    return Audience(workshop, "participant", id) if known else None


def join_as(workshop: str, name: object) -> Audience:
    who, _rev = room().perform(join, Audience(workshop, "participant"), name=name)
    session[workshop] = who["id"]
    session.permanent = True
    return Audience(workshop, "participant", who["id"])


def existing(code: str) -> str:
    """The code, if there is such a workshop. Wrong ones slow down guessing, never right ones."""
    if code.isascii() and room().ask(store.workshop, code):
        return code
    if _too_many_misses():
        room().pause(PENALTY_S)
        raise Refused("too_many_tries")
    raise Refused("no_such_workshop")


def json_body() -> dict[str, Any]:
    """The body as a JSON object. Raises Refused for anything else."""
    try:
        given = request.get_json(force=True, silent=True)
    except RecursionError:
        given = None
    if not isinstance(given, dict):
        raise Refused("bad_document", where="JSON")
    return given


def language(workshop: str = "") -> str:
    """The reader's language: chosen, else the workshop's where asked, else their browser's."""
    chosen = request.args.get("lang") or request.cookies.get("lang")
    if chosen in LANGUAGES:
        return chosen
    own = room().ask(store.workshop, workshop) if workshop else None
    if own:
        return own["language"] if own["language"] in LANGUAGES else "en"
    return request.accept_languages.best_match(LANGUAGES) or "en"


def sentence(refusal: Refused) -> str:
    """The refusal for a person, in the reader's language."""
    values = {"where": "", "limit": ""} | refusal.values
    return say(language(), f"refused.{refusal.code}", **values)


def _too_many_misses() -> bool:
    misses.append(time.monotonic())
    return len(misses) == TRIES and misses[-1] - misses[0] < 60
