"""How answers leave: errors as sentences, text compressed, nothing private kept."""

import gzip
import hashlib
import secrets
from functools import lru_cache
from typing import Any

from flask import Response, current_app, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from workshop.phrases import LANGUAGES, book, say
from workshop.records import Row
from workshop.rules import Refused

from .asking import language, sentence
from .blueprint import bp

STATUS = {
    "no_such_workshop": 404,
    "not_found": 404,
    "bad_ticket": 401,
    "not_allowed": 403,
    "too_many_tries": 429,
    "try_again": 503,
    "export_failed": 500,
    "no_libreoffice": 501,
    "too_many_exports": 503,
    "template_busy": 503,
    "deck_failed": 500,
    "model_failed": 502,
}


@bp.app_errorhandler(Refused)
def refused(refusal: Refused) -> Any:
    return _error(STATUS.get(refusal.code, 422), refusal.code, sentence(refusal))


@bp.app_errorhandler(HTTPException)
def http_error(error: HTTPException) -> Any:
    code = {404: "not_found", 413: "too_large", 405: "not_allowed"}.get(error.code or 500)
    code = code or "bad_input"
    return _error(error.code or 500, code, say(language(), f"refused.{code}"))


@bp.app_errorhandler(Exception)
def mistake(error: Exception) -> Any:
    current_app.logger.exception("a page failed", exc_info=error)
    return _error(500, "try_again", say(language(), "refused.try_again"))


def _error(status: int, code: str, message: str) -> Any:
    if request.path.startswith("/api/"):
        return make_response(jsonify(error=code, message=message), status)
    page = "home.html" if code in ("no_such_workshop", "too_many_tries") else "message.html"
    return render_template(page, error=message, code=code), status


@bp.app_context_processor
def for_all_pages() -> Row:
    tongue = language()
    return {
        "language": tongue,
        "languages": {name: book(name)["language"] for name in LANGUAGES},
        "say": lambda key, **values: say(tongue, key, **values),
    }


@bp.after_app_request
def remember_language(response: Response) -> Response:
    if (chosen := request.args.get("lang")) in LANGUAGES:
        response.set_cookie("lang", str(chosen), max_age=31_536_000, samesite="Lax")
    return response


TEXT = ("text/", "application/json", "image/svg+xml", "application/javascript")


@bp.after_app_request
def travel_light(response: Response) -> Response:
    """Compress text for browsers that can read it, and let nothing but static files be kept."""
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    small = response.status_code != 200 or not response.mimetype.startswith(TEXT)
    if small or "gzip" not in request.accept_encodings or "Content-Encoding" in response.headers:
        return response
    response.direct_passthrough = False
    pack = _packed_once if request.endpoint == "static" else _packed
    response.set_data(pack(response.get_data()))
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers.pop("ETag", None)
    return response


def form(report: bytes, name: str, kind: str, file: bytes) -> Response:
    """A file and what is to be said about it (JSON) in one answer: a form with two fields."""
    line = secrets.token_hex(16)
    said = b'name="report"\r\nContent-Type: application/json\r\n\r\n' + report
    given = f'name="file"; filename="{name}"\r\nContent-Type: {kind}\r\n\r\n'.encode() + file
    field = f"--{line}\r\nContent-Disposition: form-data; ".encode()
    body = field + said + b"\r\n" + field + given + f"\r\n--{line}--\r\n".encode()
    return Response(body, content_type=f"multipart/form-data; boundary={line}")


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 6, mtime=0)


_packed_once = lru_cache(maxsize=256)(_packed)


def static_version(folder: Any) -> str:
    """A fingerprint of all static files: part of their address, so browsers may keep them."""
    prints = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "node_modules" not in path.parts:
            prints.update(path.read_bytes())
    return prints.hexdigest()[:10]
