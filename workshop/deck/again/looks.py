"""Whether anything but the words of a slide was changed."""

import re

from lxml import etree

from workshop.deck.foreign.names import a, p

from .marks import print_of

SHAPES = (p("sp"), p("pic"), p("graphicFrame"), p("grpSp"), p("cxnSp"))
OUTSIDE = (p("bg"), p("transition"), p("timing"))


PARAGRAPHS = re.compile("<a:p>.*?</a:p>", re.DOTALL)


def look_of_ours(slide: str) -> str:
    """look_of for a slide's XML as we have just written it: without its text it is soon read."""
    return look_of(etree.fromstring(PARAGRAPHS.sub("", slide)))


def look_of(slide: etree._Element) -> str:
    """A fingerprint of what stands where, without any text."""
    found = [etree.QName(one).localname for one in slide.iter(*OUTSIDE)]
    for shape in slide.iter(*SHAPES):
        place, box = next(shape.iter(p("ph")), None), _box(shape)
        found.append(etree.QName(shape).localname)
        if place is not None:
            found.append(f"{place.get('type', '')}{place.get('idx', '')}")
        if box is not None:
            found += [f"{n}{one.get(n)}" for one in box for n in ("x", "y", "cx", "cy")]
    return print_of(" ".join(found))


def _box(shape: etree._Element) -> etree._Element | None:
    for above in (p("spPr"), p("grpSpPr")):
        if (own := shape.find(f"{above}/{a('xfrm')}")) is not None:
            return own
    return shape.find(p("xfrm"))
