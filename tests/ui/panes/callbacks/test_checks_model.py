"""The list of calls to look into finds the row of a call again."""

from datetime import UTC, timedelta

from app.models.call_checks import CheckKind
from app.models.units import Unit
from app.services.callback_checks import ToCheck
from app.ui.kit import languages
from app.ui.panes.callbacks.checks_model import ChecksTable
from tests.desk import NOON

UNIT = Unit(b"u" * 16, "U01", "县医院", "County Hospital")


def test_rows_stand_in_their_order_and_a_call_is_found_again(qapp):
    first = ToCheck(b"a" * 16, CheckKind.STAY, "401", NOON, "Zhang", "", "U01", "never there", UNIT)
    second = ToCheck(b"b" * 16, CheckKind.LINE, "205", NOON, "", "+8613812345678", "", "")
    languages.of_app().use("en")
    model = ChecksTable()
    model.show_rows((first, second), NOON + timedelta(hours=2), UTC)
    assert [model.index(0, column).data() for column in (0, 1, 2, 4)] == [
        "401 stay denied", "Zhang", "County Hospital", "never there",
    ]  # fmt: skip
    assert (model.place_of(second.callback), model.place_of(None)) == (1, None)
    assert "2345" not in model.index(1, 1).data()
