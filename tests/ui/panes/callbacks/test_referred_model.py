"""The list of what waits for a supervisor finds the row of a call again."""

from datetime import UTC, timedelta

from app.services.callback_referrals import Referred
from app.ui.panes.callbacks.referred_model import ReferredTable
from tests.desk import NOON


def test_rows_stand_in_their_order_and_a_call_is_found_again(qapp):
    first = Referred(b"a" * 16, "246", NOON, "Zhang", "+8613812345678", "")
    second = Referred(b"b" * 16, "205", NOON, "Li", "+8613812345679", "")
    model = ReferredTable()
    model.show_rows((first, second), NOON + timedelta(hours=2), UTC)
    assert [model.index(row, 1).data() for row in range(2)] == ["Zhang", "Li"]
    assert (model.place_of(second.callback), model.place_of(None)) == (1, None)
    assert model.index(0, 2).data()
