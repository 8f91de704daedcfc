"""A call that ends takes its appointment, its case and its promise along."""

from app.services import callback_closing
from app.services.office import Office
from app.store import callbacks as callback_rows
from tests.services.calling import campaign, number, promised


def test_every_call_to_a_person_ends_but_a_promise_may_be_left(office: Office) -> None:
    (surveyed,) = campaign(office, 1)
    caller = "c" * 32
    owed = promised(office, typed=number(0), caller=caller, promise="d" * 32)

    def end(work: object, **options: bool) -> int:
        return callback_closing.close_all(work, (number(0), None), bytes.fromhex(caller), "234", **options)

    assert office.do(end, promised=False).value == 1
    assert callback_rows.by_id(office.store.rows, surveyed).closed_code == "234"
    assert [one.id for one in callback_rows.open_of_callers(office.store.rows, [bytes.fromhex(caller)])] == [owed]
    assert office.do(end, promised=True).value == 1
    said = office.store.rows.one("SELECT state, note FROM promise_outcome WHERE promise=?", bytes.fromhex("d" * 32))
    assert said == ("broken", "234")
