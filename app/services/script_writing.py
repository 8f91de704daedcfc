"""A script while it is being written: everything that is wrong with it, and how it would be read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.scripts_library import comparer, speaking
from app.scripts_library.advice import advise
from app.scripts_library.checker import check
from app.scripts_library.comparer import Difference
from app.scripts_library.findings import Finding, Place, error, located
from app.scripts_library.flow import scripts_named
from app.scripts_library.naming import propose_key
from app.scripts_library.numbers import numbers_in, written
from app.scripts_library.parser import parse
from app.scripts_library.reading_level import ReadingLevel, reading_level
from app.scripts_library.script import REQUIRED_LANGUAGES, Script, State, Variant, content_of
from app.services.office import View
from app.services.script_reading import OpenScript, Reading, as_read
from app.services.scripts import load
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
    script without a key could have; ``newest`` is the number of its newest version, None for a new script.
    """

    script: Script | None
    findings: tuple[Finding, ...] = ()
    wordings: tuple[WordingFacts, ...] = ()
    shown: OpenScript | None = None
    key: str = ""
    newest: int | None = None


@dataclass(frozen=True)
class Written:
    """What is to be checked: a script, or, where ``text`` is not None, the text of its file.

    ``base`` is the version that it began from, None for a new one.
    """

    script: Script
    text: str | None = None
    reading: Reading = _ENGLISH
    base: int | None = None


def look_at(view: View, written: Written) -> Checked:
    """Return what is wrong with a script or a text, and how it would be read. Raises ``NotAllowed``."""
    view.require(Permission.WRITE_SCRIPTS)
    if written.text is None:
        return _checked(view, written, written.script, {})
    parsed = parse(written.text, zone=ZoneInfo(view.settings.time_zone))
    if parsed.script is None:
        return Checked(None, parsed.findings)
    found = _checked(view, written, parsed.script, parsed.lines)
    return replace(found, findings=(*parsed.findings, *found.findings))


def differences_to(view: View, script: Script) -> tuple[Script, tuple[Difference, ...]]:
    """Return the newest version of a script, and how the given one differs from it. Raises ``RecordGone``."""
    view.require(Permission.WRITE_SCRIPTS)
    found = rows_of.versions_of(view.rows, script.key)
    if not found:
        raise RecordGone(entity="script", id=script.key)
    newest = load(view.rows, found[-1])
    return newest, comparer.compare(content_of(newest), content_of(script))


def _checked(view: View, written: Written, script: Script, lines: Mapping[Place, int]) -> Checked:
    versions = rows_of.versions_of(view.rows, script.key) if script.key else []
    newest = versions[-1].number if versions else None
    # Whoever approves it cannot write it any more: what an approved version must have is asked for now.
    approved = replace(script, state=State.APPROVED)
    findings = [*check(approved, lines=lines), *advise(script, view.now), *_unknown_scripts(view, script)]
    if newest is not None and written.base is None:
        findings.insert(0, error("key-twice", "id", key=script.key, version=newest))
    placed = tuple(located(finding, lines) if lines else finding for finding in findings)
    wordings = tuple(_facts(script, variant) for variant in script.variants)
    return Checked(script, placed, wordings, as_read(view, script, written.reading), _key(view, script), newest)


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
