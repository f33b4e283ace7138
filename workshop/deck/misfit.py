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
            say(language, "misfit.size", part=part(found["part"]),
                size=_number(found["size"], language), usual=_number(found["usual"], language))
            for found in sizes[:SHOWN]
        ]  # fmt: skip
        if more := len(sizes) - len(shown):
            shown.append(say(language, "misfit.more", n=more))
        told["sizes"] = ", ".join(shown)
    if parts := one.get("parts"):
        told["parts"] = ", ".join(
            say(language, "misfit.count", part=part(found["part"]), n=found["n"]) for found in parts
        )
    if what := one.get("what"):
        told["what"] = ", ".join(say(language, f"misfit.what.{name}") for name in what)
    return say(language, f"misfit.{one['code']}", **told)


def _number(value: float, language: str) -> str:
    return f"{value:g}".replace(".", say(language, "misfit.point"))
