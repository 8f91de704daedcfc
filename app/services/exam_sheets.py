"""One sitting with everything that marks it: answers, a person's marks, what the rule or the program says of each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.models import angoff, sittings
from app.models import drill_items as items
from app.models import exams as rules
from app.models.drill_items import DrillKind, Item
from app.models.errors import RecordGone
from app.models.exams import Exam, PassRule
from app.models.sittings import SittingState
from app.scripts_library import answer_facts, answer_grading
from app.scripts_library.answer_grading import Grade, PointGrade, Verdict
from app.scripts_library.script import Script
from app.services.office import View
from app.services.scripts import load
from app.store import exam_ratings as rating_rows
from app.store import exams as rows_of
from app.store import items as item_rows
from app.store import scripts as script_rows
from app.store.exams import MarkAppeal, MarkRow, SittingRow


def found(view: View, exam: bytes) -> Exam:
    """Return an exam. Raises ``RecordGone``."""
    known = rows_of.find(view.rows, exam)
    if known is None:
        raise RecordGone(entity="exam", id=exam.hex())
    return known


def state_of(view: View, row: SittingRow) -> SittingState:
    """Return what the log of a sitting says."""
    return sittings.fold(rows_of.events_of(view.rows, row.id), row.limit)


def is_over(view: View, exam: Exam, row: SittingRow) -> bool:
    """Say whether nothing can be answered any more: handed in, the time used up, or the window closed."""
    used_up = view.now - row.at >= row.limit or view.now >= exam.open_until(row.number)
    return used_up or state_of(view, row).ended


class Scripts:
    """The scripts behind the questions of an exam as they were when these were made, each read once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[tuple[str, int], Script | None] = {}

    def of(self, item: Item) -> Script | None:
        """Return the version of a script that a question was made from, None for one that is gone.

        What a paper is marked by is frozen with it, whatever becomes of the script afterwards.
        """
        key = (item.script, item.version)
        if key not in self._known:
            rows = [one for one in script_rows.versions_of(self._view.rows, item.script) if one.number == item.version]
            self._known[key] = load(self._view.rows, rows[0]) if rows else None
        return self._known[key]


@dataclass(frozen=True)
class Sheet:
    """One sitting with everything that marks it."""

    row: SittingRow
    items: Mapping[bytes, Item]
    answers: Mapping[bytes, Mapping[str, Any]]
    marks: Mapping[bytes, MarkRow]
    language: str
    appeals: Mapping[bytes, MarkAppeal]

    def text(self, version: bytes) -> str:
        """Return what was typed as an answer."""
        return text_of(self.answers.get(version, {}))


def sheet_of(view: View, row: SittingRow) -> Sheet:
    """Return a sitting with everything that marks it."""
    known = found(view, row.exam)
    return Sheet(
        row,
        item_rows.versions(view.rows, known.forms[row.form]),
        state_of(view, row).answers,
        rows_of.marks_of(view.rows, row.id),
        row.language,
        rows_of.mark_appeals_of(view.rows, row.id),
    )


def texts(scripts: Scripts, item: Item, language: str) -> dict[str, str]:
    """Return the key points of a question's script in a language, by their id."""
    script = scripts.of(item)
    return {one.id: items.said_in(one.texts, language) for one in script.key_points} if script else {}


def proposal(scripts: Scripts, sheet: Sheet, version: bytes) -> Grade:
    """Return what the program proposes for an answer; without its script it knows no key point of a typed one."""
    item, script = sheet.items[version], scripts.of(sheet.items[version])
    points = [one for one in script.key_points if one.id in item.points] if script else []
    if item.kind is DrillKind.SLOT:
        score = by_rule(item, sheet.answers.get(version, {}))
        verdict = Verdict.HIT if score else Verdict.MISS
        return Grade(score, tuple(PointGrade(one.id, verdict, score, one.critical) for one in points))
    if not item.by_person:
        return Grade(by_rule(item, sheet.answers.get(version, {})))
    if script is None:
        return Grade(0.0)
    return answer_grading.grade(sheet.text(version), points, sheet.language, forbidden=script.must_not_say)


def worth(scripts: Scripts, sheet: Sheet, version: bytes) -> tuple[float, bool]:
    """Return points and whether a critical point was missed: a person's mark, the rule's, else what is proposed."""
    item = sheet.items[version]
    given = sheet.marks.get(version)
    if given is not None:
        return given.points, given.critical
    if item.by_person:
        found = proposal(scripts, sheet, version)
        return found.score, found.missed_critical
    score = by_rule(item, sheet.answers.get(version, {}))
    return score, score < 1.0 and _tests_critical(scripts, item)


def waiting(sheet: Sheet) -> list[bytes]:
    """Return the questions of a sitting whose typed answers no person has marked yet."""
    return [version for version, item in sheet.items.items() if item.by_person and version not in sheet.marks]


def verdict(view: View, scripts: Scripts, row: SittingRow) -> bool | None:
    """Say whether a sitting passed; None while it is sat, or while typed answers wait for a person."""
    exam, sheet = found(view, row.exam), sheet_of(view, row)
    if waiting(sheet) or not is_over(view, exam, row):
        return None
    share, missed = total(scripts, sheet)
    return rules.passed(rule_of(view, exam, row.form), share, missed)


def rule_of(view: View, exam: Exam, form: int) -> PassRule:
    """Return what passing a form takes: the mark of its judges where there is one, else the one set with the exam.

    Once the results are out it is what it was then, whatever ratings of other stations come later.
    """
    if form < len(exam.cuts):
        return replace(exam.rule, share=exam.cuts[form], judges={})
    if exam.released_at is not None or form >= len(exam.forms):
        return exam.rule
    found = angoff.judged(exam.forms[form], rating_rows.of_exam(view.rows, exam.id))
    return exam.rule if found is None else replace(exam.rule, share=found.cut, judges={})


def total(scripts: Scripts, sheet: Sheet) -> tuple[float, int]:
    """Return the share of the points of a sitting, and how many critical points were missed."""
    marked = [worth(scripts, sheet, version) for version in sheet.items]
    share = sum(points for points, _ in marked) / len(marked) if marked else 0.0
    return share, sum(critical for _, critical in marked)


def by_rule(item: Item, answer: Mapping[str, Any]) -> float:
    """Return the points of an answer by its key, 0 to 1; of what was typed a person decides."""
    if item.kind is DrillKind.SLOT:
        wanted = [one for words in item.fills.values() for one in words]
        return float(any(answer_facts.same_filling(one, text_of(answer)) for one in wanted))
    if item.kind is DrillKind.BRANCH:
        return items.score_steps(item, chosen_of(answer))
    return items.score_choice(item, chosen_of(answer))


def _tests_critical(scripts: Scripts, item: Item) -> bool:
    """Say whether a question of one key point tests a critical one; several points are no single miss."""
    script = scripts.of(item) if item.kind is DrillKind.MCQ else None
    return script is not None and any(one.critical for one in script.key_points if one.id in item.points)


def said(sheet: Sheet, version: bytes) -> str:
    """Return an answer in words: what was typed, or the options that were chosen."""
    item, answer = sheet.items[version], sheet.answers.get(version, {})
    if item.by_person:
        return text_of(answer)
    if item.steps:
        turns = zip(item.steps, chosen_of(answer), strict=False)
        return " → ".join(items.said_in(step.options[one], sheet.language) for step, one in turns)
    options = item.options_in(sheet.language)
    return "; ".join(options[one] for one in chosen_of(answer) if one < len(options))


def text_of(answer: Mapping[str, Any]) -> str:
    """Return what was typed."""
    return str(answer.get("text", ""))


def chosen_of(answer: Mapping[str, Any]) -> tuple[int, ...]:
    """Return the places that were chosen."""
    return tuple(int(one) for one in answer.get("chosen", ()))
