"""The cover on the template's own title layout: our words in its places."""

from typing import Any

from workshop.deck.drawing import xfrm
from workshop.deck.foreign.colours import contrast
from workshop.deck.layouts import Box
from workshop.deck.metrics import PITCH, height
from workshop.deck.slide import TITLE, Paragraph, Slide, cut
from workshop.deck.slidexml import paragraphs_xml
from workshop.deck.template import NS, TREE

from .fonts import wider
from .hues import Hues
from .transplant import unreadable

SMALLEST, STEP = 12, 2  # points; below the smallest a text is cut
QUESTION_MOST, FACTS_MOST = 28, 18  # points: more than that is a poster's
OPPOSITE = 7.0  # contrast of two texts of which one is light and one is dark
LARGE = 3.0  # contrast of large text, WCAG 2.2, 1.4.3


def cover_xml(slide: Slide, role: dict[str, Any], hues: Hues, lang: str, footers: str) -> str:
    """The slide; `role`: the title layout, as `python -m workshop template` tells of it."""
    shapes = _said(
        3, role["title"], [(slide.texts[TITLE], 0)], _ink(role["title"], role, hues), lang
    )
    question, facts = slide.texts.get(1), slide.texts.get(10)
    third = _third(role) if facts else None
    under = [(question, QUESTION_MOST)] if question else []
    if facts and not third:
        under.append((facts, FACTS_MOST))
    if under and role["body"]:
        shapes += _said(4, role["body"], under, _ink(role["body"], role, hues), lang)
    if third:
        shapes += _said(5, third, [(facts, FACTS_MOST)], _ink(third, role, hues), lang)
    return (
        f"<p:sld {NS}><p:cSld><p:spTree>{TREE}{shapes}{footers}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def inks(role: dict[str, Any], hues: Hues) -> bool:
    """Whether a text of the cover is in another colour than its place has."""
    return any(_ink(role[name], role, hues) for name in ("title", "body"))


def _ink(spot: dict[str, Any], role: dict[str, Any], hues: Hues) -> str:
    """The colour for a text that could not be read in its own; "" where it can."""
    if unreadable(spot, LARGE):
        return hues.ink
    title = role["title"]
    pictures = not spot["behind"] and not title["behind"]
    if pictures and spot["colour"] and title["colour"] in hues.known:
        # Over a picture nobody can tell; whoever drew it looked at the title.
        opposite = contrast(spot["colour"], title["colour"]) > OPPOSITE
        return hues.known[title["colour"]] if opposite else ""
    return ""


def _third(role: dict[str, Any]) -> dict[str, Any] | None:
    """A further place for text, below the question and wide enough for a line."""
    body = role["body"]
    for spot in role["others"]:
        text = spot["kind"] == "body" and not spot["upright"] and body
        if text and spot["y"] >= body["y"] + body["h"] - 1 and spot["w"] >= body["w"] / 2:
            return spot
    return None


def _said(id: int, spot: dict[str, Any], said: list, ink: str, lang: str) -> str:  # type: ignore[type-arg]
    """A placeholder with texts in it, as large as they fit."""
    factor = wider(spot["font"]) * (1.12 if spot["capitals"] else 1)
    left, top, right, bottom = spot["insets"]
    room = (spot["w"] - left - right - spot["left"]) / factor
    depth = spot["h"] - top - bottom
    pitch = max(spot["pitch"], 1.0)
    sizes = [min(spot["size"], most or spot["size"]) for _, most in said]
    texts = [text.paragraphs[0].text for text, _ in said]

    def tall(sizes: list[float]) -> float:
        return sum(
            spot["before"] + pitch * max(factor, 1) ** 0.5 * height(text, room, size, True)
            for text, size in zip(texts, sizes, strict=True)
        )

    while tall(sizes) > depth and max(sizes) > SMALLEST:
        sizes = [max(size - STEP, min(size, SMALLEST)) for size in sizes]
    if tall(sizes) > depth:
        rest = sum(size * PITCH + spot["before"] for size in sizes[1:])
        texts[0] = cut(texts[0], room, max(depth - rest, sizes[0] * PITCH), sizes[0], True)
        texts[1:] = [cut(text, room, size * PITCH, size, True)
                     for text, size in zip(texts[1:], sizes[1:], strict=True)]  # fmt: skip
    paragraphs = "".join(
        paragraphs_xml((Paragraph(text),), size, lang, lambda anchor: "")
        for text, size in zip(texts, sizes, strict=True)
    )
    if ink:
        fill = f'<a:solidFill><a:schemeClr val="{ink}"/></a:solidFill>'
        paragraphs = paragraphs.replace("/><a:t>", f">{fill}</a:rPr><a:t>")
    return _shape(id, spot, paragraphs)


def _shape(id: int, spot: dict[str, Any], paragraphs: str) -> str:
    box = Box(spot["x"], spot["y"], spot["w"], spot["h"], spot["size"])
    place = xfrm(box) if spot["moved"] or spot["idx"] is None else ""
    kind = "" if spot["kind"] == "obj" else f' type="{spot["kind"]}"'
    idx = f' idx="{spot["idx"]}"' if spot["idx"] else ""
    holder = f"<p:nvPr><p:ph{kind}{idx}/></p:nvPr>" if spot["idx"] is not None else "<p:nvPr/>"
    locks = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    if spot["idx"] is None:
        locks = '<p:cNvSpPr txBox="1"/>'
        place += '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{spot["kind"]} {id}"/>{locks}{holder}'
        f"</p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:bodyPr><a:noAutofit/></a:bodyPr>"
        f"<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )
