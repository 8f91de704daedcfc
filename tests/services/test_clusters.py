"""Many callers about one incident stand together, grow before a supervisor's eyes, and get one answer."""

from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.models.errors import FieldMissing, FieldTooLong, InAnotherCluster, NotAllowed, RecordGone
from app.models.inquiries import EventKind, State
from app.services import clusters, inquiries, merging, settings, worklists
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.taking import take


def _matter(office: Office, place: int = 0, **values: object) -> bytes:
    told = {"unit": "H01", "due_at": NOON + timedelta(days=2), "summary": f"No water, house {place}", **values}
    return take(office, Outcome.DISPATCH, number=f"139 0000 {place:04d}", caller_name=None, **told)


@pytest.fixture
def three(office: Office) -> list[bytes]:
    return [_matter(office, place) for place in range(3)]


def test_marked_ones_become_a_cluster_led_by_one_of_them(office: Office, three) -> None:
    cluster = office.do(clusters.start, three[0], three, "No water in the north").value
    card = office.ask(clusters.card, three[2])
    assert card is not None
    assert (card.cluster.id, card.cluster.title, card.cluster.lead) == (cluster, "No water in the north", three[0])
    assert (card.inquiries, card.lately, card.open) == (3, 3, 2)
    assert [row.id for row in office.ask(clusters.members, cluster, limit=2)] == [three[2], three[1]]
    assert office.ask(inquiries.detail, three[1]).row.cluster == cluster


def test_without_a_title_it_is_called_after_its_lead(office: Office, three) -> None:
    office.do(clusters.start, three[1], three)
    card = office.ask(clusters.card, three[0])
    assert card is not None
    assert card.cluster.title == "No water, house 1"
    with pytest.raises(FieldMissing):
        office.do(clusters.rename, card.cluster.id, " ")
    with pytest.raises(FieldTooLong):
        office.do(clusters.rename, card.cluster.id, "x" * 201)
    office.do(clusters.rename, card.cluster.id, "Burst main")
    assert office.ask(clusters.card, three[0]).cluster.title == "Burst main"


def test_a_start_can_be_taken_back(office: Office, three) -> None:
    assert office.do(clusters.start, three[0], three).undoable
    office.undo()
    assert office.ask(clusters.card, three[0]) is None


def test_one_inquiry_belongs_to_one_incident(office: Office, three) -> None:
    office.do(clusters.start, three[0], three[:2])
    other = _matter(office, 9)
    office.do(clusters.start, three[2], [other])
    with pytest.raises(InAnotherCluster):
        office.do(clusters.start, three[0], [other])
    office.do(clusters.leave, other)
    office.do(clusters.start, three[0], [other])
    assert office.ask(clusters.card, other).inquiries == 3


def test_when_the_lead_leaves_the_newest_leads(office: Office, three) -> None:
    office.do(clusters.start, three[0], three)
    office.do(clusters.leave, three[0])
    assert office.ask(clusters.card, three[1]).cluster.lead == three[2]
    with pytest.raises(RecordGone):
        office.do(clusters.leave, three[0])


def test_a_contact_about_the_same_incident_opens_its_own_inquiry_in_the_cluster(office: Office, three) -> None:
    joined = _matter(office, 7, joins=three[0])
    card = office.ask(clusters.card, joined)
    assert card is not None
    assert (card.cluster.lead, card.inquiries) == (three[0], 2)
    assert _matter(office, 8, joins=b"\1" * 16) is not None


def test_growth_is_reported_at_each_step_once_to_those_who_supervise(office: Office, clock: FakeClock, three) -> None:
    sign_in(office, "admin")
    office.do(settings.change, cluster_steps="3 5")
    sign_in(office, "wang")
    office.do(clusters.start, three[0], three[:2])
    assert office.ask(clusters.grown) == []
    _matter(office, 4, joins=three[0])
    assert office.ask(clusters.grown) == []
    sign_in(office, "li")
    [card] = office.ask(clusters.grown)
    assert (card.cluster.alerted, card.lately) == (3, 3)
    _matter(office, 5, joins=three[0])
    _matter(office, 6, joins=three[0])
    assert office.ask(clusters.grown)[0].cluster.alerted == 5
    clock.advance(timedelta(days=1, minutes=1))
    assert office.ask(clusters.grown) == []


def test_all_members_get_the_same_answer_each_by_its_own_step(office: Office, three) -> None:
    cluster = office.do(clusters.start, three[0], three).value
    office.do(inquiries.move, three[0], State.CLOSED, note="Repaired")
    with pytest.raises(FieldMissing):
        office.do(clusters.close_members, cluster, " ")
    report = office.do(clusters.close_members, cluster, "Repaired").value
    assert set(report.done) == set(three[1:])
    for one in three[1:]:
        detail = office.ask(inquiries.detail, one)
        assert (detail.events[-1].kind, detail.outcome) == (EventKind.CLOSED, "Repaired")
    assert office.ask(clusters.card, three[0]).open == 0


def test_only_who_works_on_inquiries_puts_them_together(office: Office, three) -> None:
    sign_in(office, "chen")
    for verb, arguments in ((clusters.start, (three[0], three)), (clusters.leave, (three[0],))):
        with pytest.raises(NotAllowed):
            office.do(verb, *arguments)


def test_what_many_of_one_area_say_today_is_proposed_until_it_is_put_together(office: Office) -> None:
    made = [_matter(office, place, area="North", summary=f"停水了 house {place}") for place in range(5)]
    for place in range(5, 15):
        _matter(office, place, area="South", summary=f"Opening hours {place}")
    assert office.ask(clusters.proposed) == []
    sign_in(office, "li")
    [listing] = [one for one in office.ask(clusters.proposed) if one.area == "North"]
    assert {line.row.id for line in office.ask(worklists.page, listing)} == set(made)
    office.do(clusters.start, made[0], made)
    assert [one for one in office.ask(clusters.proposed) if one.area == "North"] == []


def test_the_history_calls_an_incident_and_a_merge_by_their_names(office: Office, three: list[bytes]) -> None:
    office.do(clusters.start, three[0], three[:2], "Burst main")
    office.do(merging.merge, three[1], three[0])
    told = {line.field: line.after for line in office.ask(worklists.dossier, three[1]).history}
    assert told["cluster_id"] == "Burst main"
    assert told["merged_into"] == office.ask(inquiries.detail, three[0]).row.number


def test_the_latest_incidents_are_listed_with_their_figures(office: Office, three) -> None:
    office.do(clusters.start, three[0], three[:2], "Water")
    office.do(clusters.start, three[2], [], "Gas")
    found = office.ask(clusters.latest)
    assert [(one.cluster.title, one.inquiries) for one in found] == [("Gas", 1), ("Water", 2)]
    assert len(office.ask(clusters.latest, limit=1)) == 1
