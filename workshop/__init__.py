"""Hattupaja: a facilitated six-hats workshop, live, that ends with a deck of its own."""

from typing import Any


def create_app(**config: Any) -> Any:
    """The Flask app, ready to be served; see app.py."""
    # Here, for a command that serves nobody starts three times as fast without the web.
    from .app import create_app

    return create_app(**config)
