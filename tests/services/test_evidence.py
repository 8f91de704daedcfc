"""Exams that are out and scored calls tell about key points."""

from datetime import timedelta

from app.models.competence import EvidenceSource
from app.models.contacts import GivenScript, Outcome
from app.models.evaluations import ErrorClass, ErrorFound
from app.services import contacts, evaluations, evidence
from app.services.evaluations import Scored
from app.services.evidence import PointResult
from app.services.office import Office, View
from tests.desk import NOON, draft, sign_in
from tests.services.drilled import OPEN, publish
from tests.services.examined import release, set_exam, sit

FULL: dict[str, int | None] = {one.id: 2 for one in evaluations.sheet().items}
SINCE = NOON - timedelta(days=9)


def told_by_exams(view: View, person: bytes) -> list[PointResult]:
    return list(evidence.of_exams(view, SINCE, person))


def told_by_calls(view: View) -> list[PointResult]:
    return list(evidence.of_calls(view, SINCE))


def test_exams_tell_once_they_are_out(office: Office) -> None:
    exam = set_exam(office)
    sit(office, exam, "wang")
    wang = sign_in(office, "wang").id
    assert office.ask(told_by_exams, wang) == []
    release(office, exam)
    found = office.ask(told_by_exams, wang)
    assert {one.score for one in found} == {1.0}
    assert {one.source for one in found} == {EvidenceSource.EXAM}
    assert {one.topic for one in found} == {"consult/opening", "consult/vaccine"}


def test_a_scored_call_tells_of_what_was_ticked_and_what_was_wrong(office: Office) -> None:
    publish(office, OPEN)
    wang = sign_in(office, "wang").id
    given = GivenScript("open", 1, "en", NOON, ticked=("k1", "k2"))
    started = office.do(contacts.start, draft(given=(given,))).value
    contact = office.do(contacts.finalize, started, Outcome.ANSWERED).value.contact
    sign_in(office, "li")
    wrong = (ErrorFound(ErrorClass.CUSTOMER, "said 9", "open", "k1"),)
    office.do(evaluations.evaluate, Scored(contact, FULL, errors=wrong))
    found = office.ask(told_by_calls)
    assert [(one.person, one.point, one.score) for one in found] == [(wang, "k1", 0.0), (wang, "k2", 1.0)]
