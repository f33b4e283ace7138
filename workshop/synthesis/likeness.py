"""How alike texts are: by the letters of their words, and by meaning where vectors are at hand."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from .text import grams

MEANING = 0.6  # the rest is words
DOUBT = 2  # names count half as much for their own mean when there are so many
KEPT = 5  # boards (a workshop) whose comparison is kept: it is asked for after each filing
Rows = list[list[float]]
Vector = Sequence[float]
Sparse = dict[str, float]


class Likeness:
    """Cosines between the notes of one hat, and to the names of its themes, about -1 to 1.

    `vectors`, text to numbers, counts only when every text and name has one, all of one length.
    """

    def __init__(
        self,
        texts: Sequence[str],
        vectors: Mapping[str, Vector] | None = None,
        names: Sequence[str] = (),
    ) -> None:
        self.texts, self.names = tuple(texts), names
        given = [(vectors or {}).get(text) for text in (*texts, *names)]
        self.places = _centred(given, len(texts)) if texts and _comparable(given) else []

    @cached_property
    def words(self) -> Rows:
        """Each note's likeness to each other one by words alone; 1 to itself."""
        return _among(self.texts)

    @cached_property
    def meaning(self) -> Rows | None:
        """The same by meaning alone; None without vectors."""
        own = self.places[: len(self.texts)]
        return _cosines(own, own) if own else None

    @cached_property
    def notes(self) -> Rows:
        """The same by both."""
        return _blend(self.words, self.meaning)

    @cached_property
    def themes(self) -> Rows:
        """A row for each note: its likeness to each name, by both."""
        count = len(self.texts)
        words = _products(*_weighed(self.texts, self.names))
        meaning = _cosines(self.places[:count], self.places[count:]) if self.places else None
        return _blend(words, meaning)


def _blend(words: Rows, meaning: Rows | None) -> Rows:
    if meaning is None:
        return words
    return [
        [MEANING * near + (1 - MEANING) * word for near, word in zip(*both, strict=True)]
        for both in zip(meaning, words, strict=True)
    ]


def _weighed(texts: Sequence[str], names: Sequence[str] = ()) -> tuple[list[Sparse], list[Sparse]]:
    """TF-IDF of n-grams, rare among the texts counting more; every vector of length 1."""
    having = Counter(gram for text in texts for gram in grams(text))
    unknown = math.log(1 + len(texts)) + 1
    rarity = {gram: unknown - math.log(1 + n) for gram, n in having.items()}

    def weigh(text: str) -> Sparse:
        found = {
            gram: (1 + math.log(n)) * rarity.get(gram, unknown) for gram, n in grams(text).items()
        }
        length = math.hypot(*found.values()) or 1
        return {gram: weight / length for gram, weight in found.items()}

    return [weigh(text) for text in texts], [weigh(name) for name in names]


@lru_cache(maxsize=KEPT)
def _among(texts: tuple[str, ...]) -> Rows:
    """Products of each with each of these vectors; 1 with itself."""
    rows = [[0.0] * i for i in range(len(texts))]
    for shared in _features(texts):
        for place, (i, weight) in enumerate(shared):
            row = rows[i]
            for j, other in shared[:place]:
                row[j] += weight * other
    return [[*row, 1.0, *(later[i] for later in rows[i + 1 :])] for i, row in enumerate(rows)]


def _features(texts: Sequence[str]) -> list[list[tuple[int, float]]]:
    """The vectors by what they have in common: for each n-gram who has it, and how much.

    N-grams that the same texts have equally often (most of a word's) are one: a third of the work.
    """
    having: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, text in enumerate(texts):
        for gram, n in grams(text).items():
            having[gram].append((i, n))
    unknown = math.log(1 + len(texts)) + 1
    features, squares = [], [0.0] * len(texts)
    for owners, times in Counter(map(tuple, having.values())).items():
        rarity = math.sqrt(times) * (unknown - math.log(1 + len(owners)))
        feature = [(i, (1 + math.log(n)) * rarity) for i, n in owners]
        features.append(feature)
        for i, weight in feature:
            squares[i] += weight * weight
    lengths = [math.sqrt(square) for square in squares]
    return [[(i, weight / lengths[i]) for i, weight in own] for own in features if len(own) > 1]


def _products(left: list[Sparse], right: list[Sparse]) -> Rows:
    return [
        [sum(weight * mine.get(gram, 0.0) for gram, weight in other.items()) for other in right]
        for mine in left
    ]


def _comparable(vectors: Sequence[Vector | None]) -> bool:
    """Whether there is a vector for each, all of one length and of nothing but numbers."""
    lengths = {0 if vector is None else len(vector) for vector in vectors}
    if len(lengths) != 1 or 0 in lengths:
        return False
    return all(math.isfinite(sum(vector)) for vector in vectors if vector is not None)


def _centred(vectors: Sequence[Vector], notes: int) -> Rows:
    """The vectors as they differ from what is usual: for a note the notes' mean, for a name
    (a short text, perhaps in another language) nearly the names' own. Length 1.
    """
    usual = _mean(vectors[:notes])
    names = vectors[notes:]
    of_names = _mean([*names, *[usual] * DOUBT])
    return [
        *(_direction(vector, usual) for vector in vectors[:notes]),
        *(_direction(vector, of_names) for vector in names),
    ]


def _mean(vectors: Sequence[Vector]) -> list[float]:
    return [sum(column) / len(vectors) for column in zip(*vectors, strict=True)]


def _direction(vector: Vector, usual: Sequence[float]) -> list[float]:
    moved = [value - middle for value, middle in zip(vector, usual, strict=True)]
    length = math.hypot(*moved) or 1
    return [value / length for value in moved]


def _cosines(left: Rows, right: Rows) -> Rows:
    """Products of vectors of length 1 (or 0)."""
    if not left or not right:
        return [[] for _ in left]
    try:
        import numpy
    except ImportError:  # it comes with the model; without it the same takes longer
        return _by_distance(left, right)
    return (numpy.array(left) @ numpy.array(right).T).tolist()


def _by_distance(left: Rows, right: Rows) -> Rows:
    """The same: Python measures a distance far quicker than it multiplies and adds."""
    sizes = [math.hypot(*other) ** 2 for other in right]
    return [
        [
            (own + size - math.dist(one, other) ** 2) / 2
            for other, size in zip(right, sizes, strict=True)
        ]
        for one in left
        for own in [math.hypot(*one) ** 2]
    ]
