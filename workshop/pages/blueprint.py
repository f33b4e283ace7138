"""The blueprint that all pages are registered on."""

from flask import Blueprint

bp = Blueprint("pages", __name__)
