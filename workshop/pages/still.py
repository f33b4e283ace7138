"""Pages that stand still: coming in by code, and making a workshop."""

from typing import Any

from flask import redirect, render_template, request, url_for

from workshop import rules, sequences, store
from workshop.hats import Hat
from workshop.records import Row
from workshop.rules import Refused

from .asking import existing, language, sentence
from .blueprint import bp
from .programs import create_workshop_and_links


@bp.get("/")
def home() -> str:
    return render_template("home.html", error="")


@bp.get("/join")
def enter_code() -> Any:
    code = "".join(request.args.get("code", "").split())
    return redirect(url_for("pages.phone", code=existing(code)))


@bp.get("/new")
def new() -> str:
    return _new_page({}, "")


@bp.post("/new")
def create() -> Any:
    """Make a workshop from the form, and go to its desk."""
    try:
        made = create_workshop_and_links(_form_document(request.form))
    except Refused as refusal:
        return _new_page(request.form, sentence(refusal)), 422
    return redirect(made["desk_url"], code=303)


def _new_page(form: Any, error: str) -> str:
    tongue = form.get("language") or language()
    plans = {name: sequences.rounds(name, tongue) for name in sequences.SEQUENCES}
    return render_template(
        "new.html", form=form, error=error, sequences=plans, today=store.today(), hats=list(Hat)
    )


def _form_document(form: Any) -> Row:
    tongue = form.get("language") or language()
    rounds = zip(form.getlist("hat"), form.getlist("prompt"), form.getlist("minutes"), strict=False)
    plan = [
        {"hat": hat, "prompt": prompt, "minutes": rules.whole(minutes, -1)}
        for hat, prompt, minutes in rounds
    ]
    name = form.get("sequence", "")
    given = {key: form.get(key, "") for key in ("title", "question", "organiser")}
    return given | {
        "date": form.get("date") or store.today(),
        "language": tongue,
        "named": bool(form.get("named")),
        "sequence": plan
        or sequences.rounds(name if name in sequences.SEQUENCES else "whole", tongue),
    }
