"""Which scripts a page needs, so that it can ask for all of them at once, not one by one."""

import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
IMPORT = re.compile(r"""^import\s(?:[^"']*\sfrom\s)?["'](\.[^"']+)["']""", re.MULTILINE)


@cache
def modules_of(page: str) -> list[str]:
    """Every module that static/app/PAGE.js imports, near or far, as paths below static/."""
    found: dict[Path, None] = {}
    waiting = [STATIC / "app" / f"{page}.js"]
    while waiting:
        module = waiting.pop()
        if module in found:
            continue
        found[module] = None
        if "vendor" not in module.parts:
            names = IMPORT.findall(module.read_text(encoding="utf-8"))
            waiting += [(module.parent / name).resolve() for name in names]
    return [path.relative_to(STATIC).as_posix() for path in found]
