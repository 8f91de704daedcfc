"""Marks and results of an exam: choices by rule, typed answers by a person, and nothing is out before that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from app.models import drill_items as items
from app.models import exams as rules
from app.models.accounts import Permission
from app.models.drill_items import DrillKind, Item
from app.models.drills import NeedSource
from app.models.errors import CannotNow, FieldInvalid, RecordGone
from app.models.exams import Exam, MarksMissing
from app.models.item_statistics import ExamFigures, OptionFigures, analyze, options_chosen
from app.models.sittings import ClockMoved
from app.scripts_library import answer_facts, answer_grading
from app.scripts_library.answer_grading import Grade
from app.scripts_library.script import Script
from app.services import drills, exams
from app.services.drill_items import script_of
from app.services.office import View, Work
from app.store import accounts as people_rows
from app.store import drill_points as point_rows
from app.store import exams as rows_of
from app.store import items as item_rows
from app.store.drills import CardKey
from app.store.exams import MarkRow, SittingRow

#: An answer below this is practiced again.
MISSED = 0.6


class MarksOwnPaper(CannotNow):
    """Who sat an exam marks their own answer. Facts: ``name``."""


@dataclass(frozen=True)
class ToMark:
    """A typed answer that waits for a person, with what the program proposes; nobody's name is shown beside it.

    ``texts`` are the key points in the language of the answer.
    """

    sitting: bytes
    version: bytes
    item: Item
    text: str
    proposal: Grade
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Result:
    """One sitting: share of the points, critical points missed, whether it passed (None: answers wait for a person).

    ``late`` counts answers that came too late, ``left`` how often the window was left; ``clock_moves`` are shown.
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


@dataclass(frozen=True)
class AnswerGot:
    """What one answer got: 0 to 1, whether a critical point was missed, whether a person marked it, and their note."""

    item: Item
    text: str
    chosen: tuple[int, ...]
    points: float
    critical: bool
    marked: bool
    note: str = ""


@dataclass(frozen=True)
class Analysis:
    """Figures of an exam's first form over everybody who sat it, its questions, and how often options were chosen."""

    figures: ExamFigures
    items: tuple[Item, ...]
    options: tuple[tuple[OptionFigures, ...], ...]


class _Scripts:
    """The scripts behind the questions of an exam, each read once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[str, Script | None] = {}

    def get(self, key: str) -> Script | None:
        """Return a script as it counts now, None for one that is gone."""
        if key not in self._known:
            try:
                self._known[key] = script_of(self._view, key)
            except RecordGone:
                self._known[key] = None
        return self._known[key]


def to_mark(view: View, exam: bytes) -> list[ToMark]:
    """Return the typed answers that nobody has marked yet, question by question, the like beside the like."""
    view.require(Permission.TRAIN)
    waiting: list[ToMark] = []
    scripts = _Scripts(view)
    for row in rows_of.sittings_of(view.rows, exam):
        sheet = _sheet(view, row)
        waiting += [
            ToMark(
                row.id,
                version,
                item,
                sheet.text(version),
                _proposal(scripts, item, sheet, version),
                _texts(scripts, item, sheet.language),
            )
            for version, item in sheet.items.items()
            if item.is_typed and version not in sheet.marks
        ]
    return sorted(waiting, key=_alike)


def _texts(scripts: _Scripts, item: Item, language: str) -> dict[str, str]:
    script = scripts.get(item.script)
    return {one.id: items.said_in(one.texts, language) for one in script.key_points} if script else {}


def _alike(one: ToMark) -> tuple[bytes, float, str]:
    return one.version, -one.proposal.score, one.text


def _proposal(scripts: _Scripts, item: Item, sheet: "_Sheet", version: bytes) -> Grade:
    """Return what the program proposes for a typed answer; without its script it proposes nothing."""
    text = sheet.text(version)
    script = scripts.get(item.script)
    if script is None:
        return Grade(0.0)
    points = [one for one in script.key_points if one.id in item.points]
    return answer_grading.grade(text, points, sheet.language, forbidden=script.must_not_say)


def mark(work: Work, sitting: bytes, version: bytes, *, points: float, critical: bool = False, note: str = "") -> None:
    """Mark a typed answer: 0 to 1, and whether a critical key point was missed. A person's mark is final.

    Raises ``FieldInvalid``, ``MarksOwnPaper``, ``RecordGone``.
    """
    person = work.require(Permission.TRAIN)
    row = rows_of.sitting(work.tx, sitting)
    if row is None:
        raise RecordGone(entity="sitting", id=sitting.hex())
    if row.person == person.id:
        raise MarksOwnPaper(name=exams.found(work, row.exam).name)
    if not 0 <= points <= 1:
        raise FieldInvalid(field="points", value=str(points))
    rows_of.write_mark(work.tx, sitting, MarkRow(version, points, critical, person.id, work.now, note))


def results(view: View, exam: bytes) -> list[Result]:
    """Return every sitting of an exam. Raises ``RecordGone``."""
    view.require(Permission.TRAIN)
    known = exams.found(view, exam)
    names = {one.id: one.display for one in people_rows.everyone(view.rows)}
    scripts = _Scripts(view)
    return [_result(view, scripts, known, row, names) for row in rows_of.sittings_of(view.rows, exam)]


def outcome_of(view: View, row: SittingRow) -> tuple[float, bool | None, bool]:
    """Return the share of a sitting, whether it passed (None: answers wait), and whether its results are out.

    For figures that pool; whoever asks shows nobody's own.
    """
    known = exams.found(view, row.exam)
    found = _result(view, _Scripts(view), known, row, {})
    return found.share, found.passed, known.released_at is not None


def release(work: Work, exam: bytes) -> None:
    """Let everybody see their result; what each answered wrong comes back as practice tomorrow.

    Raises ``MarksMissing`` while typed answers wait for a person.
    """
    person = work.require(Permission.TRAIN)
    known = exams.found(work, exam)
    count = len(to_mark(work, exam))
    if count:
        raise MarksMissing(name=known.name, count=count)
    if known.released_at is None:
        _practice(work, known, by=person.id)
    rows_of.release(work.tx, exam)


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
    """Return one's own sittings once the results are out; none before."""
    person = view.require(Permission.PRACTICE)
    known = exams.found(view, exam)
    if known.released_at is None:
        return []
    scripts = _Scripts(view)
    return [_result(view, scripts, known, row, {}) for row in rows_of.sittings_of(view.rows, exam, person.id)]


def my_answers(view: View, exam: bytes) -> list[tuple[Result, list[AnswerGot]]]:
    """Return one's own sittings with what each answer got, in the order of the paper, once the results are out."""
    person, known = view.require(Permission.PRACTICE), exams.found(view, exam)
    return [] if known.released_at is None else sat(view, known, person.id)


def sat(view: View, exam: Exam, person: bytes | None = None) -> list[tuple[Result, list[AnswerGot]]]:
    """Return the sittings of an exam, of one person or of everybody, with what each answer got."""
    scripts = _Scripts(view)
    whole: list[tuple[Result, list[AnswerGot]]] = []
    for row in rows_of.sittings_of(view.rows, exam.id, person):
        sheet = _sheet(view, row)
        order = rules.paper_order(exam.forms[row.form], exam.seed, row.person)
        answers = [_got(scripts, sheet, one) for one in order if one in sheet.items]
        whole.append((_result(view, scripts, exam, row, {}), answers))
    return whole


def _got(scripts: _Scripts, sheet: "_Sheet", version: bytes) -> AnswerGot:
    answer, given = sheet.answers.get(version, {}), sheet.marks.get(version)
    points, critical = _points(scripts, sheet, version)
    return AnswerGot(
        sheet.items[version], _text(answer), _chosen(answer), points, critical, given is not None,
        given.note if given else "",
    )  # fmt: skip


def analysis(view: View, exam: bytes) -> Analysis | None:
    """Return the figures of the first form, None while nobody sat it; unmarked typed answers count as proposed."""
    view.require(Permission.TRAIN)
    known = exams.found(view, exam)
    sheets = [_sheet(view, row) for row in rows_of.sittings_of(view.rows, exam) if row.form == 0]
    if not sheets:
        return None
    versions = [one for one in known.forms[0] if one in sheets[0].items]
    scripts = _Scripts(view)
    marks = [[_points(scripts, sheet, version)[0] for version in versions] for sheet in sheets]
    totals = [sum(row) for row in marks]
    tested = tuple(sheets[0].items[one] for one in versions)
    chosen = tuple(
        options_chosen([_chosen(sheet.answers.get(version, {})) for sheet in sheets], totals, len(item.options))
        for version, item in zip(versions, tested, strict=True)
    )
    return Analysis(analyze(marks, [1.0] * len(versions)), tested, chosen)


@dataclass(frozen=True)
class _Sheet:
    """One sitting with everything that marks it."""

    row: SittingRow
    items: Mapping[bytes, Item]
    answers: Mapping[bytes, Mapping[str, Any]]
    marks: Mapping[bytes, MarkRow]
    language: str

    def text(self, version: bytes) -> str:
        """Return what was typed as an answer."""
        return _text(self.answers.get(version, {}))


def _sheet(view: View, row: SittingRow) -> _Sheet:
    known = exams.found(view, row.exam)
    return _Sheet(
        row,
        item_rows.versions(view.rows, known.forms[row.form]),
        exams.state_of(view, row).answers,
        rows_of.marks_of(view.rows, row.id),
        row.language,
    )


def _result(view: View, scripts: _Scripts, exam: Exam, row: SittingRow, names: Mapping[bytes, str]) -> Result:
    sheet = _sheet(view, row)
    state = exams.state_of(view, row)
    marked = [_points(scripts, sheet, version) for version in sheet.items]
    waiting = sum(one.is_typed and version not in sheet.marks for version, one in sheet.items.items())
    share = sum(points for points, _ in marked) / len(marked) if marked else 0.0
    missed = sum(critical for _, critical in marked)
    passed = None if waiting else rules.passed(exam.rule, share, missed)
    return Result(
        row.person, names.get(row.person, ""), row.id, row.number, share, missed, waiting, passed, state.used,
        len(state.late), state.left, state.clock_moves,
    )  # fmt: skip


def _points(scripts: _Scripts, sheet: _Sheet, version: bytes) -> tuple[float, bool]:
    """Return points and whether a critical point was missed: a person's mark, the rule's, else what is proposed."""
    item = sheet.items[version]
    given = sheet.marks.get(version)
    if given is not None:
        return given.points, given.critical
    if item.is_typed:
        found = _proposal(scripts, item, sheet, version)
        return found.score, found.missed_critical
    score = by_rule(item, sheet.answers.get(version, {}))
    return score, score < 1.0 and _tests_critical(scripts, item)


def by_rule(item: Item, answer: Mapping[str, Any]) -> float:
    """Return the points of an answer that needs no person, 0 to 1."""
    if item.kind is DrillKind.SLOT:
        wanted = [one for words in item.fills.values() for one in words]
        return float(any(answer_facts.same_filling(one, _text(answer)) for one in wanted))
    if item.kind is DrillKind.BRANCH:
        return items.score_steps(item, _chosen(answer))
    return items.score_choice(item, _chosen(answer))


def _tests_critical(scripts: _Scripts, item: Item) -> bool:
    """Say whether a question of one key point tests a critical one; several points are no single miss."""
    script = scripts.get(item.script) if item.kind in (DrillKind.MCQ, DrillKind.SLOT) else None
    return script is not None and any(one.critical for one in script.key_points if one.id in item.points)


def _text(answer: Mapping[str, Any]) -> str:
    return str(answer.get("text", ""))


def _chosen(answer: Mapping[str, Any]) -> tuple[int, ...]:
    return tuple(int(one) for one in answer.get("chosen", ()))
