"""What lies on a desk: filters, due stretches, names instead of ids, whole pages."""

from datetime import timedelta

import pytest

from app.models.contacts import ContactDraft, Finalized, Outcome
from app.models.errors import NotAllowed, NotSignedIn, RecordGone
from app.services import contacts, inquiries, units, worklists
from app.services.office import Office
from app.services.worklists import Listing
from tests.desk import NOON, draft, sign_in

ALL = Listing(mine=False, open_only=False)


def _take(office: Office, outcome: Outcome = Outcome.ANSWERED, **values: object) -> Finalized:
    opened: ContactDraft = office.do(contacts.start, draft(**values)).value
    return office.do(contacts.finalize, opened, outcome).value


def _dispatch(office: Office, summary: str, hours: float) -> bytes:
    due_at = NOON + timedelta(hours=hours)
    made = _take(office, Outcome.DISPATCH, summary=summary, unit="H01", due_at=due_at).inquiry
    assert made is not None
    return made


@pytest.fixture
def desk(office: Office) -> Office:
    """Wang has answered one inquiry and dispatched four with different times."""
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院", name_en="County Hospital")
    sign_in(office, "wang")
    _take(office, summary="Answered")
    for summary, hours in (("Late", -2), ("Tonight", 5), ("Tomorrow", 20), ("Next week", 24 * 6)):
        _dispatch(office, summary, hours)
    return office


def _summaries(office: Office, listing: Listing, **more: object) -> list[str | None]:
    return [line.row.summary for line in office.ask(worklists.page, listing, **more)]


def test_the_newest_comes_first_and_closed_ones_are_left_out(desk: Office) -> None:
    assert _summaries(desk, Listing()) == ["Next week", "Tomorrow", "Tonight", "Late"]
    assert _summaries(desk, ALL)[-1] == "Answered"
    assert _summaries(desk, Listing(mine=False, open_only=False, order="oldest"))[0] == "Answered"


def test_due_times_are_stretches_of_the_centers_day(desk: Office) -> None:
    assert _summaries(desk, Listing(order="due")) == ["Late", "Tonight", "Tomorrow", "Next week"]
    assert _summaries(desk, Listing(due="overdue")) == ["Late"]
    assert _summaries(desk, Listing(due="today")) == ["Tonight"]
    assert desk.ask(inquiries.today).due_today == 1
    assert desk.ask(worklists.end_of_day) == NOON + timedelta(hours=12)


def test_mine_are_those_that_i_own(desk: Office) -> None:
    sign_in(desk, "li")
    assert _summaries(desk, Listing()) == []
    assert len(_summaries(desk, Listing(mine=False))) == 4


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"state": "dispatched"}, 4),
        ({"state": "closed"}, 1),
        ({"unit": "H01", "urgency": "normal"}, 4),
        ({"unit": "H02"}, 0),
        ({"category": "consult.immunization.hpv", "channel": "phone_in"}, 5),
        ({"category": "consult"}, 5),
        ({"category": "complaint"}, 0),
        ({"category": "of.another.tree"}, 0),
        ({"text": "tomorrow"}, 1),
        ({"text": "tomorrow", "order": "best"}, 1),
        ({"text": "tomorrow", "due": "today"}, 0),
    ],
)
def test_filters_and_words_narrow_the_list(desk: Office, filters: dict[str, str], count: int) -> None:
    listing = Listing(mine=False, open_only=False, **filters)
    assert (len(_summaries(desk, listing)), listing.narrowed) == (count, True)


@pytest.mark.parametrize("order", ["opened", "oldest", "due"])
@pytest.mark.parametrize("due", ["", "overdue", "today"])
@pytest.mark.parametrize("category", ["", "consult"])
def test_pages_follow_each_other_without_gap_or_repetition(desk: Office, order: str, due: str, category: str) -> None:
    listing = Listing(mine=False, order=order, due=due, category=category)
    whole = desk.ask(worklists.page, listing)
    found, after = [], None
    while part := desk.ask(worklists.page, listing, after=after, limit=1):
        found += part
        after = part[-1].key
    assert [line.row.id for line in found] == [line.row.id for line in whole]


def test_the_best_matches_are_one_page(desk: Office) -> None:
    listing = Listing(mine=False, text="next", order="best")
    first = desk.ask(worklists.page, listing)
    assert [line.row.summary for line in first] == ["Next week"]
    assert desk.ask(worklists.page, listing, after=first[-1].key) == ()


def test_deleted_inquiries_leave_no_gap_in_a_page(desk: Office) -> None:
    gone = [line.row.id for line in desk.ask(worklists.page, Listing())[:3]]
    with desk.store.write("test", now=NOON) as tx:
        for one in gone:
            tx.put("inquiry", one, {"deleted_at": NOON.isoformat()})
    listing = Listing(mine=False, open_only=False, channel="phone_in")
    assert [line.row.summary for line in desk.ask(worklists.page, listing, limit=2)] == ["Late", "Answered"]
    assert desk.ask(worklists.lines, gone) == {}


def test_a_line_shows_names_instead_of_ids(desk: Office) -> None:
    made = _take(desk, Outcome.DISPATCH, caller_name=None, number="139 0000 2222", unit="X9", due_at=NOON)
    line = desk.ask(worklists.page, Listing())[0]
    assert (line.row.id, line.caller, line.owner, line.unit) == (made.inquiry, "139 0000 2222", "Wang", ("X9", "X9"))
    other = desk.ask(worklists.page, Listing())[1]
    assert (other.caller, other.unit) == ("张三", ("县人民医院", "County Hospital"))


def test_a_dossier_holds_steps_contacts_history_and_caller(desk: Office) -> None:
    inquiry = desk.ask(worklists.page, Listing())[0].row.id
    desk.do(inquiries.describe, inquiry, summary="Next week, in the morning")
    found = desk.ask(worklists.dossier, inquiry)
    assert [event.kind.value for event in found.detail.events] == ["opened", "dispatched"]
    assert (found.numbers, found.conflicts) == (("138 1234 5678",), ())
    assert [(one.who, one.field, one.before) for one in found.history] == [
        ("Wang", "", None),
        ("Wang", "summary", "Next week"),
    ]
    with pytest.raises(RecordGone):
        desk.ask(worklists.dossier, b"\x01" * 16)


def test_a_history_names_people_instead_of_ids(desk: Office) -> None:
    inquiry = desk.ask(worklists.page, Listing())[0].row.id
    li = next(one for one in desk.ask(worklists.desk).people if one.name == "li")
    desk.do(inquiries.hand_over, inquiry, li.id)
    last = desk.ask(worklists.dossier, inquiry).history[-1]
    assert (last.field, last.before, last.after) == ("owner", "Wang", "Li")


def test_values_that_two_stations_wrote_stand_side_by_side() -> None:
    text = '{"category": [["aa", "billing"], ["bb", "lab"], ["cc", "lab"]]}'
    assert worklists._conflicts(text) == (("category", ("billing", "lab")),)
    assert worklists._conflicts('{"area": [["aa", null], ["bb", "North"]]}') == (("area", ("", "North")),)
    assert worklists._conflicts(None) == ()


def test_owed_calls_say_who_promised_what(desk: Office) -> None:
    _take(desk, Outcome.CALL_BACK, promise="Call with the hours", due_at=NOON + timedelta(hours=1))
    owed = desk.ask(worklists.owed_calls)
    assert [(one.number, one.promised_by, one.owner, one.callback.what) for one in owed] == [
        ("138 1234 5678", "Wang", "Wang", "Call with the hours")
    ]


def test_who_takes_no_contacts_is_handed_no_number_to_dial(desk: Office) -> None:
    _take(desk, Outcome.CALL_BACK, promise="Call with the hours", due_at=NOON + timedelta(hours=1))
    assert [one.uri for one in desk.ask(worklists.owed_calls)] == ["tel:+8613812345678"]
    sign_in(desk, "chen")
    assert [(one.number, one.uri) for one in desk.ask(worklists.owed_calls)] == [("138 **** 5678", "")]


def test_a_desk_knows_its_person_zone_and_people(desk: Office) -> None:
    found = desk.ask(worklists.desk)
    assert (found.person.name, found.zone.key, found.now_at) == ("wang", "Asia/Shanghai", NOON)
    assert (found.name_of("li"), found.name_of("nobody")) == ("Li", "nobody")


def test_who_may_not_see_inquiries_sees_no_list(desk: Office) -> None:
    sign_in(desk, "admin")
    with pytest.raises(NotAllowed):
        desk.ask(worklists.page, ALL)
    desk.sign_in(None)
    with pytest.raises(NotSignedIn):
        desk.ask(worklists.desk)


def test_a_list_is_narrowed_to_an_area_and_to_another_persons_work(office: Office) -> None:
    for area in ("North", "South"):
        opened = office.do(contacts.start, draft(area=area, summary=area, unit="H01", due_at=NOON)).value
        office.do(contacts.finalize, opened, Outcome.DISPATCH)
    wang = office.by
    assert wang is not None
    sign_in(office, "li")
    found = office.ask(worklists.page, Listing(owner=wang.id.hex(), area="South"))
    assert [line.row.summary for line in found] == ["South"]
    assert office.ask(worklists.page, Listing(area="South")) == ()
