"""The voice of the caller: words from interviews without what tells who said them, comments, and proposals to improve.

Operators read, comment and propose; supervisors answer, name an owner, and say when it is done.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from app.models.accounts import Permission
from app.models.errors import FieldMissing, RecordGone
from app.models.interview_records import code_of
from app.models.opinions import opinion_items
from app.models.private_data import masked
from app.models.questionnaire_logic import is_answer
from app.models.texts import clean
from app.models.voices import Improvement, ImprovementState, check_step
from app.services import questionnaires
from app.services.accounts import people
from app.services.office import View, Work
from app.store import interviews as interview_rows
from app.store import voices as rows_of
from app.store.voices import Spoken

_PART = 200
#: Interviews that are looked through for words at most, however few have any.
_MOST = 4_000


@dataclass(frozen=True)
class Voice:
    """What somebody said, without names and numbers. ``comments``: how many colleagues said something to it."""

    interview: bytes
    item: str
    at: datetime
    text: str
    unit: str
    category: str
    comments: int

    @property
    def key(self) -> str:
        """Return how the command line names it: ``interview:item``."""
        return f"{self.interview.hex()}:{self.item}"


@dataclass(frozen=True)
class Comment:
    """What a colleague said to it."""

    text: str
    at: datetime
    display: str


@dataclass(frozen=True)
class Listed:
    """A proposal with the name of who made it."""

    improvement: Improvement
    display: str


def listen(view: View, *, before: datetime | None = None, limit: int = 100) -> tuple[Voice, ...]:
    """Return what callers said, the newest first. Raises ``NotAllowed``."""
    view.require(Permission.SEE_INQUIRIES)
    found: list[Voice] = []
    place = ((before or datetime.max.replace(tzinfo=UTC)).isoformat(), b"")
    for _ in range(0, _MOST, _PART):
        part = rows_of.spoken(view.rows, place, _PART)
        for one in part:
            found += _voices(view, one)
        if len(part) < _PART or len(found) >= limit:
            break
        place = (part[-1].at.isoformat(), part[-1].interview)
    return tuple(found[:limit])


def _voices(view: View, one: Spoken) -> Iterator[Voice]:
    if not one.codes:
        return
    try:
        asked = questionnaires.version_of(view, one.questionnaire, one.version)
    except RecordGone:  # another station's questionnaire that has not come here yet
        return
    for item in opinion_items(asked):
        text = code_of(one.codes.get(item))  # what stands in the place of an answer is no word of theirs
        if is_answer(text) and text:
            count = len(rows_of.comments(view.rows, one.interview, item))
            plain = masked(str(text), one.names)
            yield Voice(one.interview, item, one.at, plain, one.unit, one.category, count)


def comments(view: View, interview: bytes, item: str) -> tuple[Comment, ...]:
    """Return what colleagues said to something, the oldest first. Raises ``NotAllowed``."""
    view.require(Permission.SEE_INQUIRIES)
    names = {one.id: one.display for one in people(view)}
    found = rows_of.comments(view.rows, interview, item)
    return tuple(Comment(text, at, names.get(by, "")) for text, at, by in found)


def comment(work: Work, interview: bytes, item: str, text: str) -> bytes:
    """Say something to what a caller said. Raises ``FieldMissing``, ``RecordGone``, ``NotAllowed``."""
    person = work.require(Permission.SEE_INQUIRIES)
    said = clean(text)
    if not said:
        raise FieldMissing(field="text")
    _known(work, interview)
    return rows_of.write_comment(work.tx, interview, item, said, by=person.id)


def _known(view: View, interview: bytes) -> None:
    if interview_rows.by_id(view.rows, interview) is None:
        raise RecordGone(entity="interview", id=interview.hex())


def propose(work: Work, title: str, text: str = "", *, interview: bytes | None = None, item: str = "") -> bytes:
    """Propose an improvement, perhaps because of something that was said. Raises ``FieldMissing``, ``RecordGone``."""
    person = work.require(Permission.SEE_INQUIRIES)
    named = clean(title)
    if not named:
        raise FieldMissing(field="title")
    if interview is not None:
        _known(work, interview)
    one = Improvement(b"", named, clean(text) or "", person.id, work.now, interview=interview, item=item)
    return rows_of.propose(work.tx, one)


def answer(
    work: Work, improvement: bytes, state: ImprovementState, note: str, *, owner: str = "", due_on: date | None = None
) -> None:
    """Accept a proposal (with an owner), decline it, or say that it is done.

    Raises ``ImprovementStepRefused``, ``FieldMissing``, ``RecordGone``, ``NotAllowed``.
    """
    person = work.require(Permission.SUPERVISE_INQUIRIES)
    found = rows_of.improvement(work.tx, improvement)
    if found is None:
        raise RecordGone(entity="improvement", id=improvement.hex())
    said, who = clean(note) or "", clean(owner) or found.owner
    check_step(found, state, said, who)
    stands = replace(found, state=state, answer=said, owner=who, due_on=due_on or found.due_on)
    rows_of.step(work.tx, improvement, stands, by=person.id)


def proposals(view: View, state: ImprovementState | None = None) -> tuple[Listed, ...]:
    """Return proposals, the newest first; of one state if that is wanted. Raises ``NotAllowed``."""
    view.require(Permission.SEE_INQUIRIES)
    names = {one.id: one.display for one in people(view)}
    found = rows_of.improvements(view.rows)
    return tuple(Listed(one, names.get(one.by, "")) for one in found if state in (None, one.state))
