"""How fast a play goes, and what the terminal tells of it."""

import random
import time

from workshop.phrases import say


class Rhythm:
    """Pauses as people make them, none like the other, and one line for each step."""

    def __init__(self, language: str, pace: float) -> None:
        self.language, self._pace = language, pace
        self._random = random.Random(6)  # each play is like the last

    def pause(self, seconds: float) -> None:
        """About so long, at pace 1."""
        time.sleep(seconds * self._random.uniform(0.6, 1.4) / self._pace)

    def tell(self, hat: str, step: str) -> None:
        """Name the step: one of the phrases `demo.step.…`."""
        about, done = say(self.language, f"hat.{hat}.name"), say(self.language, f"demo.step.{step}")
        print(f"  {about}: {done}", flush=True)

    def refused(self, code: str) -> None:
        """Somebody else was faster; the play goes on."""
        print(f"  ({say(self.language, f'refused.{code}', limit='', where='')})", flush=True)
