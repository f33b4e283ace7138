"""The deck as PDF, by LibreOffice where this machine has it."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from . import processes
from .rules import Refused

NAMES = ("soffice", "libreoffice")
PLACES = (  # where its installers put it without telling the shell
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
LONGEST_S = 180  # the first start on a slow laptop takes 20, a deck of 5,000 notes a minute
# Pictures among letters: LibreOffice draws some of them as nothing.
EMOJI = re.compile("[\u2600-\u27bf\u2b50\u2b55\ufe0f\u20e3\U0001f000-\U0001faff]")


def at_hand() -> str:
    """Where LibreOffice is on this machine; "" for nowhere."""
    found = (shutil.which(name) for name in (*NAMES, *PLACES))
    return next(filter(None, found), "")


def made_of(deck: bytes) -> bytes:
    """The PDF of a PPTX.

    Raises Refused("no_libreoffice") without LibreOffice, Refused("export_failed") where it hangs
    or makes nothing.
    """
    program = at_hand()
    if not program:
        raise Refused("no_libreoffice")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "deck.pptx").write_bytes(deck)
        try:
            _convert(program, folder)
            return (folder / "deck.pdf").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise Refused("export_failed") from error


def _convert(program: str, folder: Path) -> None:
    """In a profile of its own: one that is open elsewhere would take the work over, or refuse."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    quiet = ["--headless", "--norestore", "--nologo", "--nodefault"]
    work = ["--convert-to", "pdf", "--outdir", str(folder), str(folder / "deck.pptx")]
    process = processes.start(
        [program, profile, *quiet, *work],
        cwd=folder,
        env={**os.environ, "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    processes.wait(process, LONGEST_S)
