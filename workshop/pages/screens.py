"""The three live pages, and the QR code that leads to one of them."""

import io
from typing import Any

import segno
from flask import Response, abort, redirect, render_template, request, url_for

from workshop import rules, store
from workshop.actions.writing import post_note
from workshop.audience import Audience
from workshop.phrases import book
from workshop.records import Row, by_kind
from workshop.rules import Refused

from .asking import existing, join_as, language, network, participant, room, sentence, suggesting
from .blueprint import bp
from .modules import modules_of
from .programs import join_url

SHARED = ("hat", "mark", "refused")  # sections of phrases that every live page says
BESIDES = {"desk": ("removed", "misfit")}  # and one page alone


@bp.get("/<int:code>")
def phone(code: int) -> Any:
    """A participant's page, by the code. Looking makes nobody a participant; see join_workshop."""
    return _phone(existing(str(code)))


@bp.get("/j/<token>")
@bp.get("/J/<token>", endpoint="phone_by_qr_loud")
def phone_by_qr(token: str) -> Any:
    """The same page by the QR code, whose address is in capitals to keep it small."""
    code = room().ask(store.code_of_token, token.upper())
    if code is None:
        raise Refused("no_such_workshop")
    network().reached(request.host)
    return _phone(code)


@bp.post("/<int:code>/notes")
def post_without_script(code: int) -> Any:
    """Post a note from the page's form, where there is no JavaScript."""
    workshop = existing(str(code))
    form = request.form
    begun = form.get("begun", "")
    try:
        room().perform(
            post_note,
            participant(workshop) or join_as(workshop, ""),
            id=form.get("id") or store.new_id(),
            round=form.get("round", ""),
            text=form.get("text", ""),
            marks=["crazy"] if form.get("crazy") else [],
            begun=rules.whole(begun, 0) if begun else None,
        )
    except Refused as refusal:
        return _phone(workshop, error=sentence(refusal), text=form.get("text", "")), 422
    return redirect(url_for("pages.phone", code=workshop, posted=1), code=303)


@bp.get("/desk/<int:code>")
def desk(code: int) -> str:
    return _live("desk", existing(str(code)))


@bp.get("/projector/<int:code>")
def projector(code: int) -> str:
    return _live("projector", existing(str(code)), address=network().host())


def _phone(workshop: str, error: str = "", text: str = "") -> str:
    me = participant(workshop)
    rows = by_kind(room().rows(me or Audience(workshop, "participant")))
    rounds = list(rows["round"].values())
    return _live(
        "phone",
        workshop,
        {
            "rounds": rounds,
            "on": next((round for round in rounds if round["state"] == "open"), None),
            "posted": bool(request.args.get("posted")) and not error,
            "error": error,
            "text": text,
            "now": store.now(),
        },
        ticket=room().ticket(me) if me else "",
        person=me.id if me else "",
    )


def _live(name: str, workshop: str, values: Row | None = None, **page: str) -> str:
    roles = {"phone": "participant"}
    tongue = language(workshop if name == "projector" else "")
    own = room().ask(store.workshop, workshop)
    spoken = (*SHARED, *BESIDES.get(name, ()), name)
    known = {"code": workshop, "role": roles.get(name, name), "ticket": "", "language": tongue}
    return render_template(
        f"{name}.html",
        name=name,
        workshop=own,
        page=known | {"outside": suggesting().outside} | page,
        phrases={section: book(tongue)[section] for section in spoken},
        modules=modules_of(name),
        language=tongue,
        **(values or {}),
    )


@bp.get("/j/<token>.svg")
@bp.get("/J/<token>.svg", endpoint="qr_loud")
def qr(token: str) -> Any:
    """The QR code that leads to the composer, black on white with its quiet zone."""
    code = room().ask(store.code_of_token, token.upper())
    if code is None:
        abort(404)
    out = io.BytesIO()
    drawing = segno.make(join_url(token), error="m", micro=False)
    drawing.save(out, kind="svg", border=4, dark="#000", light="#fff", omitsize=True)
    return Response(out.getvalue(), mimetype="image/svg+xml")
