"""A tree of somebody's deck rebuilt from known words: no programs, no sound, no foreign objects."""

from collections import Counter
from collections.abc import Callable

from lxml import etree

from workshop.deck.foreign.clean import children, is_decorative, mark_decorative, plain
from workshop.deck.foreign.names import A, P, R, a, p

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
DC = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}type"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SPOKEN = {A, P, C, DGM, DC, TERMS, CORE}  # in these words, but for what OUT names
PREFIXES = {"a": A, "p": P, "r": R}
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"

# What is left out, as the report calls it; "" is not worth a word.
OUT = {
    **{p(one): "objects" for one in ("oleObj", "embed", "link", "contentPart", "progId")},
    **{p(one): "controls" for one in ("control", "controls")},
    **{p(one): "tags" for one in ("custDataLst", "custData", "tags", "smartTags")},
    **{p(one): "media" for one in ("sndAc", "stSnd", "snd", "audio", "video", "media", "sndTgt")},
    **{
        a(one): "media"
        for one in ("audioCd", "wavAudioFile", "audioFile", "videoFile", "quickTimeFile", "snd")
    },
    p("cmd"): "animations",
    p("embeddedFontLst"): "fonts",
    p("modifyVerifier"): "",
    p("custShowLst"): "",
    p("handoutMasterIdLst"): "",
    p("extLst"): "",
    a("extLst"): "",
    f"{{{C}}}extLst": "",
    f"{{{C}}}userShapes": "objects",
    f"{{{C}}}pivotSource": "",
    f"{{{DGM}}}extLst": "",
}
REFERS = {f"{{{R}}}{one}" for one in ("id", "embed", "pict", "dm", "lo", "qs", "cs")}
LINKS = (a("hlinkClick"), a("hlinkHover"), a("hlinkMouseOver"))
ACTIONS = ("", "ppaction://hlinksldjump", "ppaction://noaction")
JUMPS = tuple(
    f"ppaction://hlinkshowjump?jump={to}"
    for to in ("firstslide", "lastslide", "nextslide", "previousslide", "endshow")
)
MOTION = p("timing")

Known = Callable[[str], bool]  # whether a relationship's id leads to something that is kept


def cleaned(given: etree._Element, known: Known, removed: Counter[str]) -> etree._Element:
    """A new tree with only what may stay; what did not is counted in `removed`."""
    made = etree.Element(given.tag, nsmap=_prefixes(given))
    _fill(made, given, removed)
    _drop_lost(made, known, removed)
    _drop_broken_motion(made, removed)
    return made


def _prefixes(given: etree._Element) -> dict[str, str]:
    ours = {prefix: name for prefix, name in given.nsmap.items() if prefix and name in SPOKEN}
    if etree.QName(given).namespace not in (P, A):
        return ours
    return ours | PREFIXES


def _fill(made: etree._Element, given: etree._Element, removed: Counter[str]) -> None:
    for name, value in given.attrib.items():
        if not name.startswith("{") or name in REFERS or name in (XSI, SPACE):
            made.set(name, value)
    made.text = given.text if (given.text and given.text.strip()) or not len(given) else None
    for child in children(given):
        word = OUT.get(child.tag)
        if word is None and etree.QName(child).namespace in SPOKEN:
            _fill(etree.SubElement(made, child.tag), child, removed)
        elif word is None:
            removed["extensions"] += 1
        elif word:
            removed[word] += 1
    if is_decorative(given):
        mark_decorative(made)


def _drop_lost(made: etree._Element, known: Known, removed: Counter[str]) -> None:
    """What refers to a part that was not kept goes too."""
    for link in list(made.iter(*LINKS)):
        id, action = link.get(f"{{{R}}}id", ""), link.get("action", "")
        link.attrib.pop("invalidUrl", None)
        fine = action in JUMPS if not id else action in ACTIONS and known(id)
        if not fine:
            removed["links"] += 1
            link.getparent().remove(link)
    for frame in list(made.iter(p("graphicFrame"))):
        data = frame.find(f"{a('graphic')}/{a('graphicData')}")
        if data is None or not len(data):
            removed["objects"] += 1
            frame.getparent().remove(frame)
    for one in list(made.iter()):
        lost = [name for name in one.attrib if name in REFERS and not known(one.get(name, ""))]
        if lost and one.getroottree().getroot() is made:
            _drop(one, removed)


def _drop(one: etree._Element, removed: Counter[str]) -> None:
    holder = next(one.iterancestors(p("pic"), p("graphicFrame"), a("buBlip"), a("blipFill")), one)
    if one.getparent() is None:
        return
    if holder.tag == p("blipFill"):
        holder = holder.getparent()
    above = holder.getparent()
    if above is None:
        return
    if holder.tag == p("graphicFrame"):
        removed["objects"] += 1
    if holder.tag == a("buBlip"):
        above.replace(holder, etree.Element(a("buChar"), char="•"))
    elif holder.tag == a("blipFill"):
        above.replace(holder, plain(above))
    else:
        above.remove(holder)


def _drop_broken_motion(made: etree._Element, removed: Counter[str]) -> None:
    """Animations whose shapes are gone, or that were more than motion."""
    motion = made.find(MOTION)
    if motion is None:
        return
    shapes = {one.get("id") for one in made.iter(p("cNvPr"))}
    targets = [one.get("spid") for one in motion.iter(p("spTgt"), p("bldP"), p("bldGraphic"))]
    empty = any(len(one) == 0 for one in motion.iter(p("childTnLst"), p("tgtEl")))
    if empty or any(one not in shapes for one in targets):
        removed["animations"] += 1
        made.remove(motion)
