"""Evaluations and appeals come back as they were written."""

from dataclasses import replace
from datetime import timedelta

from app.models.evaluations import Appeal, ErrorClass, ErrorFound, Evaluation, SampleKind
from app.services.office import Office, Work
from app.store import evaluations
from tests.desk import NOON

ERRORS = (ErrorFound(ErrorClass.BUSINESS, "late", "open", "k1"),)
ONE = Evaluation(b"", b"c" * 16, b"o" * 16, b"e" * 16, NOON, SampleKind.RISK, {"a": 2, "b": None}, ERRORS, note="x")


def test_an_evaluation_is_found_by_contact_operator_and_time(office: Office) -> None:
    def write(work: Work) -> bytes:
        return evaluations.write(work.tx, ONE)

    made = replace(ONE, id=office.do(write).value)
    with office.store.reading() as rows:
        assert evaluations.find(rows, made.id) == made
        assert evaluations.of_contact(rows, made.contact) == [made]
        assert evaluations.of_operator(rows, made.operator, NOON) == evaluations.since(rows, NOON) == [made]
        assert evaluations.since(rows, NOON + timedelta(seconds=1)) == []
        assert evaluations.find(rows, b"x" * 16) is None


def test_an_appeal_stands_beside_it_with_its_decision(office: Office) -> None:
    def write(work: Work) -> bytes:
        made = evaluations.write(work.tx, ONE)
        appeal = evaluations.write_appeal(work.tx, made, reason="no", by=ONE.operator)
        decided = Appeal(appeal, "no", NOON, True, points={"a": 2, "b": 2})
        evaluations.write_decision(work.tx, decided, by=b"d" * 16, note="heard it again")
        return made

    made = office.do(write).value
    with office.store.reading() as rows:
        found = evaluations.find(rows, made)
        assert found is not None
        assert found.appeal is not None
        decision = (found.appeal.upheld, found.appeal.decided_by, found.appeal.points)
        assert decision == (True, b"d" * 16, {"a": 2, "b": 2})
