from datetime import timedelta

import pytest
from pytestqt.modeltest import ModelTester

from app.models.routing_results import RoutedRow, RoutedVerdict
from app.ui.kit import languages
from app.ui.panes.settings.right_model import RightTable
from tests.desk import NOON

ROWS = tuple(
    RoutedRow(bytes([place]), f"N{place}", NOON - timedelta(hours=place), "H01", verdict, None, "", None, "")
    for place, verdict in enumerate((RoutedVerdict.RIGHT, RoutedVerdict.WRONG, RoutedVerdict.WAITING))
)


@pytest.fixture
def model(qapp) -> RightTable:
    languages.of_app().use("en")
    return RightTable()


def test_rows_are_shown_with_names_and_a_tone(model: RightTable, qtmodeltester: ModelTester) -> None:
    model.show_rows(ROWS, {"H01": ("县医院", "County Hospital")}, NOON, NOON.tzinfo)
    qtmodeltester.check(model)
    by_name = {column.name: column for column in model.columns}
    assert [by_name["unit"].text(one) for one in ROWS] == ["County Hospital"] * 3
    assert [by_name["verdict"].tone(one) for one in ROWS] == ["accent", "danger", ""]
    assert by_name["suggested"].text(ROWS[0]) == "–"


def test_a_unit_that_the_directory_does_not_know_keeps_its_code(model: RightTable) -> None:
    model.show_rows(ROWS, {}, NOON, NOON.tzinfo)
    assert {column.name: column for column in model.columns}["unit"].text(ROWS[0]) == "H01"
