"""The list of who calls whom finds a row again by station, language and where it goes."""

from datetime import UTC, timedelta

from app.services.callback_moves import Holding, Place
from app.ui.kit import languages
from app.ui.kit.table_view import TableView
from app.ui.panes.callbacks.leases_model import LeasesTable, key_of
from tests.desk import NOON


def test_rows_stand_in_their_order_and_one_is_found_again(qapp):
    a, b = Place("a", "Seat A", True), Place("b", "", False)
    first, second = Holding(a, "", 2, 3, NOON), Holding(b, "hakka", 1, 1, NOON, wanted=a)
    model = LeasesTable()
    model.show_rows((first, second), NOON - timedelta(hours=2), UTC)
    assert [model.index(row, 0).data() for row in range(2)] == ["Seat A (this station)", "b"]
    assert model.index(1, 4).data() == "moves to Seat A (this station) once it was given back"
    assert (model.place_of(key_of(second)), model.place_of("none")) == (1, None)


def test_until_when_a_station_holds_them_is_seen_whole(qtbot):
    languages.of_app().use("en")
    model = LeasesTable()
    view = TableView(model, name="leases")
    qtbot.addWidget(view)
    view.resize(533, 400)
    model.show_rows((Holding(Place("a", "", True), "", 2, 3, NOON + timedelta(days=1)),), NOON, UTC)
    view.show()
    told = model.index(0, 3).data()
    assert told.startswith("tomorrow")
    assert view.columnWidth(3) >= view.fontMetrics().horizontalAdvance(told) + 16
