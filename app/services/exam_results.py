"""Marks and results of an exam: choices by rule, typed answers by a person, and nothing is out before that."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from app.models import exams as rules
from app.models.accounts import Permission
from app.models.drill_items import Item
from app.models.drills import NeedSource
from app.models.errors import CannotNow, FieldInvalid, RecordGone
from app.models.evaluations import SameEvaluator
from app.models.exams import Exam, MarksMissing, StillSat
from app.models.item_statistics import ExamFigures, OptionFigures, analyze, options_chosen
from app.models.sittings import ClockMoved
from app.scripts_library.answer_grading import Grade
from app.services import drills
from app.services.exam_sheets import (
    Scripts,
    Sheet,
    chosen_of,
    found,
    is_over,
    proposal,
    rule_of,
    said,
    sheet_of,
    state_of,
    text_of,
    texts,
    total,
    waiting,
    worth,
)
from app.services.office import View, Work
from app.store import accounts as people_rows
from app.store import drill_points as point_rows
from app.store import exams as rows_of
from app.store.drills import CardKey
from app.store.exams import MarkRow, SittingRow

#: An answer below this is practiced again.
MISSED = 0.6


class MarksOwnPaper(CannotNow):
    """Who sat an exam marks their own answer. Facts: ``name``."""


@dataclass(frozen=True)
class ToMark:
    """A typed answer that waits for a person, with what the program proposes; nobody's name is shown beside it.

    ``texts`` are the key points in the language of the answer; ``appeal`` is why whoever answered disagrees with what
    it got: then any answer waits, and ``proposal`` has the points that it got.
    """

    sitting: bytes
    version: bytes
    item: Item
    text: str
    proposal: Grade
    texts: Mapping[str, str]
    appeal: str = ""


@dataclass(frozen=True)
class Result:
    """One sitting: share of the points, critical points missed, whether it passed (None: answers wait for a person).

    ``late`` counts answers that came too late, ``left`` how often the window was left; ``clock_moves`` are shown.
    ``over`` is False while the paper is still written.
    """

    person: bytes
    display: str
    sitting: bytes
    number: int
    share: float
    critical_missed: int
    waiting: int
    passed: bool | None
    used: timedelta
    late: int
    left: int
    clock_moves: tuple[ClockMoved, ...]
    over: bool = True


@dataclass(frozen=True)
class AnswerGot:
    """What one answer got: 0 to 1, whether a critical point was missed, whether a person marked it, and their note.

    ``appeal`` is why whoever answered disagrees, ``decided`` whether another person has decided that.
    """

    item: Item
    text: str
    chosen: tuple[int, ...]
    points: float
    critical: bool
    marked: bool
    note: str = ""
    version: bytes = b""
    appeal: str = ""
    decided: bool = False


@dataclass(frozen=True)
class Analysis:
    """Figures of an exam's first form over everybody who sat it, its questions, and how often options were chosen."""

    figures: ExamFigures
    items: tuple[Item, ...]
    options: tuple[tuple[OptionFigures, ...], ...]


def to_mark(view: View, exam: bytes) -> list[ToMark]:
    """Return the typed answers that nobody has marked yet, and appeals, question by question, like beside like.

    Papers that are still written are left out: what is marked is what was handed in.
    """
    view.require(Permission.TRAIN)
    known, scripts = found(view, exam), Scripts(view)
    over = [one for one in rows_of.sittings_of(view.rows, exam) if is_over(view, known, one)]
    return sorted((one for row in over for one in _waiting(scripts, sheet_of(view, row))), key=_alike)


def _waiting(scripts: Scripts, sheet: Sheet) -> list[ToMark]:
    appealed = {one: found.reason for one, found in sheet.appeals.items() if not found.decided and one in sheet.items}
    return [
        ToMark(
            sheet.row.id, version, sheet.items[version], said(sheet, version), _proposed(scripts, sheet, version),
            texts(scripts, sheet.items[version], sheet.language), appealed.get(version, ""),
        )
        for version in dict.fromkeys((*waiting(sheet), *appealed))
    ]  # fmt: skip


def _proposed(scripts: Scripts, sheet: Sheet, version: bytes) -> Grade:
    grade, given = proposal(scripts, sheet, version), sheet.marks.get(version)
    return replace(grade, score=given.points) if given is not None else grade


def _alike(one: ToMark) -> tuple[bytes, float, str]:
    return one.version, -one.proposal.score, one.text


def mark(work: Work, sitting: bytes, version: bytes, *, points: float, critical: bool = False, note: str = "") -> None:
    """Mark a typed answer: 0 to 1, and whether a critical key point was missed. A person's mark is final.

    Where whoever answered disagrees, the mark decides the appeal, of any question. Raises ``FieldInvalid``,
    ``MarksOwnPaper``, ``StillSat`` (it is still written), ``SameEvaluator`` (an appeal against one's own mark),
    ``RecordGone``.
    """
    person = work.require(Permission.TRAIN)
    row = rows_of.sitting(work.tx, sitting)
    if row is None:
        raise RecordGone(entity="sitting", id=sitting.hex())
    known = found(work, row.exam)
    if version not in known.forms[row.form]:
        raise RecordGone(entity="item", id=version.hex())
    if row.person == person.id:
        raise MarksOwnPaper(name=known.name)
    if not is_over(work, known, row):
        raise StillSat(name=known.name, count=1)
    if not 0 <= points <= 1:
        raise FieldInvalid(field="points", value=str(points))
    appeal = _to_decide(work, sitting, version, by=person.id)
    rows_of.write_mark(work.tx, sitting, MarkRow(version, points, critical, person.id, work.now, note, appeal))


def _to_decide(work: Work, sitting: bytes, version: bytes, *, by: bytes) -> bytes | None:
    """Return the open appeal against what an answer got, None without one. Raises ``SameEvaluator``."""
    appeal = rows_of.mark_appeals_of(work.tx, sitting).get(version)
    if appeal is None or appeal.decided:
        return None
    given = rows_of.marks_of(work.tx, sitting).get(version)
    if given is not None and given.by == by:
        raise SameEvaluator
    return appeal.id


def results(view: View, exam: bytes) -> list[Result]:
    """Return every sitting of an exam. Raises ``RecordGone``."""
    view.require(Permission.TRAIN)
    known = found(view, exam)
    names = {one.id: one.display for one in people_rows.everyone(view.rows)}
    scripts = Scripts(view)
    return [_result(view, scripts, known, row, names) for row in rows_of.sittings_of(view.rows, exam)]


def outcome_of(view: View, row: SittingRow) -> tuple[float, bool | None, bool]:
    """Return the share of a sitting, whether it passed (None: answers wait), and whether its results are out.

    For figures that pool; whoever asks shows nobody's own.
    """
    known = found(view, row.exam)
    result = _result(view, Scripts(view), known, row, {})
    return result.share, result.passed, known.released_at is not None


def release(work: Work, exam: bytes) -> None:
    """Let everybody see their result; what each answered wrong comes back as practice tomorrow.

    Raises ``StillSat`` while somebody writes or can still begin: they would know the answers; ``MarksMissing`` while
    typed answers wait for a person.
    """
    person = work.require(Permission.TRAIN)
    known = found(work, exam)
    if still := still_sat(work, known):
        raise StillSat(name=known.name, count=still)
    count = len(to_mark(work, exam))
    if count:
        raise MarksMissing(name=known.name, count=count)
    if known.released_at is None:
        _practice(work, known, by=person.id)
    cuts = [rule_of(work, known, form).cut() for form in range(len(known.forms))]
    rows_of.release(work.tx, exam, cuts=cuts)


def still_sat(view: View, exam: Exam) -> int:
    """Return how many people write an exam now, or can still begin it."""
    rows = rows_of.sittings_of(view.rows, exam.id)
    writing = {one.person for one in rows if not is_over(view, exam, one)}
    ahead = set(exam.people) - {one.person for one in rows} if view.now < exam.closes_at else set[bytes]()
    return len(writing | ahead)


def _practice(work: Work, exam: Exam, *, by: bytes) -> None:
    missed = {
        CardKey(result.person, one.item.script, point): None
        for result, answers in sat(work, exam)
        for one in answers
        if one.points < MISSED
        for point in one.item.points
    }
    for card in missed:
        if point_rows.find(work.tx, card.script, card.point) is not None:
            drills.need(work, card, NeedSource.EXAM, by=by)


def my_results(view: View, exam: bytes) -> list[Result]:
    """Return one's own sittings once the results are out and they are over; none before."""
    person = view.require(Permission.PRACTICE)
    known = found(view, exam)
    if known.released_at is None:
        return []
    scripts = Scripts(view)
    return [_result(view, scripts, known, row, {}) for row in _handed_in(view, known, person.id)]


def my_answers(view: View, exam: bytes) -> list[tuple[Result, list[AnswerGot]]]:
    """Return one's own sittings with what each answer got, in the order of the paper, once the results are out."""
    person, known = view.require(Permission.PRACTICE), found(view, exam)
    return [] if known.released_at is None else sat(view, known, person.id)


def sat(view: View, exam: Exam, person: bytes | None = None) -> list[tuple[Result, list[AnswerGot]]]:
    """Return the sittings of an exam that are over, of one person or of everybody, with what each answer got.

    One that is still written is none of them: what is right of it would be told to whoever writes it.
    """
    scripts = Scripts(view)
    whole: list[tuple[Result, list[AnswerGot]]] = []
    for row in _handed_in(view, exam, person):
        sheet = sheet_of(view, row)
        order = rules.paper_order(exam.forms[row.form], exam.seed, row.person)
        answers = [_got(scripts, sheet, one) for one in order if one in sheet.items]
        whole.append((_result(view, scripts, exam, row, {}), answers))
    return whole


def _got(scripts: Scripts, sheet: Sheet, version: bytes) -> AnswerGot:
    answer, given = sheet.answers.get(version, {}), sheet.marks.get(version)
    points, critical = worth(scripts, sheet, version)
    appeal = sheet.appeals.get(version)
    return AnswerGot(
        sheet.items[version], text_of(answer), chosen_of(answer), points, critical, given is not None,
        given.note if given else "", version, appeal.reason if appeal else "", appeal is not None and appeal.decided,
    )  # fmt: skip


def analysis(view: View, exam: bytes) -> Analysis | None:
    """Return the figures of the first form, None while nobody sat it; unmarked typed answers count as proposed."""
    view.require(Permission.TRAIN)
    known = found(view, exam)
    sheets = [sheet_of(view, row) for row in _handed_in(view, known) if row.form == 0]
    if not sheets:
        return None
    versions = [one for one in known.forms[0] if one in sheets[0].items]
    scripts = Scripts(view)
    marks = [[worth(scripts, sheet, version)[0] for version in versions] for sheet in sheets]
    totals = [sum(row) for row in marks]
    tested = tuple(sheets[0].items[one] for one in versions)
    chosen = tuple(
        options_chosen([chosen_of(sheet.answers.get(version, {})) for sheet in sheets], totals, len(item.options))
        for version, item in zip(versions, tested, strict=True)
    )
    return Analysis(analyze(marks, [1.0] * len(versions)), tested, chosen)


def _handed_in(view: View, exam: Exam, person: bytes | None = None) -> list[SittingRow]:
    return [one for one in rows_of.sittings_of(view.rows, exam.id, person) if is_over(view, exam, one)]


def _result(view: View, scripts: Scripts, exam: Exam, row: SittingRow, names: Mapping[bytes, str]) -> Result:
    sheet, state, over = sheet_of(view, row), state_of(view, row), is_over(view, exam, row)
    share, missed = total(scripts, sheet)
    open_ones = len(waiting(sheet))
    passed = None if open_ones or not over else rules.passed(rule_of(view, exam, row.form), share, missed)
    return Result(
        row.person, names.get(row.person, ""), row.id, row.number, share, missed, open_ones, passed, state.used,
        len(state.late), state.left, state.clock_moves, over,
    )  # fmt: skip
