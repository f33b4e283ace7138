"""The layouts of the template: what stands where on each kind of slide, as XML."""

from . import layouts as at
from .drawing import card_xml, hat_xml
from .layouts import Box
from .placeholders import footers, hanging, level, placeholder

HATS = ("white", "red", "black", "yellow", "green")
PANELS = {
    "white": "lt1",
    "red": "accent1",
    "black": "dk1",
    "yellow": "accent3",
    "green": "accent4",
    "blue": "accent5",
}
EDGES = {"white": "accent6", "yellow": "folHlink"}
ON = {"red": "lt1", "black": "lt1", "blue": "lt1"}  # text on the panel; dark elsewhere


def inside(name: str) -> str:
    """The shapes of a layout, by its name: a hat's, a hat's with "themes" behind it, or a kind of
    slide's."""
    hat, _, themes = name.partition(" ")
    shapes = {
        "title": _title,
        "question": _question,
        "synthesis": _synthesis,
        "answer": _answer,
        "outcomes": _outcomes,
        "participation": _participation,
        "votes": _votes,
        "room": _told,
        "appendix": _appendix,
        "method": _told,
    }.get(name)
    own = shapes() if shapes else _themes(hat) if themes else _hat(hat)
    return own + footers(90)


def _title() -> str:
    row = "".join(
        hat_xml(hat, 20 + 10 * n, 84 + n * 134, 98, 112) for n, hat in enumerate((*HATS, "blue"))
    )
    return (
        row
        + placeholder(2, "Title", "ctrTitle", None, at.TITLE, anchor="b")
        + placeholder(3, "Question", "subTitle", 1, at.TITLE_QUESTION)
        + placeholder(4, "Facts", "body", 10, at.TITLE_FACTS, colour="tx2")
    )


def _question() -> str:
    rows = "".join(
        placeholder(
            10 + n,
            f"Hat {n + 1}",
            "body",
            11 + n,
            Box(at.ROW_X, at.ROW_Y + n * at.ROW_STEP, at.ROW_W, at.ROW_H, at.ROW_SIZE),
            anchor="ctr",
            levels=(level(1, bold=True, size=at.ROW_SIZE), level(2, size=at.ROW_SIZE - 1)),
        )
        for n in range(len(HATS))
    )
    return (
        placeholder(2, "Title", "title", None, at.QUESTION_TITLE, colour="tx2")
        + placeholder(3, "Question", "body", 10, at.QUESTION)
        + rows
    )


def _hat(hat: str) -> str:
    return _hat_head(hat) + _columns(at.COLUMNS)


def _hat_head(hat: str) -> str:
    """A panel that wears the hat, with title and prompt; above it the question and a way back."""
    on = ON.get(hat, "tx1")
    return (
        card_xml(5, "panel", at.PANEL, PANELS[hat], EDGES.get(hat, PANELS[hat]))
        + hat_xml(hat, 20, at.PANEL.x + at.PANEL.w - 122, at.PANEL.y - 66, 96)
        + placeholder(2, "Title", "title", None, at.HAT_TITLE, colour=on, anchor="ctr")
        + _asked()
        + placeholder(6, "Back", "body", 31, at.BACK, colour="tx2", anchor="ctr", align="r")
        + placeholder(4, "Prompt", "body", 10, at.PROMPT, colour=on)
    )


def _asked() -> str:
    return placeholder(3, "Question", "body", 30, at.ASKED, colour="tx2", anchor="ctr")


def _themes(hat: str) -> str:
    return _hat_head(hat) + _cards(at.theme_cards(6))


def _columns(boxes: tuple[Box, ...]) -> str:
    levels = (
        _theme_level(),
        _note_level(bullet=True),
        _note_level(bullet=False),
        level(4, size=boxes[0].size),
    )
    return "".join(
        placeholder(10 + n, f"Notes {n + 1}", "body", 11 + n, box, levels=levels)
        for n, box in enumerate(boxes)
    )


def _head(hat: str = "") -> str:
    """A title that says something in up to two lines, below the question; blue's hat beside it."""
    worn = hat_xml(hat, 40, *at.CORNER_HAT) if hat else ""
    return worn + placeholder(2, "Title", "title", None, at.HEAD) + _asked()


def _answer() -> str:
    levels = (
        hanging(level(1, bold=True, size=at.BODY.size), at.ANSWER_INDENT, at.ANSWER_GAP, "•"),
        hanging(level(2, size=at.BODY.size), at.ANSWER_INDENT, at.ANSWER_GAP, "•"),
    )
    return _head("blue") + placeholder(10, "Answer", "body", 11, at.BODY, levels=levels)


def _outcomes() -> str:
    return _head("blue") + placeholder(10, "Table", "tbl", 11, at.TABLE)


def _participation() -> str:
    gap = (hanging(level(1, size=at.FACTS.size), 0, at.ANSWER_GAP, ""),)
    return (
        _head("blue")
        + placeholder(10, "Chart", "chart", 11, at.CHART)
        + placeholder(11, "Facts", "body", 12, at.FACTS, levels=gap)
    )


def _votes() -> str:
    about = placeholder(10, "About", "body", 10, at.ABOUT, colour="tx2")
    return _head() + about + placeholder(11, "Chart", "chart", 11, at.WIDE_CHART)


def _told() -> str:
    return _head("blue") + _columns(at.TALL_COLUMNS)


def _appendix() -> str:
    size, gap, indent = at.APPENDIX_COLUMNS[0].size, at.APPENDIX_GAP, at.APPENDIX_INDENT
    levels = (
        hanging(level(1, bold=True, size=size), 0, at.APPENDIX_HAT_GAP, ""),
        hanging(level(2, size=size), indent, gap, ""),
        hanging(level(3, size=size), indent, gap, "", first=0),
    )
    columns = "".join(
        placeholder(10 + n, f"Notes {n + 1}", "body", 11 + n, box, levels=levels)
        for n, box in enumerate(at.APPENDIX_COLUMNS)
    )
    return placeholder(2, "Title", "title", None, at.APPENDIX_HEAD) + _asked() + columns


def _theme_level() -> str:
    return hanging(level(1, bold=True, size=at.COLUMNS[0].size), 0, at.THEME_GAP, "")


def _note_level(*, bullet: bool) -> str:
    """A note hangs behind its bullet; what goes on from the page before has none."""
    look = level(2 if bullet else 3, size=at.COLUMNS[0].size)
    return hanging(look, at.INDENT, at.GAP, "•" * bullet, first=-int(bullet))


def _synthesis() -> str:
    return (
        placeholder(2, "Title", "title", None, at.SYNTHESIS_TITLE)
        + placeholder(3, "Question", "body", 10, at.SYNTHESIS_QUESTION, colour="tx2")
        + _cards(at.cards(6), bullets=False)
    )


def _cards(boxes: list[Box], *, bullets: bool = True) -> str:
    """A name, what stands under it, and something in small and grey."""
    size = boxes[0].size
    said = _note_level(bullet=True) if bullets else level(2, size=size)
    small = level(3, size=12).replace('schemeClr val="tx1"', 'schemeClr val="tx2"')
    levels = (level(1, bold=True, size=size), said, small)
    return "".join(
        placeholder(10 + n, f"Card {n + 1}", "body", 11 + n, box, levels=levels)
        for n, box in enumerate(boxes)
    )
