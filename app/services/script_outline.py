"""The library as a whole: one line for each script, and what people found wrong, open until somebody saw to it."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from app.models.accounts import Permission
from app.models.errors import FieldTooLong, RecordGone
from app.models.texts import clean
from app.scripts_library.script import Script, State
from app.scripts_library.visibility import Standing, standing
from app.services.office import View, Work
from app.services.script_flags import doubted
from app.services.scripts import LONGEST_FLAG
from app.store import script_outline as rows_of
from app.store.script_outline import OpenFlag, OutlineRow

_COUNTS = (Standing.LIVE, Standing.REVIEW_DUE)
_NEVER_GIVEN = (Standing.DRAFT, Standing.REVIEW, Standing.COMING)


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """A script by the version that counts now. ``standing`` is as in ``visibility``, but for a review due by its date.

    That a review is due because several people flagged the version is told.

    ``newer`` is the standing of a later version that does not count yet (draft, review, coming), "" without one.
    """

    key: str
    version: int
    title_zh: str
    title_en: str
    topic: str
    standing: Standing
    urgent: bool = False
    flags: int = 0
    newer: str = ""

    def title(self, language: str) -> str:
        """Return its title in a language of the program, else in the other one, else its key."""
        first, second = (self.title_zh, self.title_en) if language.startswith("zh") else (self.title_en, self.title_zh)
        return first or second or self.key


def outline(view: View) -> tuple[ScriptLine, ...]:
    """Return every script, by key; those that never counted only to people who write scripts."""
    person = view.require(Permission.READ_SCRIPTS)
    flags = Counter(one.key for one in rows_of.open_flags(view.rows))
    drafts = person.may(Permission.WRITE_SCRIPTS) or person.may(Permission.APPROVE_SCRIPTS)
    lines = (_line(list(rows), view.now, drafts) for _, rows in groupby(rows_of.outline(view.rows), key=_key))
    in_doubt = doubted(view.rows)
    return tuple(_with_flags(line, flags[line.key], in_doubt) for line in lines if line is not None)


def open_flags(view: View) -> list[OpenFlag]:
    """Return what people found wrong in any script and nobody has seen to, the newest first."""
    view.require(Permission.READ_SCRIPTS)
    return rows_of.open_flags(view.rows)


def end_flag(work: Work, flag: bytes, *, answer: str = "") -> None:
    """Say that a flag is dealt with; who flagged is told the answer.

    Raises ``NotAllowed``, ``FieldTooLong``, and ``RecordGone`` where it was already.
    """
    person = work.require(Permission.WRITE_SCRIPTS)
    text = clean(answer)
    if text and len(text) > LONGEST_FLAG:
        raise FieldTooLong(field="answer", limit=LONGEST_FLAG)
    if not rows_of.end_flag(work.tx, flag, by=person.id, answer=text):
        raise RecordGone(entity="script_flag", id=flag.hex())


def _line(rows: list[OutlineRow], now: datetime, drafts: bool) -> ScriptLine | None:
    """The version that counts is the newest visible one, else the newest that has ended, else the newest draft."""
    found = [(row, _standing(row, now)) for row in rows]
    visible = [one for one in found if one[1] in _COUNTS]
    ended = [one for one in found if one[1] not in _NEVER_GIVEN]
    if not visible and not ended and not drafts:
        return None
    row, now_is = (visible or ended or found)[-1]
    last, last_is = found[-1]
    newer = last_is.value if drafts and last.number > row.number and last_is in _NEVER_GIVEN else ""
    return ScriptLine(
        row.key, row.number, row.title_zh, row.title_en, row.topic, now_is, row.urgent and bool(visible), newer=newer
    )


def _standing(row: OutlineRow, now: datetime) -> Standing:
    times = [datetime.fromisoformat(text) if text else None for text in (row.effective_from, row.effective_to)]
    script = Script(row.key, {}, state=State(row.state), effective_from=times[0], effective_to=times[1])
    return standing(script, now)


def _with_flags(line: ScriptLine, flags: int, in_doubt: Collection[tuple[str, int]]) -> ScriptLine:
    is_due = line.standing is Standing.LIVE and (line.key, line.version) in in_doubt
    return replace(line, flags=flags, standing=Standing.REVIEW_DUE if is_due else line.standing) if flags else line


def _key(row: OutlineRow) -> str:
    return row.key
