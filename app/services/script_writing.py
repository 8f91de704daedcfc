"""A script while it is being written: everything that is wrong with it, and how it would be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.scripts_library import speaking
from app.scripts_library.advice import advise
from app.scripts_library.checker import check
from app.scripts_library.findings import Finding, Place, error, located
from app.scripts_library.flow import scripts_named
from app.scripts_library.naming import propose_key
from app.scripts_library.numbers import numbers_in, written
from app.scripts_library.parser import parse
from app.scripts_library.reading_level import ReadingLevel, reading_level
from app.scripts_library.script import REQUIRED_LANGUAGES, Script, Variant
from app.services.office import View
from app.services.script_reading import OpenScript, Reading, as_read
from app.store import scripts as rows_of

_ENGLISH = Reading("en")


@dataclass(frozen=True)
class WordingFacts:
    """One wording in figures: seconds to say it, its reading level, and the figures that its counterpart lacks."""

    seconds: float
    level: ReadingLevel | None
    numbers_alone: str = ""


@dataclass(frozen=True)
class Checked:
    """What is known of a script as it stands. ``script`` is None for a text that cannot be read as one.

    ``wordings`` stand in the order of the script's variants; ``shown`` is how it would be read; ``key`` is one that a
    script without a key could have.
    """

    script: Script | None
    findings: tuple[Finding, ...] = ()
    wordings: tuple[WordingFacts, ...] = ()
    shown: OpenScript | None = None
    key: str = ""


@dataclass(frozen=True)
class Written:
    """What is to be checked: a script, or, where ``text`` is not None, the text of its file."""

    script: Script
    text: str | None = None
    reading: Reading = _ENGLISH


def look_at(view: View, written: Written) -> Checked:
    """Return what is wrong with a script or a text, and how it would be read. Raises ``NotAllowed``."""
    view.require(Permission.WRITE_SCRIPTS)
    if written.text is None:
        return _checked(view, written.script, written.reading, {})
    parsed = parse(written.text, zone=ZoneInfo(view.settings.time_zone))
    if parsed.script is None:
        return Checked(None, parsed.findings)
    found = _checked(view, parsed.script, written.reading, parsed.lines)
    return Checked(found.script, (*parsed.findings, *found.findings), found.wordings, found.shown, found.key)


def _checked(view: View, script: Script, reading: Reading, lines: Mapping[Place, int]) -> Checked:
    findings = (*check(script, lines=lines), *advise(script, view.now), *_unknown_scripts(view, script))
    wordings = tuple(_facts(script, variant) for variant in script.variants)
    placed = tuple(located(finding, lines) if lines else finding for finding in findings)
    return Checked(script, placed, wordings, as_read(view, script, reading), _key(view, script))


def _key(view: View, script: Script) -> str:
    def is_taken(key: str) -> bool:
        return bool(rows_of.versions_of(view.rows, key))

    return "" if script.key else propose_key(script, is_taken)


def _unknown_scripts(view: View, script: Script) -> tuple[Finding, ...]:
    named = scripts_named(script.flow)
    return tuple(
        error("goto-script-unknown", "flow", "nodes", node, node=node, key=key)
        for node, key in named
        if key != script.key and not rows_of.versions_of(view.rows, key)
    )


def _facts(script: Script, variant: Variant) -> WordingFacts:
    level = reading_level(f"{variant.say}\n{variant.if_asked}", variant.language)
    return WordingFacts(speaking.seconds(variant.say), level, _alone(script, variant))


def _alone(script: Script, variant: Variant) -> str:
    """The figures of a wording that the same wording in the other required language does not hold."""
    others = [
        one
        for one in script.variants
        if one.language in REQUIRED_LANGUAGES
        and one.language != variant.language
        and (one.audience, one.plain) == (variant.audience, variant.plain)
    ]
    if variant.language not in REQUIRED_LANGUAGES or not others:
        return ""
    return written(numbers_in(variant.text()) - numbers_in(others[0].text()))
