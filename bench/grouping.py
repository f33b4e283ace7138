"""How good the suggestions are, beside groupings made by hand (groupings.json).

    python bench/grouping.py [--workshops DIR] [--engine words|meaning]

DIR holds workshops of 2013 in three languages (2013-fi.json and so on); without it only our
own example is measured. Notes are shuffled first, for they arrive in an order of likeness.

    top 3     the right theme is among the first three offered, filing note by note
    first     it is the first one
    surest    it is the first one of the surest third, nothing filed yet, names alone
    order     neighbours are of one theme ("random" says how often by chance)
    typed     copies in other case, punctuation or with a slip are found
    inflected the same words in other forms are found (reinflected.json)
    false     pairs stacked on a hat although nobody copied: the mean, and the worst hat
"""

import argparse
import json
import random
import sys
from itertools import combinations, pairwise
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from workshop.synthesis import filing, suggest  # noqa: E402
from workshop.synthesis.engine import Local, Words, local_at_hand  # noqa: E402
from workshop.synthesis.likeness import Likeness  # noqa: E402

GROUPINGS = json.loads((HERE / "groupings.json").read_text("utf-8"))
INFLECTED = json.loads((HERE / "reinflected.json").read_text("utf-8"))
LANGUAGES = ["fi", "en", "sv"]
ORDERS = 3  # in which a hat's notes are filed
SLIPS = "aeioukstnl"


class Meanings:
    """Vectors of texts, each asked for once."""

    def __init__(self, engine):
        self.engine, self.known = engine, {}

    def of(self, texts):
        new = [text for text in dict.fromkeys(texts) if text not in self.known]
        found = self.engine.embed(new)
        if found is None:
            return None
        self.known.update(zip(new, found, strict=True))
        return self.known


def texts_of(path):
    boards = json.loads(path.read_text("utf-8"))["boards"]
    return {note["id"]: note["text"] for board in boards.values() for note in board["notes"]}


def hats(grouping, texts, seed=1):
    """Of every hat, shuffled: texts (one of those a note may have), their themes, all names."""
    chance = random.Random(seed)
    for themes in GROUPINGS[grouping].values():
        own = [(id, place) for place, ids in enumerate(themes.values()) for id in sorted(ids)]
        chance.shuffle(own)
        yield [chance.choice(texts[id]) for id, _ in own], [place for _, place in own], [*themes]


def filed_step_by_step(board, meanings):
    texts, themes, names = board
    likeness = Likeness(texts, meanings.of([*texts, *names]), names)
    first = among = 0
    for seed in range(ORDERS):
        filed = [None] * len(texts)
        for note in random.Random(seed).sample(range(len(texts)), len(texts)):
            best = [
                theme for theme, _ in filing.ranked(likeness.notes, likeness.themes, filed)[note]
            ]
            first += best[0] == themes[note]
            among += themes[note] in best[:3]
            filed[note] = themes[note]
    return first, among, ORDERS * len(texts)


def surest_third(board, meanings):
    texts, themes, names = board
    found = suggest(*rows(texts, names), meanings.of([*texts, *names]))
    right = sum(found["filing"][id][0] == f"t{themes[int(id)]}" for id in found["sure"])
    return right, len(found["sure"])


def neighbours(board, meanings):
    texts, themes, _ = board
    line = [themes[int(id)] for id in suggest(*rows(texts), meanings.of(texts))["order"]]
    return sum(a == b for a, b in pairwise(line)), len(line) - 1


def by_chance(board):
    _, themes, _ = board
    pairs = list(combinations(themes, 2))
    return sum(a == b for a, b in pairs) * (len(themes) - 1) / len(pairs), len(themes) - 1


def rows(texts, names=()):
    notes = [{"id": str(i), "text": text, "theme": ""} for i, text in enumerate(texts)]
    return notes, [{"id": f"t{i}", "name": name} for i, name in enumerate(names)]


def false_pairs(board, meanings):
    texts = board[0]
    found = suggest(*rows(texts), meanings.of(texts))["stacks"]
    return sum(len(stack) * (len(stack) - 1) // 2 for stack in found)


def copies_found(texts, copies, meanings):
    """How many copies lie on one stack with what they copy."""
    everything = [*texts, *copies]
    found = suggest(*rows(everything), meanings.of(everything))["stacks"]
    stack = {id: place for place, ids in enumerate(found) for id in ids}
    pairs = [(str(i), str(i + len(texts))) for i in range(len(texts))]
    return sum(stack.get(a, a) == stack.get(b, b) for a, b in pairs), len(pairs)


def typed(text, chance):
    """The text as another thumb may have typed it."""
    kind = chance.choice(["shouted", "dotted", "slip", "slip"])
    if kind == "shouted":
        return f"{text.upper()}!!"
    if kind == "dotted":
        return f"  - {text.capitalize().replace(',', '')}."
    at = chance.choice([i for i, letter in enumerate(text) if letter.isalpha()])
    before, letter, after = text[:at], text[at], text[at + 1 :]
    slips = [before + after, before + letter * 2 + after, before + chance.choice(SLIPS) + after]
    if after[:1].isalpha():
        slips.append(before + after[0] + letter + after[1:])
    return chance.choice(slips)


def share(counts):
    counts = list(counts)
    return sum(right for right, _ in counts) / sum(all for _, all in counts)


def measure(grouping, texts, meanings):
    boards = list(hats(grouping, texts))
    steps = [filed_step_by_step(board, meanings) for board in boards]
    chance = random.Random(7)
    copies = [
        copies_found(own, [typed(text, chance) for text in own], meanings) for own, *_ in boards
    ]
    wrong = [false_pairs(board, meanings) for board in boards]
    return {
        "top 3": share((among, all) for _, among, all in steps),
        "first": share((first, all) for first, _, all in steps),
        "surest": share(surest_third(board, meanings) for board in boards),
        "order": share(neighbours(board, meanings) for board in boards),
        "random": share(by_chance(board) for board in boards),
        "typed": share(copies),
        "false": sum(wrong) / len(wrong),
        "worst": max(wrong),
    }


def measured(folder):
    """What there is to measure: label, grouping, the texts that each note may have."""
    example = texts_of(HERE.parent / "docs" / "example.json")
    yield "example, en", "example", {id: [text] for id, text in example.items()}
    if folder:
        by_language = [texts_of(folder / f"2013-{language}.json") for language in LANGUAGES]
        for grouping in ("2013", "2013 again"):
            for language, texts in zip(LANGUAGES, by_language, strict=True):
                yield f"{grouping}, {language}", grouping, {id: [t] for id, t in texts.items()}
            mixed = {id: [texts[id] for texts in by_language] for id in by_language[0]}
            yield f"{grouping}, mixed", grouping, mixed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--workshops", type=Path, help="a folder with 2013-fi.json, -en and -sv")
    parser.add_argument("--engine", choices=["words", "meaning"], help="default: both, if at hand")
    given = parser.parse_args()
    engines = [Words(), Local()] if local_at_hand() else [Words()]
    heads = ["top 3", "first", "surest", "order", "random", "typed", "false", "worst"]
    print(f"{'':26}" + "".join(f"{head:>8}" for head in heads))
    for engine in engines:
        if given.engine in (None, engine.name):
            meanings = Meanings(engine)
            for label, grouping, texts in measured(given.workshops):
                found = measure(grouping, texts, meanings)
                figures = "".join(f"{found[head]:8.2f}" for head in heads)
                print(f"{engine.name:8}{label:18}{figures}", flush=True)
            found, all = copies_found(*zip(*INFLECTED, strict=True), meanings)
            print(f"{engine.name:8}inflected {found / all:.2f}")


if __name__ == "__main__":
    main()
