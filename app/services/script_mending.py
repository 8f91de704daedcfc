"""Flag it or fix it: whoever passed an exam about a topic mends spelling and phrasings of its answers at once.

Everything else of an answer, its key points above all, is approved by somebody else, and so are answers of high risk.
A mend is a version of its own with its author, so that it is seen in the history and can be taken back like any other.
"""

from collections.abc import Callable

from app.models.accounts import Permission
from app.models.errors import FieldInvalid, FieldMissing, FieldTooLong
from app.models.script_life import ScriptNewerThere
from app.models.script_mending import LICENSED_FOR, LONGEST_PHRASING, NeedsApproval, NothingToMend, NotLicensed
from app.models.texts import clean
from app.scripts_library import mending
from app.scripts_library.script import Governance, Risk, Script
from app.services import exam_results, script_life
from app.services.office import View, Work
from app.services.scripts import counting
from app.store import exams as exam_rows
from app.store import script_life as life_rows
from app.store import scripts as rows_of

_MENDED_AT_ONCE = frozenset({Risk.LOW, Risk.NORMAL})


def topics(view: View) -> frozenset[str]:
    """Return the topics whose answers the person may mend: asked about in an exam that they passed within a year."""
    person = view.require(Permission.PRACTICE)
    since = view.now - LICENSED_FOR
    exams = (one for one in exam_rows.from_day(view.rows, since) if one.released_at is not None)
    sat = (pair for one in exams if person.id in one.people for pair in exam_results.my_answers(view, one.id))
    return frozenset(one.item.topic for result, answers in sat if result.passed for one in answers)


def may_mend(view: View, key: str) -> bool:
    """Return whether the person may mend an answer at once. Raises ``RecordGone``."""
    if view.by is None or not view.by.may(Permission.PRACTICE):
        return False
    script = counting(view, key, drafts=False)
    return _is_open(script) and _is_licensed(view, script)


def correct(work: Work, key: str, *, wrong: str, right: str) -> int:
    """Spell a word right wherever an answer has it, outside its key points, and return the number of the new version.

    Raises ``NotLicensed``, ``NeedsApproval`` where it is more than spelling, ``NothingToMend``, ``FieldMissing``,
    ``ScriptNewerThere`` where somebody writes a newer version, ``ScriptHasErrors``, ``RecordGone``.
    """
    was, now = _given("wrong", wrong), _given("right", right)
    if not mending.is_misspelling(was, now):
        raise NeedsApproval(key=key)
    return _mend(work, key, lambda script: mending.corrected(script, was, now), word=was)


def add_phrasing(work: Work, key: str, *, language: str, text: str) -> int:
    """Add a way in which callers ask to an answer, and return the number of the new version.

    Raises ``NotLicensed``, ``NeedsApproval``, ``NothingToMend`` where it is there already, ``FieldMissing``,
    ``FieldTooLong``, ``FieldInvalid`` for a language that the answer does not have, ``ScriptNewerThere``,
    ``ScriptHasErrors``, ``RecordGone``.
    """
    said = _given("phrasing", text)
    if len(said) > LONGEST_PHRASING:
        raise FieldTooLong(field="phrasing", limit=LONGEST_PHRASING)

    def more(script: Script) -> Script:
        if language not in script.languages():
            raise FieldInvalid(field="language", value=language)
        return mending.with_phrasing(script, language, said)

    return _mend(work, key, more, word=said)


def _given(field: str, text: str) -> str:
    found = clean(text)
    if not found:
        raise FieldMissing(field=field)
    return found


def _mend(work: Work, key: str, change: Callable[[Script], Script], *, word: str) -> int:
    work.require(Permission.PRACTICE)
    script = counting(work, key, drafts=False)
    if not _is_licensed(work, script):
        raise NotLicensed(key=key, topic=script.topic)
    if not _is_open(script):
        raise NeedsApproval(key=key)
    newest = rows_of.versions_of(work.tx, key)[-1].number
    if newest != script.version:
        author = life_rows.authors_of(work.tx, key)[newest][1]
        raise ScriptNewerThere(key=key, base=script.version, newest=newest, by=author or "?")
    mended = change(script)
    if mended == script:
        raise NothingToMend(key=key, word=word)
    if not mending.says_the_same(script, mended):
        raise NeedsApproval(key=key)
    return script_life.put_mended(work, mended)


def _is_open(script: Script) -> bool:
    return script.governance is Governance.OPEN and script.risk in _MENDED_AT_ONCE and not script.urgent


def _is_licensed(view: View, script: Script) -> bool:
    mine = topics(view)
    return any(_within(script.topic, one) or _within(one, script.topic) for one in mine)


def _within(topic: str, other: str) -> bool:
    return bool(other) and (topic == other or topic.startswith(f"{other}/"))
