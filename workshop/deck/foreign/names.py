"""The words of the format: namespaces, and every element that may stay."""

import re

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
EMBED = f"{{{R}}}embed"
NS = {"a": A, "p": P, "r": R}

# What a sheet (a master or a layout), a theme and the text styles are made of. Absent on purpose:
# links and actions, sound and video, timing, controls, frames for foreign objects, extensions.
_P = """
sldMaster sldLayout cSld bg bgPr bgRef spTree nvGrpSpPr cNvPr cNvGrpSpPr nvPr ph grpSpPr sp nvSpPr
cNvSpPr spPr style txBody pic nvPicPr cNvPicPr blipFill grpSp cxnSp nvCxnSpPr cNvCxnSpPr clrMap
clrMapOvr txStyles titleStyle bodyStyle otherStyle hf defaultTextStyle
"""
_A = """
theme themeElements clrScheme dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink
folHlink fontScheme majorFont minorFont latin ea cs sym font fmtScheme fillStyleLst lnStyleLst
effectStyleLst effectStyle bgFillStyleLst objectDefaults spDef lnDef txDef extraClrSchemeLst
extraClrScheme clrMap custClrLst custClr
srgbClr schemeClr sysClr prstClr scrgbClr hslClr alpha alphaOff alphaMod tint shade comp inv gray
hue hueOff hueMod sat satOff satMod lum lumOff lumMod red redOff redMod green greenOff greenMod
blue blueOff blueMod gamma invGamma
noFill solidFill gradFill gsLst gs lin path fillToRect tileRect pattFill fgClr bgClr grpFill
blipFill blip srcRect stretch fillRect tile alphaBiLevel alphaCeiling alphaFloor alphaInv
alphaModFix alphaRepl biLevel blur clrChange clrFrom clrTo clrRepl duotone fillOverlay grayscl hsl
ln prstDash custDash ds round bevel miter headEnd tailEnd
effectLst effectDag cont blend outerShdw innerShdw prstShdw glow reflection softEdge relOff effect
scene3d camera lightRig rot backdrop anchor norm up sp3d bevelT bevelB extrusionClr contourClr
flatTx
xfrm off ext chOff chExt prstGeom custGeom avLst gd gdLst ahLst ahXY ahPolar pos cxnLst cxn rect
pathLst moveTo lnTo arcTo quadBezTo cubicBezTo close pt
lnRef fillRef effectRef fontRef spLocks picLocks grpSpLocks cxnSpLocks stCxn endCxn
bodyPr prstTxWarp noAutofit normAutofit spAutoFit lstStyle defPPr lvl1pPr lvl2pPr lvl3pPr lvl4pPr
lvl5pPr lvl6pPr lvl7pPr lvl8pPr lvl9pPr p pPr r rPr br fld t endParaRPr lnSpc spcBef spcAft spcPct
spcPts buClrTx buClr buSzTx buSzPct buSzPts buFontTx buFont buNone buAutoNum buChar buBlip tabLst
tab defRPr highlight uLnTx uLn uFillTx uFill
masterClrMapping overrideClrMapping spPr style
tblStyleLst tblStyle tblBg wholeTbl band1H band2H band1V band2V lastCol firstCol lastRow seCell
swCell firstRow neCell nwCell tcTxStyle tcStyle tcBdr left right top bottom insideH insideV tl2br
tr2bl fill cell3D
"""
KEPT = {f"{{{P}}}{name}" for name in _P.split()} | {f"{{{A}}}{name}" for name in _A.split()}

# What is left out on the way, as the report calls it. The rest of what is not kept is silent or
# "unknown".
LEFT_OUT = {
    "hlinkClick": "links",
    "hlinkHover": "links",
    "hlinkMouseOver": "links",
    "snd": "media",
    "wavAudioFile": "media",
    "audioFile": "media",
    "audioCd": "media",
    "videoFile": "media",
    "quickTimeFile": "media",
    "timing": "animations",
    "transition": "animations",
    "custDataLst": "tags",
    "controls": "controls",
    "graphicFrame": "objects",
    "contentPart": "objects",
}
SILENT = {"extLst", "sldLayoutIdLst"}  # programs' own additions; what we write anew


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number of the format's; `otherwise` for anything else."""
    return int(text) if text and re.fullmatch("-?[0-9]{1,10}", text) else otherwise


def p(name: str) -> str:
    """An element of a presentation, as lxml names it."""
    return f"{{{P}}}{name}"


def a(name: str) -> str:
    """An element of a drawing, as lxml names it."""
    return f"{{{A}}}{name}"
