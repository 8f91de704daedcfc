"""What a computer keeps of joining: that it has to ask, what it heard, and which chains are its own."""

from app.models.ids import derived_id, new_id
from app.services.office import Office
from app.store import newcomers, sync


def test_the_question_is_open_until_it_is_answered_and_the_answer_until_it_is_settled(office: Office) -> None:
    store, ids = office.store, [b"a" * 16, b"b" * 16]
    assert (newcomers.is_new(store.rows), newcomers.is_asking(store.rows)) == (False, False)
    with store.write("") as tx:
        newcomers.begin(tx)
    assert (newcomers.is_new(store.rows), newcomers.is_asking(store.rows)) == (True, True)
    assert newcomers.answer(store.rows) is None
    with store.write("") as tx:
        newcomers.keep(tx, ids, ids[:1])
    assert newcomers.answer(store.rows) == (frozenset(ids), tuple(ids[:1]))
    assert (newcomers.is_new(store.rows), newcomers.is_asking(store.rows)) == (True, False)
    with store.write("") as tx:
        newcomers.end(tx)
    assert newcomers.answer(store.rows) is None
    assert not newcomers.is_new(store.rows)


def test_the_chains_of_this_installation_are_its_own_also_those_before_it_went_on_under_another(office: Office) -> None:
    store = office.store
    store.set_meta(install_id="this one")
    before, other = store.origin, new_id(1)
    with store.write("") as tx:
        for origin, install in ((before, "this one"), (other, "another")):
            told = {"origin": origin.hex(), "label": "Seat", "install": install}
            tx.put("station", derived_id("station", origin.hex()), told)
        sync.move(tx, new_id(tx.writer.now_ms), sync.own_end(tx), ())
    after = sync.own_end(store.rows).origin
    assert after != before
    assert newcomers.own_origins(store.rows) == {before, after}


def test_who_wrote_an_account_is_known_by_chain_and_name(office: Office) -> None:
    person = derived_id("person", "wang")
    with office.store.write("li") as tx:
        tx.put("person", person, {"display": "Another"})
    assert (office.store.origin, "li") in newcomers.writers(office.store.rows, person)
    assert newcomers.writers(office.store.rows, b"0" * 16) == []
