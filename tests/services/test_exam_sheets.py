"""What a paper is worth by its key, by a proposal, by a person, and when it is over."""

from datetime import timedelta

from app.models.drill_items import DrillKind, Item
from app.services import exam_sheets, exams
from app.services.exam_sheets import Scripts
from app.services.office import Office, View
from app.store import exams as rows_of
from tests.desk import sign_in
from tests.services.examined import set_exam, sit


def test_answers_by_rule_are_scored_by_their_kind() -> None:
    slot = Item(b"1", DrillKind.SLOT, "s", ("k",), {"en": "?"}, fills={"en": ("30",)})
    assert [exam_sheets.by_rule(slot, {"text": one}) for one in ("30", "thirty", "")] == [1.0, 0.0, 0.0]
    assert exam_sheets.by_rule(slot, {}) == 0.0
    assert (slot.by_person, slot.is_typed) == (True, False)


def verdicts(view: View, exam: bytes) -> list[tuple[bool, bool | None, int]]:
    known = exam_sheets.found(view, exam)
    rows = rows_of.sittings_of(view.rows, exam)
    return [
        (
            exam_sheets.is_over(view, known, one),
            exam_sheets.verdict(view, Scripts(view), one),
            len(exam_sheets.waiting(exam_sheets.sheet_of(view, one))),
        )
        for one in rows
    ]


def test_a_paper_is_over_when_it_is_handed_in_or_its_time_is_up(office: Office) -> None:
    exam = set_exam(office)
    sit(office, exam, "wang")
    sign_in(office, "li")
    office.do(exams.begin, exam, language="en")
    assert sorted(one[0] for one in office.ask(verdicts, exam)) == [False, True]
    office.clock.advance(timedelta(minutes=10))
    assert office.ask(verdicts, exam) == [(True, None, 2), (True, None, 2)]
