"""What comes out otherwise on a template, in words (trial.misfits has it in figures)."""

from workshop.phrases import say
from workshop.records import Row

SHOWN = 5  # kinds of slides, the smallest first; more than that nobody reads


def misfit(one: Row, language: str) -> str:
    """One misfit as a sentence."""

    def part(name: str) -> str:
        return say(language, f"misfit.part.{name}")

    told = dict(one)
    if sizes := one.get("sizes"):
        shown = [
            say(language, "misfit.size", part=part(name), size=_number(size, language),
                usual=_number(usual, language))
            for name, (size, usual) in list(sizes.items())[:SHOWN]
        ]  # fmt: skip
        if more := len(sizes) - len(shown):
            shown.append(say(language, "misfit.more", n=more))
        told["sizes"] = ", ".join(shown)
    if parts := one.get("parts"):
        told["parts"] = ", ".join(
            say(language, "misfit.count", part=part(name), n=n) for name, n in parts.items()
        )
    if what := one.get("what"):
        told["what"] = ", ".join(say(language, f"misfit.what.{name}") for name in what)
    return say(language, f"misfit.{one['code']}", **told)


def _number(value: float, language: str) -> str:
    return f"{value:g}".replace(".", say(language, "misfit.point"))
