"""Numbers lead to people; an ended link does not."""

from app.services.office import Office
from app.store import callers
from tests.desk import NOON
from tests.services.test_conflicts import clash


def test_a_number_that_was_given_up_no_longer_leads_to_its_former_owner(office: Office) -> None:
    with office.store.write("wang") as tx:
        person = tx.add("caller", {"name": "Li"})
        link = tx.add("caller_phone", {"caller": person.hex(), "number": "+8613800000000"})
    assert [one.id for one in callers.by_number(office.store.rows, "+8613800000000")] == [person]
    with office.store.write("wang") as tx:
        tx.put("caller_phone", link, {"ended_at": NOON.isoformat()})
    assert callers.by_number(office.store.rows, "+8613800000000") == []
    found = callers.by_id(office.store.rows, person)
    assert found is not None
    assert found.numbers == ()


def test_two_stations_words_about_one_person_are_a_conflict_that_is_shown(office: Office) -> None:
    with office.store.write("wang") as tx:
        person = tx.add("caller", {"name": "Li"})
        tx.add("caller", {"name": "Lee"}, person)
        tx.put("caller", person, {"area": "North"})
    found = callers.by_id(office.store.rows, person)
    assert found is not None
    assert found.conflicts == ("name",)


def test_a_start_finds_numbers_first_then_names(office: Office) -> None:
    with office.store.write("wang") as tx:
        person = tx.add("caller", {"name": "Ahn"})
        tx.add("caller_phone", {"caller": person.hex(), "number": "+8613800000000"})
    assert [one.name for one in callers.by_start(office.store.rows, "+86138")] == ["Ahn"]
    assert [one.name for one in callers.by_start(office.store.rows, "Ah")] == ["Ahn"]


def test_cards_of_one_person_are_found_from_each_of_them_over_chains_and_circles(office: Office) -> None:
    with office.store.write("wang") as tx:
        first, second, third, alone = (tx.add("caller", {"name": name}) for name in ("Li", "Lee", "Lea", "Zhao"))
        tx.put("caller", second, {"same_as": first.hex()})
        tx.put("caller", third, {"same_as": second.hex()})
    links = {first: (), second: (first,), third: (second,)}
    assert all(callers.group_of(office.store.rows, one) == links for one in links)
    assert callers.group_of(office.store.rows, alone) == {alone: ()}
    with office.store.write("wang") as tx:
        tx.put("caller", first, {"same_as": third.hex()})
    assert all(list(callers.group_of(office.store.rows, one)) == [first, second, third] for one in links)


def test_every_link_counts_of_a_card_that_two_stations_linked(office: Office) -> None:
    with office.store.write("wang") as tx:
        first, second, third = (tx.add("caller", {"name": name}) for name in ("Li", "Lee", "Lea"))
        tx.put("caller", first, {"same_as": second.hex()})
    clash(office, "caller", first, {"same_as": third.hex()})
    links = {first: (second, third), second: (), third: ()}
    assert all(callers.group_of(office.store.rows, one) == links for one in links)
    with office.store.write("wang") as tx:
        tx.put("caller", first, {"same_as": None})
    assert callers.group_of(office.store.rows, second) == {second: ()}
