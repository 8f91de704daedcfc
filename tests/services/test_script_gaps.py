"""What the library lacks, counted from searches and contacts, and what is decided about it."""

from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.models.drills import Rating
from app.models.errors import FieldMissing, NotAllowed, RecordGone
from app.models.script_searches import EndedSearch, ProposalKind, SearchEnd, SearchPlace
from app.services import contacts, script_gaps, script_searches
from app.services.office import Office, Work
from app.services.script_gaps import AlreadyPhrased
from app.services.scripts import counting, versions_of
from app.store import drills
from app.store.drills import CardKey, NewReview
from tests.desk import draft, sign_in
from tests.fakes import FakeClock
from tests.services.test_script_search import FLU, HOURS, publish


def search(office: Office, name: str, query: str, ended: SearchEnd = SearchEnd.NOTHING, **values: object) -> None:
    sign_in(office, name)
    office.do(script_searches.note, EndedSearch(query, ended, SearchPlace.INTAKE, **values))  # type: ignore[arg-type]


def opened(office: Office, name: str, query: str, **values: object) -> None:
    search(office, name, query, SearchEnd.OPENED, **{"key": "hours", "rank": 3, **values})


@pytest.fixture
def desk(office: Office) -> Office:
    publish(office, HOURS, FLU)
    return office


def answered_without(office: Office, summary: str) -> None:
    sign_in(office, "wang")
    office.do(contacts.finalize, office.do(contacts.start, draft(summary=summary)).value, Outcome.ANSWERED)


def gaps(office: Office) -> list[script_gaps.Gap]:
    sign_in(office, "chen")
    return office.ask(script_gaps.gaps)


def proposed(office: Office) -> list[tuple[str, str, int, int]]:
    sign_in(office, "chen")
    return [(one.key, one.words, one.count, one.operators) for one in office.ask(script_gaps.proposed_phrasings)]


def test_what_is_asked_most_stands_first_with_its_reasons(desk: Office) -> None:
    search(desk, "wang", "parking fee")
    search(desk, "li", "parking fee", SearchEnd.LEFT)
    answered_without(desk, "the parking fee, call 138 1234 5678")
    opened(desk, "wang", "宠物能进吗", took_ms=25_000)
    opened(desk, "wang", "quick one", took_ms=2_000)
    first, second = gaps(desk)
    assert (first.words, first.count, first.nothing, first.left, first.late, first.own) == (
        "parking fee",
        3,
        1,
        1,
        0,
        1,
    )
    assert first.examples == ("the parking fee, call …",)
    assert (second.words, second.late) == ("宠物能进吗", 1)


def test_the_caller_of_a_contact_is_named_in_no_example(desk: Office) -> None:
    sign_in(desk, "wang")
    made = draft(summary="欧阳明月家停车多少钱", caller_name="欧阳明月")
    contact = desk.do(contacts.start, made).value
    desk.do(contacts.finalize, contact, Outcome.ANSWERED)
    search(desk, "wang", "欧阳明月停车", contact=contact.id)
    told = [text for one in gaps(desk) for text in (one.words, *one.examples)]
    assert sorted(told) == ["…停车", "…家停车多少钱"]


def test_a_dismissed_gap_comes_back_when_it_is_asked_again(desk: Office, clock: FakeClock) -> None:
    search(desk, "wang", "parking fee")
    sign_in(desk, "chen")
    desk.do(script_gaps.dismiss, ProposalKind.GAP, "Parking fee")
    assert gaps(desk) == []
    clock.advance(timedelta(days=1))
    search(desk, "wang", "fee for parking")
    assert [one.count for one in gaps(desk)] == [1]


def test_two_operators_and_not_on_top_make_a_proposal(desk: Office) -> None:
    for name in ("wang", "li", "wang"):
        opened(desk, name, "几时有人")
    opened(desk, "wang", "only one operator")
    for name in ("wang", "li"):
        opened(desk, name, "already on top", rank=1)
        opened(desk, name, "mzjd")
        opened(desk, name, "Opening hours")
        opened(desk, name, "gone", key="nowhere")
    assert proposed(desk) == [("hours", "几时有人", 3, 2)]


def test_what_two_operators_searched_for_in_drills_is_proposed_too(desk: Office) -> None:
    def drilled(work: Work, answer: str) -> None:
        card = CardKey(work.person.id, "hours", "k1")
        day = work.now.date()
        drills.write_review(
            work.tx, NewReview(card, 1, b"i" * 16, "find", work.now, day, 1.0, Rating.GOOD, 9, answer=answer)
        )

    for name, place in (("wang", 3), ("li", 2)):
        sign_in(desk, name)
        desk.do(drilled, f"{place} when is somebody in")
        desk.do(drilled, "1 already on top")
    assert proposed(desk) == [("hours", "when is somebody in", 2, 2)]


def test_an_accepted_phrasing_makes_an_approved_version_and_is_proposed_no_more(desk: Office) -> None:
    for name in ("wang", "li"):
        opened(desk, name, "几时有人")
    sign_in(desk, "chen")
    assert desk.do(script_gaps.accept_phrasing, "hours", "几时有人").value == 2
    assert desk.ask(counting, "hours", drafts=False).phrasings == {"zh": ("几时有人",)}
    assert next(one.standing.value for one in desk.ask(versions_of, "hours")) == "live"
    assert proposed(desk) == []
    with pytest.raises(AlreadyPhrased):
        desk.do(script_gaps.accept_phrasing, "hours", "几时有人")


def test_a_phrasing_of_a_draft_makes_a_draft(office: Office) -> None:
    publish(office, HOURS, publish=False)
    sign_in(office, "chen")
    office.do(script_gaps.accept_phrasing, "hours", "when do you open", language="en")
    assert [one.standing.value for one in office.ask(versions_of, "hours")] == ["draft", "draft"]


def test_a_dismissed_phrasing_is_proposed_no_more(desk: Office) -> None:
    for name in ("wang", "li"):
        opened(desk, name, "几时有人")
    sign_in(desk, "chen")
    desk.do(script_gaps.dismiss, ProposalKind.PHRASING, "几时有人", key="hours")
    assert proposed(desk) == []


def test_only_who_writes_scripts_decides(desk: Office) -> None:
    sign_in(desk, "wang")
    for ask in (script_gaps.gaps, script_gaps.proposed_phrasings):
        with pytest.raises(NotAllowed):
            desk.ask(ask)
    with pytest.raises(NotAllowed):
        desk.do(script_gaps.accept_phrasing, "hours", "x")
    sign_in(desk, "chen")
    with pytest.raises(FieldMissing):
        desk.do(script_gaps.dismiss, ProposalKind.GAP, " ")
    with pytest.raises(FieldMissing):
        desk.do(script_gaps.accept_phrasing, "hours", " ")
    with pytest.raises(RecordGone):
        desk.do(script_gaps.accept_phrasing, "nowhere", "x")


def test_what_was_put_aside_is_brought_back(desk: Office) -> None:
    for name in ("wang", "li"):
        opened(desk, name, "几时有人")
        search(desk, name, "parking fee")
    sign_in(desk, "chen")
    for kind, words, key in ((ProposalKind.PHRASING, "几时有人", "hours"), (ProposalKind.GAP, "parking fee", None)):
        desk.do(script_gaps.dismiss, kind, words, key=key)
        desk.do(script_gaps.restore, kind, words, key=key)
    assert proposed(desk) == [("hours", "几时有人", 2, 2)]
    assert [one.words for one in gaps(desk)] == ["parking fee"]
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.do(script_gaps.restore, ProposalKind.GAP, "parking fee")
