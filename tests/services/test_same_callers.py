"""One person on two cards: everything is shown from either, nobody is called who asked not to be, a link can go."""

from datetime import timedelta

import pytest

from app.models.callers import FlagCode
from app.models.contacts import Outcome
from app.models.duplicates import DuplicateReason, Matter
from app.models.errors import DoNotCall, NotAllowed, RecordGone
from app.services import callers, conflicts, duplicates, retention, same_callers
from app.services.callers import CallerCard
from app.services.office import Office, Work
from tests.desk import NOON, sign_in
from tests.services.taking import take
from tests.services.test_conflicts import clash

HOME, MOBILE = "0531 8888 6666", "138 1234 5678"


@pytest.fixture
def cards(office: Office) -> tuple[bytes, bytes]:
    """Two cards of one person, each with an open inquiry of its own, linked from the first."""
    sent = {"unit": "H01", "due_at": NOON + timedelta(days=2)}
    take(office, Outcome.DISPATCH, number=HOME, caller_name="李娜", summary="Ward smells of sewage", **sent)
    take(office, Outcome.DISPATCH, number=MOBILE, caller_name="Li Na", summary="Letter lost", **sent)
    first, second = (office.ask(callers.by_number, one).callers[0].id for one in (HOME, MOBILE))
    office.do(same_callers.link, first, second)
    return first, second


def card(office: Office, caller: bytes) -> CallerCard:
    return office.ask(callers.card, caller)


def test_either_card_shows_what_is_open_what_was_and_every_flag(office: Office, cards: tuple[bytes, bytes]) -> None:
    office.do(callers.flag, cards[1], FlagCode.HEARING_IMPAIRED)
    here, there = (card(office, one) for one in cards)
    assert {one.summary for one in here.inquiries} == {"Ward smells of sewage", "Letter lost"}
    assert len(here.contacts) == 2
    assert [one.code for one in here.flags] == [FlagCode.HEARING_IMPAIRED]
    assert (here.inquiries, here.contacts, here.flags) == (there.inquiries, there.contacts, there.flags)
    assert ([one.caller.id for one in here.same], [one.caller.id for one in there.same]) == ([cards[1]], [cards[0]])


def test_a_number_on_both_cards_offers_one_person_and_the_one_in_use(
    office: Office, cards: tuple[bytes, bytes]
) -> None:
    take(office, Outcome.ANSWERED, number=HOME, caller_name="Li Na", caller=cards[1])
    assert [one.id for one in office.ask(callers.by_number, HOME).callers] == [cards[0]]
    assert [one.id for one in office.ask(callers.by_number, HOME, known=cards[1]).callers] == [cards[1]]


def test_who_asked_never_to_be_called_is_not_called_by_the_other_card(
    office: Office, cards: tuple[bytes, bytes]
) -> None:
    office.do(callers.do_not_call, HOME, caller=cards[0])
    assert card(office, cards[1]).do_not_call
    with pytest.raises(DoNotCall):
        office.ask(callers.may_dial, MOBILE, caller=cards[1])
    with pytest.raises(NotAllowed):
        office.do(same_callers.part, cards[0])
    sign_in(office, "li")
    office.do(same_callers.part, cards[0])
    assert (card(office, cards[0]).do_not_call, card(office, cards[1]).do_not_call) == (True, False)


def test_a_number_of_one_card_that_was_forbidden_by_itself_forbids_the_other_card_too(
    office: Office, cards: tuple[bytes, bytes]
) -> None:
    office.do(callers.do_not_call, HOME, caller=None)
    with pytest.raises(DoNotCall):
        office.ask(callers.may_dial, MOBILE, caller=cards[1])


def test_a_matter_of_the_other_card_is_a_hint(office: Office, cards: tuple[bytes, bytes]) -> None:
    (hint,) = office.ask(duplicates.hints, Matter(caller=cards[1], summary="the sewage"))
    assert hint.reasons == (DuplicateReason.CALLER, DuplicateReason.WORDS)
    (hint,) = office.ask(duplicates.hints, Matter(number=MOBILE, summary="the sewage"))
    assert hint.reasons == (DuplicateReason.NUMBER, DuplicateReason.WORDS)


def test_a_link_is_taken_back_at_once_or_later(office: Office, cards: tuple[bytes, bytes]) -> None:
    office.undo()
    assert card(office, cards[0]).same == ()
    office.do(same_callers.link, *cards)
    office.do(same_callers.link, cards[1], cards[0])
    office.do(same_callers.part, cards[1])
    office.do(same_callers.part, cards[1])
    assert (card(office, cards[0]).same, card(office, cards[1]).same) == ((), ())
    assert [one.summary for one in card(office, cards[1]).inquiries] == ["Letter lost"]


def test_a_third_card_joins_from_any_of_them_and_the_middle_one_leaves_alone(
    office: Office, cards: tuple[bytes, bytes]
) -> None:
    with office.store.write("wang") as tx:
        third = tx.add("caller", {"name": "Lina"})
    office.do(same_callers.link, cards[0], third)
    assert {one.caller.id for one in card(office, third).same} == set(cards)
    office.do(same_callers.part, cards[1])
    assert [one.caller.id for one in card(office, third).same] == [cards[0]]


def test_links_to_two_persons_unseen_by_each_other_are_a_conflict_with_names(
    office: Office, cards: tuple[bytes, bytes]
) -> None:
    with office.store.write("wang") as tx:
        third = tx.add("caller", {"name": "Lina"})
    clash(office, "caller", cards[0], {"same_as": third.hex()})
    (found,) = office.ask(conflicts.waiting)
    assert {one.value for one in found.choices} == {"Li Na", "Lina"}


@pytest.fixture
def two_links(office: Office, cards: tuple[bytes, bytes]) -> tuple[bytes, bytes, bytes]:
    """A third card to which another station linked the first one, unseen; its number must never be called."""
    with office.store.write("wang") as tx:
        third = tx.add("caller", {"name": "Lina"})
    office.do(callers.do_not_call, "0531 8888 1111", caller=third)
    clash(office, "caller", cards[0], {"same_as": third.hex()})
    return *cards, third


def test_until_somebody_decides_a_do_not_call_holds_over_every_link(
    office: Office, two_links: tuple[bytes, bytes, bytes]
) -> None:
    for one in two_links:
        assert {other.caller.id for other in card(office, one).same} == set(two_links) - {one}
        with pytest.raises(DoNotCall):
            office.ask(callers.may_dial, MOBILE, caller=one)
    office.do(same_callers.link, two_links[1], office.do(_card, "L. Na").value)
    assert len(card(office, two_links[2]).same) == 3
    sign_in(office, "li")
    office.do(same_callers.part, two_links[0])
    assert [len(card(office, one).same) for one in two_links] == [0, 2, 2]
    assert office.ask(conflicts.count) == 0


def _card(work: Work, name: str) -> bytes:
    return work.tx.add("caller", {"name": name})


def test_a_decision_between_links_is_followed_and_no_do_not_call_is_taken_by_who_may_not_lift_it(
    office: Office, two_links: tuple[bytes, bytes, bytes]
) -> None:
    with pytest.raises(NotAllowed):
        office.do(_unlink, two_links[0])
    assert card(office, two_links[0]).do_not_call
    sign_in(office, "li")
    (found,) = office.ask(conflicts.waiting)
    uids = {one.value: one.uid for one in found.choices}
    office.do(conflicts.decide, "caller", two_links[0], "same_as", uids["Li Na"])
    assert [card(office, one).do_not_call for one in two_links] == [False, False, True]


def _unlink(work: Work, caller: bytes) -> None:
    with same_callers.keeping(work, caller):
        work.tx.put("caller", caller, {"same_as": None})


def test_a_decision_may_be_that_all_cards_are_one_persons(
    office: Office, two_links: tuple[bytes, bytes, bytes]
) -> None:
    sign_in(office, "li")
    (found,) = office.ask(conflicts.waiting)
    assert found.holds_both
    office.do(conflicts.keep_both, "caller", two_links[0], "same_as")
    assert office.ask(conflicts.count) == 0
    assert [len(card(office, one).same) for one in two_links] == [2, 2, 2]
    with pytest.raises(RecordGone):
        office.do(conflicts.keep_both, "caller", two_links[0], "name")


def test_only_who_takes_contacts_links_cards_that_are_there(office: Office, cards: tuple[bytes, bytes]) -> None:
    with pytest.raises(RecordGone):
        office.do(same_callers.link, cards[0], b"nobody")
    sign_in(office, "chen")
    for verb in (same_callers.link, same_callers.part):
        with pytest.raises(NotAllowed):
            office.do(verb, *cards[: 2 if verb is same_callers.link else 1])


def test_a_card_is_kept_while_a_matter_of_its_person_is_open(office: Office, cards: tuple[bytes, bytes]) -> None:
    with office.store.write("wang", now=NOON - timedelta(days=900)) as tx:
        old = tx.add("caller", {"name": "Old"})
        linked = tx.add("caller", {"name": "Linked", "same_as": cards[0].hex()})
    sign_in(office, "admin")
    office.do(retention.set_days, "callers", 365)
    office.do(retention.redact)
    names = dict(office.store.rows.all("SELECT id, name FROM caller WHERE id IN (?, ?)", old, linked))
    assert names == {old: None, linked: "Linked"}
