"""What is counted are open inquiries alone."""

from app.models.inquiries import State
from app.services import inquiries
from app.services.inquiry_steps import text_of
from app.services.office import Office
from app.store import supervision as rows_of
from tests.desk import NOON, sign_in
from tests.services.supervised import fill


def test_a_closed_inquiry_is_neither_counted_nor_listed(office: Office) -> None:
    found = fill(office)
    sign_in(office, "li")
    now = text_of(NOON)
    with office.store.reading() as rows:
        before = sum(one.load.total for one in rows_of.counted(rows, now, now, int(NOON.timestamp())))
        assert rows_of.late_clocks(rows, now) == {"resolve": 1}
    for name in ("Late", "Returned", "Asked"):
        office.do(inquiries.move, found[name], State.CLOSED, note="done")
    with office.store.reading() as rows:
        assert sum(one.load.total for one in rows_of.counted(rows, now, now, int(NOON.timestamp()))) == before - 3
        assert rows_of.late_clocks(rows, now) == {}
        assert rows_of.falling_due(rows, ("", now), "", None, 9) == []
        assert rows_of.in_states(rows, ["returned"]) == []
        assert rows_of.asked(rows) == []
        assert rows_of.returns(rows, found["Returned"]) == 2
