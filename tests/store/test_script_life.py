import json
from datetime import date

from app.store import script_life
from app.store import scripts as rows_of
from tests.desk import sign_in
from tests.services.test_script_life import SCRIPT, saved


def test_events_come_in_order_with_what_was_said(office):
    number = saved(office, SCRIPT)
    sign_in(office, "chen")

    def write(work):
        row = rows_of.versions_of(work.tx, SCRIPT.key)[-1]
        said = json.dumps({"reviewed_on": "2026-03-02", "review_on": "2026-04-01"})
        rows_of.write_state(work.tx, row, "approved", by=work.person.id, note=said)
        return row.id

    version = office.do(write).value
    with office.store.reading() as rows:
        (event,) = script_life.life_of(rows, SCRIPT.key)
        assert (event.number, event.state, event.by_name) == (number, "approved", "Chen")
        assert script_life.reviewed(rows, version) == script_life.Reviewed(date(2026, 3, 2), date(2026, 4, 1))
        assert script_life.authors_of(rows, SCRIPT.key)[number][1] == "Chen"


def test_a_note_of_plain_words_is_kept_as_words():
    assert script_life.said_in("checked by phone") == {"note": "checked by phone"}
    assert script_life.said_in('"x"') == {"note": '"x"'}
    assert script_life.said_in(None) == {}


def test_versions_of_which_something_became_lately_are_known(office, clock):
    number = saved(office, SCRIPT)
    sign_in(office, "chen")
    with office.store.reading() as rows:
        row = rows_of.versions_of(rows, SCRIPT.key)[number - 1]
        assert script_life.versions_since(rows, clock.now()) == set()
    office.do(lambda work: rows_of.write_state(work.tx, row, "review", by=work.person.id))
    with office.store.reading() as rows:
        assert script_life.versions_since(rows, clock.now()) == {row.id}
