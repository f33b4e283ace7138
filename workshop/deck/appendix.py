"""The appendix: every note verbatim in small print, by hat and in order of arrival."""

from . import layouts as at
from .columns import numbered
from .content import GOES_ON, NOTE, THEME, Deck, Entry
from .metrics import PITCH, height, line_count, lines, spare_lines
from .paging import Columns, Piece, levelled
from .slide import QUESTION, TITLE, Paragraph, Slide, Text, fitting, one_line

SIZE = at.APPENDIX_COLUMNS[0].size
TALL = at.APPENDIX_COLUMNS[0].h
ROOM = at.COLUMN_W - at.APPENDIX_INDENT
SMALL_PRINT = 0.82  # of the least that others are: 9 points for 11
LONGEST = 20  # lines of a note in one piece


def appendix(deck: Deck, least: float = 0) -> list[Slide]:
    """All notes of all hats; none where there are none. Small print may be a little below `least`
    points, what is to be read aloud may not."""
    size = max(SIZE, least * SMALL_PRINT)
    entries = {one.id: one for found in deck.appendix.values() for one in found}
    columns = levelled(_pieces(deck, size), TALL, whole=False)
    step = len(at.APPENDIX_COLUMNS)
    pages = [columns[n : n + step] for n in range(0, len(columns), step)]
    return [_slide(deck, page, n, len(pages), entries, size) for n, page in enumerate(pages, 1)]


def _pieces(deck: Deck, size: float) -> list[Piece]:
    found: list[Piece] = []
    for hat, entries in deck.appendix.items():
        gap = at.APPENDIX_HAT_GAP
        tall = size * PITCH + gap
        again = Piece(THEME, f"{hat} {deck.words['goes_on']}", "", tall, gap)
        found.append(Piece(THEME, hat, "", tall, gap))
        for entry in entries:
            found += _entry(entry, again, size)
    return found


def _entry(entry: Entry, again: Piece, size: float) -> list[Piece]:
    """A note, in pieces where it is long; put together they are the note."""
    whole = f"{entry.text}{_about(entry)}"
    count = line_count(whole, ROOM, size)
    # A column always holds the name of a hat and a piece, with a line to spare if it is unsure.
    held = int((TALL - again.tall) / (size * PITCH)) - 1
    if count <= min(LONGEST, held):
        tall = (count + spare_lines(whole)) * size * PITCH + at.APPENDIX_GAP
        return [Piece(NOTE, entry.text, entry.id, tall, at.APPENDIX_GAP, again)]
    most = max(1, min(LONGEST, held - line_count(_about(entry), ROOM, size)))
    parts = [""]
    count = 0
    for n, paragraph in enumerate(entry.text.split("\n")):
        parts[-1] += "\n" * (n > 0)
        for line in lines(paragraph, ROOM, size):
            if count == most:
                parts.append("")
                count = 0
            parts[-1] += line
            count += 1
    shown = [part for part in parts if part.strip()]
    return [
        _piece(NOTE if n == 0 else GOES_ON, part, entry.id, again, part + _about(entry), size)
        for n, part in enumerate(shown)
    ]


def _piece(level: int, text: str, id: str, again: Piece, measured: str, size: float) -> Piece:
    gap = at.APPENDIX_GAP
    return Piece(level, text, id, height(measured, ROOM, size) + gap, gap, again)


def _about(entry: Entry) -> str:
    return f" [{entry.about}]" if entry.about else ""


def _slide(
    deck: Deck, columns: Columns, n: int, of: int, entries: dict[str, Entry], size: float
) -> Slide:
    texts: dict[str | int, Text] = {
        TITLE: fitting(numbered(deck.words["appendix"], n, of), at.APPENDIX_HEAD),
        QUESTION: one_line(deck.question, at.ASKED),
    }
    for place, column in enumerate(columns):
        told = tuple(_paragraph(piece, entries) for piece in column)
        texts[11 + place] = Text(told, None if size == SIZE else size)
    ids = dict.fromkeys(p.id for column in columns for p in column if p.level == NOTE)
    anchors = tuple(f"note:{id}" for id in ids)
    said = (", ".join(f"{entries[id].number} = {id}" for id in ids),) if ids else ()
    return Slide("appendix", deck.words["appendix"], texts, "appendix", said=said, anchors=anchors)


def _paragraph(piece: Piece, entries: dict[str, Entry]) -> Paragraph:
    """A note begins with its number and ends with its theme and votes."""
    if piece.level == THEME:
        return Paragraph(piece.text, THEME)
    entry = entries[piece.id]
    ends = entry.text.endswith(piece.text)
    begins = f"{entry.number}\t" if piece.level == NOTE else ""
    return Paragraph(
        f"{begins}{piece.text}", piece.level, tail=_about(entry) if ends else "", id=piece.id
    )
