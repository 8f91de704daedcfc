"""What a computer keeps of joining: that it has to ask, what it heard, and which chains are its own."""

from app.models.ids import derived_id, new_id
from app.services.office import Office
from app.store import newcomers, sync


def test_a_newcomer_is_new_until_it_is_settled_and_owes_the_center_word_until_that_has_heard(office: Office) -> None:
    store, closed = office.store, {b"a" * 16, b"b" * 16}
    assert not newcomers.is_new(store.rows)
    with store.write("") as tx:
        newcomers.begin(tx)
    assert (newcomers.is_new(store.rows), newcomers.is_first(store.rows)) == (True, False)
    with store.write("") as tx:
        newcomers.settle(tx, closed, newcomers.News(("owner",), ("chief",)))
    assert (newcomers.is_new(store.rows), newcomers.is_untold(store.rows, 0)) == (False, True)
    assert newcomers.news(store.rows) == (("owner",), ("chief",))
    with store.write("") as tx:
        newcomers.end(tx)
        newcomers.forget_closed(tx, b"a" * 16, None)
        assert newcomers.closed(tx) == {b"b" * 16}
    assert not newcomers.is_untold(store.rows, sync.own_end(store.rows).seq)
    assert newcomers.is_untold(store.rows, sync.own_end(store.rows).seq - 1), "also where a hub went back"
    assert newcomers.settled(store.rows)


def test_the_first_of_a_center_is_new_until_the_hub_has_something_of_it(office: Office) -> None:
    store = office.store
    with store.write("") as tx:
        newcomers.be_first(tx)
    assert (newcomers.is_new(store.rows), newcomers.is_first(store.rows)) == (True, True)
    with store.write("") as tx:
        newcomers.sent(tx)
    assert (newcomers.is_new(store.rows), newcomers.is_first(store.rows)) == (False, False)
    assert newcomers.vouches(store.rows)
    with store.write("") as tx:
        newcomers.begin(tx)
        newcomers.sent(tx)
    assert newcomers.is_new(store.rows), "it has not asked yet"


def test_what_was_written_before_it_went_on_under_another_name_is_its_own_and_what_a_twin_writes_is_not(
    office: Office,
) -> None:
    store, person = office.store, derived_id("person", "zhou")
    before = store.origin
    with store.write("li") as tx:
        tx.put("person", person, {"name": "zhou", "display": "Another"})
        common = sync.own_end(tx)
        sync.move(tx, new_id(tx.writer.now_ms), common, ())
    assert person in newcomers.own(store.rows).values()
    assert sync.own_chains(store.rows) == {before: common.seq, sync.own_end(store.rows).origin: None}
    with store.write("") as tx:
        tx.connection.execute("UPDATE meta SET v=v-1 WHERE k LIKE 'former_%'")
    assert person not in newcomers.own(store.rows).values()


def test_the_records_of_an_account_are_told_with_their_authors(office: Office) -> None:
    person = derived_id("person", "zhou")
    for author in ("li", ""):
        with office.store.write(author) as tx:
            tx.put("person", person, {"display": f"said by {author or 'nobody'}"})
    told = newcomers.records(office.store.rows, person)
    assert [(one.person, one.actor, one.record.values["display"]) for one in told] == [
        (person, "li", "said by li"),
        (person, "", "said by nobody"),
    ]
    assert newcomers.records(office.store.rows, b"0" * 16) == []
