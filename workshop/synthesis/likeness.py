"""How alike texts are: by the letters of their words, and by meaning where vectors are at hand."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from .text import grams

MEANING = 0.6  # the rest is words
Rows = list[list[float]]
Vector = Sequence[float]


class Likeness:
    """Cosines between texts of one hat: words alone, or with meaning.

    `vectors` (text to numbers) counts only when every text has one, all of one length.
    """

    def __init__(self, texts: Sequence[str], vectors: Mapping[str, Vector] | None = None) -> None:
        self.words = _weighed(texts)
        self.meanings = _centred([(vectors or {}).get(text) for text in texts])

    def matrix(self) -> Rows:
        """Each text's likeness to each other one, about -1 to 1; 1 to itself."""
        everyone = range(len(self.words))
        rows = self.between(everyone, everyone)
        for i, row in enumerate(rows):
            row[i] = 1.0
        return rows

    def between(self, left: Sequence[int], right: Sequence[int]) -> Rows:
        """A row for each text of `left`: how like it each text of `right` is (by position)."""
        rows = _products([self.words[i] for i in left], [self.words[j] for j in right])
        if not self.meanings:
            return rows
        meanings = self.meaning(left, right)
        return [
            [MEANING * meaning + (1 - MEANING) * word for meaning, word in zip(*both, strict=True)]
            for both in zip(meanings, rows, strict=True)
        ]

    def meaning(self, left: Sequence[int], right: Sequence[int]) -> Rows:
        """The same by meaning alone; only where there are vectors."""
        # Vectors of length 1 lie the nearer the more alike they are: far quicker than summing
        # products in Python.
        dist, others = math.dist, [self.meanings[j] for j in right]
        return [[1 - dist(self.meanings[i], other) ** 2 / 2 for other in others] for i in left]


def _weighed(texts: Sequence[str]) -> list[dict[str, float]]:
    """TF-IDF of n-grams: sublinear counts, rarity within these texts, length 1."""
    counted = [grams(text) for text in texts]
    having = Counter(gram for counts in counted for gram in counts)
    rarity = {gram: math.log((1 + len(texts)) / (1 + n)) + 1 for gram, n in having.items()}
    weighed = []
    for counts in counted:
        found = {gram: (1 + math.log(n)) * rarity[gram] for gram, n in counts.items()}
        length = math.hypot(*found.values()) or 1
        weighed.append({gram: weight / length for gram, weight in found.items()})
    return weighed


def _products(left: list[dict[str, float]], right: list[dict[str, float]]) -> Rows:
    index = defaultdict(list)
    for j, vector in enumerate(right):
        for gram, weight in vector.items():
            index[gram].append((j, weight))
    rows = []
    for vector in left:
        row = [0.0] * len(right)
        for gram, weight in vector.items():
            for j, other in index.get(gram, ()):
                row[j] += weight * other
        rows.append(row)
    return rows


def _centred(vectors: list[Vector | None]) -> list[tuple[float, ...]]:
    """The vectors as they differ from their mean, length 1; none where one is missing or odd."""
    lengths = {len(vector) if vector else 0 for vector in vectors}
    if len(lengths) != 1 or 0 in lengths:
        return []
    mean = [sum(column) / len(vectors) for column in zip(*vectors, strict=True)]
    centred = []
    for vector in vectors:
        moved = [value - middle for value, middle in zip(vector, mean, strict=True)]
        length = math.hypot(*moved) or 1
        centred.append(tuple(value / length for value in moved))
    return centred
