"""Callers' words are read without names, commented, and lead to proposals that are answered."""

from datetime import date

import pytest

from app.models.errors import FieldMissing, NotAllowed, RecordGone
from app.models.interview_records import kept_code
from app.models.questionnaires import Reserved
from app.models.voices import ImprovementState, ImprovementStepRefused
from app.services import voices
from app.services.office import Office, Work
from tests.desk import NOON, sign_in


def _interview(work: Work, name: str, opinion: str) -> bytes:
    caller = work.tx.add("caller", {"name": name})
    told = {"questionnaire": "inquiry-satisfaction", "version": 1, "mode": "telephone", "caller": caller.hex(),
            "institution": "H01", "at": NOON.isoformat(), "by": work.person.id.hex()}  # fmt: skip
    row = work.tx.add("interview", told)
    codes = {"solved": "solved", "opinion": opinion}
    ended = {"interview": row.hex(), "completeness": "complete", "share": 1.0, "codes": codes, "at": NOON.isoformat()}
    work.tx.add("interview_end", {**ended, "by": work.person.id.hex()})
    return row


@pytest.fixture
def said(office: Office) -> bytes:
    return office.do(_interview, "Rosa Park", "I, Rosa Park (13812345678), waited too long").value


def test_words_are_read_without_names_and_numbers(office: Office, said: bytes) -> None:
    (one,) = office.ask(voices.listen)
    assert "waited too long" in one.text
    assert "Rosa" not in one.text
    assert "138" not in one.text
    assert (one.interview, one.item, one.unit, one.comments) == (said, "opinion", "H01", 0)


def test_what_stands_in_the_place_of_an_answer_is_not_heard(office: Office) -> None:
    office.do(_interview, "王五", kept_code(Reserved.MISSING))
    assert office.ask(voices.listen) == ()


def test_colleagues_comment_on_words(office: Office, said: bytes) -> None:
    office.do(voices.comment, said, "opinion", "Third time this week")
    (told,) = office.ask(voices.comments, said, "opinion")
    assert (told.text, told.display) == ("Third time this week", "Wang")
    assert office.ask(voices.listen)[0].comments == 1
    with pytest.raises(FieldMissing):
        office.do(voices.comment, said, "opinion", " ")
    with pytest.raises(RecordGone):
        office.do(voices.comment, b"x" * 16, "opinion", "Who?")


def test_a_proposal_is_answered_by_a_supervisor_and_followed_until_it_is_done(office: Office, said: bytes) -> None:
    made = office.do(voices.propose, "A second line at noon", "", interview=said, item="opinion").value
    with pytest.raises(NotAllowed):
        office.do(voices.answer, made, ImprovementState.ACCEPTED, "yes", owner="Li")
    sign_in(office, "li")
    with pytest.raises(ImprovementStepRefused):
        office.do(voices.answer, made, ImprovementState.DONE, "already")
    office.do(voices.answer, made, ImprovementState.ACCEPTED, "from May on", owner="Li", due_on=date(2026, 5, 1))
    (one,) = office.ask(voices.proposals, ImprovementState.ACCEPTED)
    assert (one.display, one.improvement.owner, one.improvement.due_on) == ("Wang", "Li", date(2026, 5, 1))
    office.do(voices.answer, made, ImprovementState.DONE, "in service")
    assert office.ask(voices.proposals, ImprovementState.ACCEPTED) == ()
    (done,) = office.ask(voices.proposals)
    assert (done.improvement.state, done.improvement.owner) == (ImprovementState.DONE, "Li")


def test_what_is_not_there_or_has_no_title_is_refused(office: Office) -> None:
    with pytest.raises(FieldMissing):
        office.do(voices.propose, " ")
    sign_in(office, "li")
    with pytest.raises(RecordGone):
        office.do(voices.answer, b"x" * 16, ImprovementState.ACCEPTED, "yes", owner="Li")


def _strange(work: Work) -> None:
    told = {"questionnaire": "of another station", "version": 3, "mode": "telephone", "at": NOON.isoformat()}
    row = work.tx.add("interview", told)
    work.tx.add("interview_end", {"interview": row.hex(), "codes": {"opinion": "Hello"}, "at": NOON.isoformat()})


def test_words_of_a_questionnaire_that_is_not_here_are_passed_over(office: Office, said: bytes) -> None:
    office.do(_strange)
    assert [one.interview for one in office.ask(voices.listen)] == [said]
