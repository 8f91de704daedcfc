"""Scripts of the library: which version counts, its history and differences, and flags.

What a version says is read by ``app.scripts_library``; what it is (live, expired …) is computed for the moment asked.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from app.models.accounts import Permission
from app.models.errors import FieldMissing, FieldTooLong, RecordGone
from app.models.script_flags import doubted_at
from app.models.texts import clean
from app.scripts_library import comparer
from app.scripts_library.comparer import Difference
from app.scripts_library.content import from_content, glance
from app.scripts_library.script import Script, State
from app.scripts_library.visibility import Standing, standing, version_at
from app.services.office import View, Work
from app.store import script_life as life_rows
from app.store import script_outline as outline_rows
from app.store import scripts as rows_of
from app.store.journal import Rows
from app.store.script_life import Reviewed
from app.store.scripts import FlagRow, StateEvent, VersionRow

LONGEST_FLAG = 2_000
_NEVER_GIVEN = {Standing.DRAFT, Standing.REVIEW, Standing.COMING}


@dataclass(frozen=True)
class Version:
    """One version in a script's history, with what it is now."""

    key: str
    number: int
    title: str
    standing: Standing
    at: datetime
    source: str | None


def load(rows: Rows, row: VersionRow) -> Script:
    """Return the script of a version, with its number, its state, when it was last looked at, and any doubt of it."""
    return _judged(rows, row, from_content(row.key, rows_of.content_of(rows, row.id)))


def glanced(rows: Rows, row: VersionRow) -> Script:
    """Return the same with its labels and times alone, for questions about the whole library."""
    return _judged(rows, row, glance(row.key, rows_of.content_of(rows, row.id)))


def _judged(rows: Rows, row: VersionRow, script: Script) -> Script:
    """A version with its number, its state, when it was last looked at, and any doubt of it."""
    script = replace(script, version=row.number, state=row.state)
    if row.state is not State.APPROVED:
        return script
    doubted = doubted_at(outline_rows.flags_of_version(rows, row.script, row.id))
    reviewed = _as_reviewed(script, life_rows.reviewed(rows, row.id))
    return replace(reviewed, doubted_on=doubted.date()) if doubted else reviewed


def _as_reviewed(script: Script, seen: Reviewed) -> Script:
    """A review makes the script's own interval count from its day; the day that the review itself names goes first."""
    if seen.on_day is None or (script.last_reviewed_on is not None and script.last_reviewed_on > seen.on_day):
        return script if seen.next_on is None else replace(script, review_on=seen.next_on)
    kept = script.review_on if script.review_on is not None and script.review_on > seen.on_day else None
    return replace(script, last_reviewed_on=seen.on_day, review_on=seen.next_on or kept)


def counting(view: View, key: str, *, drafts: bool) -> Script:
    """Return the version of a script that counts now, with ``drafts`` also one that never counted yet.

    Raises ``RecordGone``.
    """
    found = rows_of.versions_of(view.rows, key)
    loaded = {row.number: load(view.rows, row) for row in found}
    counts = counting_row([(row, standing(loaded[row.number], view.now)) for row in found])
    if counts is not None:
        return loaded[counts[0].number]
    if drafts and found:
        return loaded[found[-1].number]
    raise RecordGone(entity="script", id=key)


def script_at(view: View, key: str, at: datetime) -> Script | None:
    """Return the version that counted at a past moment, for quality review and audits; None where none did."""
    view.require(Permission.READ_SCRIPTS)
    approved = (row for row in rows_of.versions_of(view.rows, key, at) if row.state == State.APPROVED)
    return version_at((load(view.rows, row) for row in approved), at)


def versions_of(view: View, key: str) -> list[Version]:
    """Return every version of a script, the newest first. Raises ``RecordGone``."""
    view.require(Permission.READ_SCRIPTS)
    found = rows_of.versions_of(view.rows, key)
    if not found:
        raise RecordGone(entity="script", id=key)
    language = view.person.language or "en"
    return [_version(load(view.rows, row), row, view.now, language) for row in reversed(found)]


def life_of(view: View, key: str) -> list[StateEvent]:
    """Return who moved which version to which state, the newest step first."""
    view.require(Permission.READ_SCRIPTS)
    return rows_of.events_of(view.rows, key)


def differences(view: View, key: str, before: int, after: int) -> tuple[Difference, ...]:
    """Return how two versions of a script differ. Raises ``RecordGone``."""
    view.require(Permission.READ_SCRIPTS)
    rows = {row.number: row for row in rows_of.versions_of(view.rows, key)}
    for number in (before, after):
        if number not in rows:
            raise RecordGone(entity="script", id=f"{key}@{number}")
    return comparer.compare(load(view.rows, rows[before]), load(view.rows, rows[after]))


def flag(work: Work, key: str, version: int, *, note: str, key_point: str | None = None) -> bytes:
    """Say that something is wrong in a version, and return the flag's id. Anybody who reads scripts may.

    Raises ``FieldMissing``, ``FieldTooLong``, ``RecordGone``.
    """
    person = work.require(Permission.READ_SCRIPTS)
    text = clean(note)
    if not text:
        raise FieldMissing(field="note")
    if len(text) > LONGEST_FLAG:
        raise FieldTooLong(field="note", limit=LONGEST_FLAG)
    row = next((one for one in rows_of.versions_of(work.tx, key) if one.number == version), None)
    if row is None:
        raise RecordGone(entity="script", id=f"{key}@{version}")
    return rows_of.write_flag(work.tx, row, by=person.id, note=text, key_point=key_point)


def flags_of(view: View, key: str) -> list[FlagRow]:
    """Return the open flags of a script, the newest first."""
    view.require(Permission.READ_SCRIPTS)
    return rows_of.open_flags(view.rows, key)


def counting_row(found: list[tuple[VersionRow, Standing]]) -> tuple[VersionRow, Standing] | None:
    """Return, of the versions of one script (oldest first), the one that callers are given, else what is left of it.

    The newest visible version counts; without one, the newest that was approved once and has ended.
    """
    visible = [one for one in found if one[1] in (Standing.LIVE, Standing.REVIEW_DUE)]
    ended = [one for one in found if one[1] not in _NEVER_GIVEN]
    return visible[-1] if visible else ended[-1] if ended else None


def _version(script: Script, row: VersionRow, now: datetime, language: str) -> Version:
    title = script.title_in("zh" if language.startswith("zh") else language)
    return Version(row.key, row.number, title, standing(script, now), row.at, row.source)
