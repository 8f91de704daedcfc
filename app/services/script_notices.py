"""Changed scripts reach the people who say them: what each is still to read, and what she has read.

Whoever changed a script herself knows it. An urgent publication is read and answered for before the next call: one
question, made of its key points, until the answer is right. Everything else is only told.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.models.accounts import Permission, Person
from app.models.errors import RecordGone
from app.models.script_notices import (
    ASKED_FOR,
    TOLD_FOR,
    Notice,
    NoticeKind,
    NoticeNotAnswered,
    in_order,
)
from app.scripts_library.comparer import Difference
from app.scripts_library.script import Script, State
from app.scripts_library.texts import language_code
from app.services.office import View, Work
from app.services.script_reading import OpenScript, Reading, open_script
from app.services.scripts import differences, load
from app.store import accounts
from app.store import script_notices as rows_of
from app.store import script_outline as outline_rows
from app.store import scripts as version_rows
from app.store.script_notices import FlagAnswer, LastStep, NoticedStep

if TYPE_CHECKING:
    from app.scripts_library.notice_questions import Question

#: After so many notices that are marked as read others may save something.
_AT_ONCE = 500
#: So many other scripts lend their key points to a question.
_LENDERS = 6


@dataclass(frozen=True)
class NoticePage:
    """A notice to read: the script as it is read now, how it differs from the version that was known, the question.

    ``script`` is None where nothing is left of it, ``question`` None where none is asked.
    """

    notice: Notice
    script: OpenScript | None
    differences: tuple[Difference, ...] = ()
    question: "Question | None" = None


@dataclass(frozen=True)
class Answered:
    """What became of an answer: whether it was right, and what would have been."""

    is_right: bool
    answer: str = ""


@dataclass(frozen=True)
class Reader:
    """Somebody who is told of a change, and when she read it (None: not yet)."""

    name: str
    read_at: datetime | None


def waiting(view: View) -> list[Notice]:
    """Return what the signed-in person has not read yet, the gravest first. One script is one notice."""
    person = view.require(Permission.READ_SCRIPTS)
    steps = rows_of.steps_since(view.rows, person.id, view.now - ASKED_FOR)
    told_from = max(view.now - TOLD_FOR, rows_of.first_seen_at(view.rows, person.id) or view.now - TOLD_FOR)
    by_key: dict[str, list[NoticedStep]] = {}
    for step in steps:
        if _takes_effect_at(step) <= view.now and _changes_something(step):
            by_key.setdefault(step.key, []).append(step)
    found = [one for taken in by_key.values() if (one := _notice(taken, view.now, told_from)) is not None]
    found += map(_answer, rows_of.answers_since(view.rows, person.id, view.now - ASKED_FOR))
    return in_order(found)


def page(view: View, event: bytes, *, language: str, attempt: int = 0) -> NoticePage:
    """Return a waiting notice to read in a language of the program. Raises ``RecordGone`` for one that was read."""
    notice = _waiting_one(view, event)
    known = notice.known
    told = differences(view, notice.key, known, notice.version) if known and known != notice.version else ()
    try:
        opened = open_script(view, notice.key, Reading(language))
    except RecordGone:
        opened = None
    return NoticePage(notice, opened, told, _question(view, notice, language, attempt) if notice.is_urgent else None)


def read(work: Work, event: bytes) -> None:
    """Note that the signed-in person has read a notice; nothing for one that she had read.

    Raises ``NoticeNotAnswered`` for an urgent one: its question is answered.
    """
    notice = next((one for one in waiting(work) if one.id == event), None)
    if notice is None:
        return
    if notice.is_urgent:
        raise NoticeNotAnswered(key=notice.key)
    _note(work, notice, wrong=0)


def read_all(work: Work) -> int:
    """Note that the signed-in person has read everything that she is not asked about, and return how much that was."""
    told = [one for one in waiting(work) if not one.is_urgent]
    for place, notice in enumerate(told, start=1):
        _note(work, notice, wrong=0)
        if place % _AT_ONCE == 0:
            work.tx.breathe()
    return len(told)


def answer(work: Work, event: bytes, choice: int, *, language: str, attempt: int = 0) -> Answered:
    """Answer the question of an urgent notice; the right answer notes that it was read, after so many wrong ones.

    ``attempt`` counts the wrong answers before, as it did for ``page``. Raises ``RecordGone`` for one that was read.
    """
    notice = _waiting_one(work, event)
    question = _question(work, notice, language, attempt)
    if question is None or choice == question.right:
        _note(work, notice, wrong=attempt)
        return Answered(is_right=True, answer=question.answer if question else "")
    return Answered(is_right=False, answer=question.answer)


def readers(view: View, key: str) -> list[Reader]:
    """Return who has read the last change of a script, of those who take contacts and are told of it; none without one.

    Those who have not come first. A new script is no change, unless it is urgent, and whoever came to the desk later
    is told of urgent ones only. Raises ``NotAllowed``.
    """
    if not view.person.may(Permission.WRITE_SCRIPTS):
        view.require(Permission.APPROVE_SCRIPTS)
    last = rows_of.last_step(view.rows, key)
    if last is None:
        return []
    read_at = rows_of.read_by(view.rows, last.event)
    told = [one for one in accounts.everyone(view.rows) if _is_told(view, one, last)]
    return sorted((Reader(one.display, read_at.get(one.id)) for one in told), key=_read_order)


def _is_told(view: View, person: Person, last: LastStep) -> bool:
    if not person.may(Permission.TAKE_CONTACTS) or person.id == last.by:
        return False
    came_at = rows_of.first_seen_at(view.rows, person.id)
    return last.is_urgent or came_at is None or came_at <= last.at


def _read_order(reader: Reader) -> tuple[bool, str]:
    return reader.read_at is not None, reader.name


def _waiting_one(view: View, event: bytes) -> Notice:
    found = next((one for one in waiting(view) if one.id == event), None)
    if found is None:
        raise RecordGone(entity="script_notice", id=event.hex())
    return found


def _note(work: Work, notice: Notice, *, wrong: int) -> None:
    script = version_rows.script_id(notice.key)
    for event in notice.events:
        rows_of.write_read(work.tx, script, event, by=work.person.id, wrong=wrong)


def _takes_effect_at(step: NoticedStep) -> datetime:
    starts = step.effective_from
    return step.at if step.state == State.WITHDRAWN or starts is None else max(step.at, starts)


def _changes_something(step: NoticedStep) -> bool:
    """Whether callers are told something else from this step on; a new script is no change, unless it is urgent."""
    if step.later is not None:
        return False
    return step.state == State.WITHDRAWN or step.former is not None or bool(step.said.get("urgent")) or step.mine


def _notice(steps: list[NoticedStep], now: datetime, told_from: datetime) -> Notice | None:
    """Return what is told of one script, by its unread steps, oldest first."""
    own = max((place for place, step in enumerate(steps) if step.mine), default=-1)
    left = steps[own + 1 :]
    urgent = [step for step in left if step.said.get("urgent")]
    left = [step for step in left if step in urgent or _takes_effect_at(step) >= told_from]
    if not left:
        return None
    last = left[-1]
    kind = _kind(last, bool(urgent), now)
    known = left[0].former if left[0].state != State.WITHDRAWN else left[0].number
    return Notice(
        kind,
        last.key,
        tuple(step.event for step in left),
        last.number,
        _takes_effect_at(last),
        last.title_zh,
        last.title_en,
        known,
        by=last.by or "",
        note=str(last.said.get("note") or ""),
        successor=str(last.said.get("successor") or ""),
    )


def _kind(last: NoticedStep, is_urgent: bool, now: datetime) -> NoticeKind:
    if last.state == State.WITHDRAWN:
        return NoticeKind.WITHDRAWN
    has_ended = last.effective_to is not None and last.effective_to <= now
    return NoticeKind.URGENT if is_urgent and not has_ended else NoticeKind.CHANGED


def _answer(told: FlagAnswer) -> Notice:
    return Notice(
        NoticeKind.ANSWERED,
        told.key,
        (told.event,),
        told.number,
        told.at,
        told.title_zh,
        told.title_en,
        told.number,
        by=told.by or "",
        note=told.answer,
        flagged=told.flagged,
    )


def _question(view: View, notice: Notice, language: str, attempt: int) -> "Question | None":
    from app.scripts_library.notice_questions import points_of, question_of  # asked of urgent changes alone

    spoken = language_code(language) or language
    versions = {row.number: row for row in version_rows.versions_of(view.rows, notice.key)}
    if notice.version not in versions:
        return None
    former = load(view.rows, versions[notice.known]) if notice.known in versions and notice.known else None
    script = load(view.rows, versions[notice.version])
    others = [text for other in _others(view, script, notice.id.hex()) for text in points_of(other, spoken)]
    return question_of(script, spoken, former=former, others=others, seed=notice.id.hex(), attempt=attempt)


def _others(view: View, script: Script, seed: str) -> Iterator[Script]:
    """Yield some scripts that are given to callers, of the same main topic first: always the same of one library."""
    newest = {row.key: row for row in outline_rows.outline(view.rows) if row.state == State.APPROVED}
    main = _main_topic(script.topic)
    lots = [
        (_main_topic(row.topic) != main, hashlib.sha256(f"{seed} {key}".encode()).digest(), key, row.number)
        for key, row in newest.items()
        if key != script.key
    ]
    for _, _, key, number in sorted(lots)[:_LENDERS]:
        row = next(one for one in version_rows.versions_of(view.rows, key) if one.number == number)
        yield load(view.rows, row)


def _main_topic(topic: str) -> str:
    return topic.partition("/")[0]
