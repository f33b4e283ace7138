"""Tickets: signed strings that say who looks on. They last as long as the workshop."""

from typing import Any

from itsdangerous import BadSignature, URLSafeSerializer

from .audience import Audience
from .records import Row
from .rules import Refused


class Tickets:
    """Signs with the server's secret; nothing is stored."""

    def __init__(self, secret: str) -> None:
        self._signed = URLSafeSerializer(secret, salt="ticket")

    def give(self, me: Audience, workshop: Row) -> str:
        """A ticket for `me`; worth nothing once this workshop is gone, even if its code returns."""
        return self._signed.dumps([*me, workshop["created"]])

    def read(self, ticket: object) -> tuple[Audience, Any]:
        """Whose ticket it is, and when their workshop was made. Raises Refused("bad_ticket")."""
        try:
            *who, created = self._signed.loads(str(ticket))
            return Audience(*who), created
        except (BadSignature, TypeError, ValueError):
            raise Refused("bad_ticket") from None

    def links(self, workshop: Row, here: str) -> Row:
        """The desk's and the projector's tickets and addresses on the server at `here`.

        Tickets stand behind the #, where no server and no log sees them.
        """
        links = {}
        for role in ("desk", "projector"):
            ticket = self.give(Audience(workshop["id"], role), workshop)
            links[f"{role}_ticket"] = ticket
            links[f"{role}_url"] = f"{here}/{role}/{workshop['id']}#{ticket}"
        return links
