"""Where phones can reach this laptop: its addresses, the likeliest first."""

import ipaddress
import re
from typing import NamedTuple

import ifaddr

# Names of interfaces that phones in the room do not share with the laptop.
VIRTUAL = re.compile(
    r"docker|veth|virbr|br-|tun|tap|utun|vethernet|tailscale|zt|wg|radmin|vmware|virtualbox|vbox"
    r"|hyper-v|loopback|bluetooth|vpn|ppp|awdl|llw",
    re.IGNORECASE,
)
PHYSICAL = re.compile(r"^(wl|en|eth|wi-?fi|ethernet|wlan|local area)", re.IGNORECASE)


class Address(NamedTuple):
    """An IPv4 address and the interface that has it."""

    ip: str
    name: str


def addresses() -> list[Address]:
    """This machine's addresses, best first; 127.0.0.1 alone where there is no network."""
    found = [
        Address(ip.ip, adapter.nice_name)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    ]
    return ranked(found) or [Address("127.0.0.1", "lo")]


def ranked(found: list[Address]) -> list[Address]:
    """Private addresses on Wi-Fi and cable first, virtual interfaces last; no loopback."""
    useful = [one for one in found if not ipaddress.ip_address(one.ip).is_loopback]
    return sorted(useful, key=_unlikeliness)


def _unlikeliness(address: Address) -> tuple[bool, bool, bool, str]:
    ip = ipaddress.ip_address(address.ip)
    return (
        bool(VIRTUAL.search(address.name)),
        not ip.is_private or ip.is_link_local,
        not PHYSICAL.match(address.name),
        address.name,
    )


class Network:
    """The address that phones are sent to, and which of the candidates phones have reached.

    A laptop cannot test its own addresses: only a phone that came through tells.
    """

    def __init__(self, port: int, public_url: str = "") -> None:
        self.public = public_url.rstrip("/")  # behind a proxy; "" in a room
        self._names = {f"http://{one.ip}:{port}": one.name for one in addresses()}
        if public_url:
            self._names = {self.public: "", **self._names}
        self._chosen = next(iter(self._names))
        self._reached: set[str] = set()

    def url(self) -> str:
        """The address that phones are sent to, without a slash at its end."""
        return self._chosen

    def host(self) -> str:
        """The same as people read it: without http://."""
        return self._chosen.split("://", 1)[1]

    def candidates(self) -> list[dict[str, object]]:
        """All addresses that phones might reach, as the desk shows them."""
        return [
            {
                "url": url,
                "name": name,
                "chosen": url == self._chosen,
                "reached": url in self._reached,
            }
            for url, name in self._names.items()
        ]

    def choose(self, url: object) -> bool:
        """Send phones to another of the candidates; False for one that is none of them."""
        if not isinstance(url, str) or url not in self._names:
            return False
        self._chosen = url
        return True

    def reached(self, host: str) -> None:
        """A phone came through by this host."""
        self._reached |= {url for url in self._names if url.endswith(f"://{host}")}
