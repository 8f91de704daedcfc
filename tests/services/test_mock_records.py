"""A mock call is kept, seen by its operator and those who train, scored by another person, and enters no figure."""

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.models.evaluations import EvaluatedBefore, EvaluatesSelf
from app.models.mock_records import MockEnd, Written
from app.services import evaluations, mock_calls, mock_records, mock_scenarios
from app.services.evaluations import Scored
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.services.drilled import publish
from tests.services.test_mock_calls import WASH
from tests.services.test_mock_scenarios import script_of

FULL: dict[str, int | None] = {one.id: 2 for one in evaluations.sheet().items}
SAVED = Written("answered_direct", "consult.immunization.rabies", "Bitten", "", ("imm-animal-bite",))


@pytest.fixture
def played(office: Office) -> bytes:
    publish(office, script_of(mock_scenarios.find("bite-grandmother")))
    call = office.ask(mock_calls.begin, "bite-grandmother", "zh", 3)
    for text in ("您好，孩子几岁了？", WASH, "再见"):
        call, _ = office.ask(mock_calls.say, call, text)
    return office.do(mock_records.keep, call, started_at=NOON, written=SAVED).value


def test_its_operator_sees_it_at_once_with_what_is_proposed(office: Office, played: bytes) -> None:
    (line,) = office.ask(mock_records.mine, "zh")
    assert (line.call.id, line.call.ended, line.score) == (played, MockEnd.SAVED, None)
    found = office.ask(mock_records.seen, played, "zh")
    assert (found.proposed.said, found.proposed.missed) == (("k1", "k2"), ())
    assert found.proposed.not_asked == ("where_wound", "when")
    assert [one.point for one in found.points if one.ticked] == ["k1", "k2"]
    assert found.line.call.written == SAVED


def test_a_person_scores_it_on_the_sheet_of_real_contacts(office: Office, played: bytes) -> None:
    sign_in(office, "chen")
    (line,) = office.ask(mock_records.everyone, "en")
    assert (line.operator, line.score) == ("Wang", None)
    office.do(mock_records.score, Scored(played, {**FULL, "greeting": 0}, note="Kind"))
    (line,) = office.ask(mock_records.everyone, "en")
    assert line.score is not None
    assert line.score.share == pytest.approx(32 / 34)
    assert line.scored_by_me
    with pytest.raises(EvaluatedBefore):
        office.do(mock_records.score, Scored(played, FULL))
    sign_in(office, "wang")
    assert office.ask(mock_records.seen, played, "en").scores[0].note == "Kind"


def test_no_figure_of_quality_review_knows_of_it(office: Office, played: bytes) -> None:
    sign_in(office, "li")
    before = office.ask(evaluations.figures)
    office.do(mock_records.score, Scored(played, FULL))
    assert office.ask(evaluations.figures) == before
    assert office.ask(evaluations.sample) == []
    sign_in(office, "wang")
    assert office.ask(evaluations.mine) == []


def test_it_is_private_to_its_operator_and_those_who_evaluate(office: Office, played: bytes) -> None:
    with pytest.raises(NotAllowed):
        office.ask(mock_records.everyone, "en")
    with pytest.raises(NotAllowed):
        office.do(mock_records.score, Scored(played, FULL))
    sign_in(office, "admin")
    with pytest.raises(NotAllowed):
        office.ask(mock_records.seen, played, "en")
    with pytest.raises(NotAllowed):
        office.ask(mock_records.mine, "en")


def test_nobody_scores_a_call_of_their_own(office: Office, played: bytes) -> None:
    sign_in(office, "li")
    call = office.ask(mock_calls.begin, "bite-grandmother", "en", 1)
    own = office.do(mock_records.keep, call, started_at=NOON).value
    assert office.ask(mock_records.seen, own, "en").line.call.ended is MockEnd.STOPPED
    with pytest.raises(EvaluatesSelf):
        office.do(mock_records.score, Scored(own, FULL))
    with pytest.raises(RecordGone):
        office.do(mock_records.score, Scored(b"\1" * 16, FULL))
