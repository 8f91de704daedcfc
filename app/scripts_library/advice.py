"""What a person who writes a script is told beyond the linter: warnings that keep nothing from being sent to review."""

from collections.abc import Iterator
from datetime import datetime

from app.scripts_library.findings import Finding, warning
from app.scripts_library.reading_level import reading_level
from app.scripts_library.script import Script, Variant
from app.scripts_library.speaking import LONGEST_S, seconds


def advise(script: Script, at: datetime) -> tuple[Finding, ...]:
    """Every warning, as it stands at a moment."""
    return (*_ended(script, at), *_lengths(script), *_levels(script))


def _ended(script: Script, at: datetime) -> Iterator[Finding]:
    if script.effective_to is not None and script.effective_to <= at:
        yield warning("ended-already", "effective_to", end=script.effective_to.date().isoformat())


def _lengths(script: Script) -> Iterator[Finding]:
    for number, variant in enumerate(script.variants, 1):
        needed = seconds(variant.say)
        if needed > LONGEST_S:
            facts = {"variant": _name(variant), "seconds": round(needed), "limit": LONGEST_S}
            yield warning("saying-long", "body", str(number), **facts)


def _levels(script: Script) -> Iterator[Finding]:
    for number, variant in enumerate(script.variants, 1):
        level = reading_level(f"{variant.say}\n{variant.if_asked}", variant.language)
        if level is not None and level.step == "hard":
            yield warning("reading-hard", "body", str(number), variant=_name(variant), figure=level.figure)


def _name(variant: Variant) -> str:
    return " · ".join(filter(None, (variant.language, variant.audience, "plain" if variant.plain else "")))
