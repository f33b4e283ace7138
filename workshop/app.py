"""The app: the only place that wires anything."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Flask

from . import data, live, pages, server
from .gate import BODY_BYTES, Gate
from .network import Network
from .orders import Orders
from .pages.answers import static_version
from .room import Room
from .shelf import Shelf
from .suggesting import Model, Suggesting
from .synthesis.engine import choose

ROOT = Path(__file__).parent.parent


def create_app(**config: Any) -> Flask:
    """The app, ready to be served.

    Config: DATA (directory), ASYNC_MODE (eventlet or threading), PORT, PUBLIC_URL; and where
    embeddings and drafts come from, if from anywhere: EMBEDDINGS_URL, EMBEDDINGS_MODEL,
    DRAFTS_URL, DRAFTS_MODEL, and the API_KEY for both.
    """
    app = Flask(
        __name__,
        template_folder=ROOT / "templates",
        static_folder=ROOT / "static",
        static_url_path=f"/static/{static_version(ROOT / 'static')}",
    )
    app.config.from_mapping(
        DATA=ROOT / "data",
        ASYNC_MODE="threading",
        PORT=8000,
        PUBLIC_URL="",
        EMBEDDINGS_URL="",
        EMBEDDINGS_MODEL="",
        DRAFTS_URL="",
        DRAFTS_MODEL="",
        API_KEY="",
        MAX_CONTENT_LENGTH=BODY_BYTES,
        PERMANENT_SESSION_LIFETIME=timedelta(days=60),
        SESSION_COOKIE_NAME="hattupaja",
        SESSION_COOKIE_SAMESITE="Lax",
        SEND_FILE_MAX_AGE_DEFAULT=timedelta(days=365),  # their address carries a fingerprint
    )
    app.config.update(config)
    folder = data.make(Path(app.config["DATA"])).resolve()  # Flask sends files from elsewhere
    app.config["DATA"] = folder
    app.config["SECRET_KEY"] = data.secret(folder)
    mode = app.config["ASYNC_MODE"]
    socketio = live.open_socket(app, mode)
    room = Room(folder, app.config["SECRET_KEY"], live.Wire(socketio), server.offload(mode))
    live.listen(socketio, room)
    app.extensions["room"] = room
    app.extensions["suggesting"] = _suggesting(app, room, server.offload(mode))
    app.extensions["orders"] = Orders(folder, room.start)
    app.extensions["shelf"] = Shelf(folder, server.offload(mode))
    app.extensions["network"] = Network(app.config["PORT"], app.config["PUBLIC_URL"])
    app.register_blueprint(pages.bp)
    app.wsgi_app = Gate(app.wsgi_app)  # type: ignore[method-assign]
    return app


def _suggesting(app: Flask, room: Room, offload: Any) -> Suggesting:
    given, key = app.config, app.config["API_KEY"]
    engine = choose(given["EMBEDDINGS_URL"], given["EMBEDDINGS_MODEL"], key)
    model = Model(given["DRAFTS_URL"], given["DRAFTS_MODEL"], key) if given["DRAFTS_URL"] else None
    suggesting = Suggesting(given["DATA"], room, offload, engine, model)
    room.follow(suggesting.stir)
    return suggesting
