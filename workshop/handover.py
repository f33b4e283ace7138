"""Everything of a workshop in one ZIP, with a text that says what is what."""

import io
import zipfile

from .phrases import say

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same workshop gives the same bytes on every day
PARTS = ("pptx", "pdf", "html", "md", "csv", "json")  # in the order of who wants them


def pack(files: dict[str, bytes]) -> bytes:
    """A ZIP of files by name, sorted: the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # not the system that happens to make it
            entry.external_attr = 0o644 << 16
            package.writestr(entry, data)
    return out.getvalue()


def read_me(language: str, title: str, names: dict[str, str], emoji: bool) -> tuple[str, bytes]:
    """The name and the text of what says what each file (by its ending) is."""
    lines = [title, "", say(language, "handover.about"), ""]
    for ending in PARTS:
        if ending in names:
            lines += [names[ending], f"  {say(language, f'handover.{ending}')}"]
    if emoji and "pdf" in names:
        lines += ["", say(language, "handover.emoji")]
    lines += ["", say(language, "handover.hidden")]
    return say(language, "handover.read_me"), "\r\n".join([*lines, ""]).encode()
