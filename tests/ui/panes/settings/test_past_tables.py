"""Rows before their import are shown as they would stand, with times of the center."""

from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from app.models.imports import ImportFate, ImportReason
from app.services.import_files import ReportLine
from app.services.import_rows import Incoming, Refused, Remark
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.settings.past_tables import Before, said_of

VALUES = {"opened_at": "2026-01-05T01:00:00+00:00", "details": "Asks", "state": "closed"}
REMARKED = Incoming(2, dict(VALUES), "A1", None, None, (Remark("unit", ImportReason.UNKNOWN, "X"),))
REFUSED = Incoming(3, {}, None, None, None, (), Refused("opened_at", ImportReason.MISSING, ""))


@pytest.mark.parametrize(
    ("row", "texts"),
    [
        (REMARKED, ["taken, with a remark", "A1", "2026-01-05 09:00", "Asks", "", "Closed"]),
        (REFUSED, ["not taken", "", "", "", "", ""]),
    ],
)
def test_a_row_is_shown_as_it_would_stand(jobs: Jobs, row: Incoming, texts: list[str]) -> None:
    model = Before()
    model.show_rows((row,), ZoneInfo("Asia/Shanghai"))
    assert [model.index(0, place).data() for place in range(1, 7)] == texts
    assert model.index(0, 7).data()


def test_what_is_to_be_said_of_a_row_stands_whole_in_a_wide_window(jobs: Jobs, qtbot: QtBot) -> None:
    model = Before()
    model.show_rows((REMARKED,), ZoneInfo("Asia/Shanghai"))
    view = TableView(model, name="preview")
    qtbot.addWidget(view)
    view.resize(1580, 300)
    view.show()
    said = model.index(0, 7).data()
    assert view.columnWidth(7) > view.fontMetrics().horizontalAdvance(said) + 16
    view.resize(1000, 300)
    assert view.columnWidth(7) == 230


@pytest.mark.parametrize(
    ("language", "stands", "shown"),
    [("en", "complaint", "Complaint"), ("zh_CN", "complaint", "投诉"), ("en", "Pothole", "Pothole")],
)
def test_a_category_is_shown_by_its_label_and_an_unknown_one_as_it_was_written(
    jobs: Jobs, language: str, stands: str, shown: str
) -> None:
    model = Before()
    model.show_rows((Incoming(2, VALUES | {"category": stands}, "A1", None, None, ()),), ZoneInfo("Asia/Shanghai"))
    languages.of_app().use(language)
    label = model.index(0, 5).data()
    languages.of_app().use("en")
    assert label == shown


@pytest.mark.parametrize(
    ("language", "between"), [("en", " cannot be read: "), ("zh_CN", "\u65e0\u6cd5\u8bc6\u522b\uff1a")]
)
def test_what_stands_there_follows_the_reason_as_one_writes_it(jobs: Jobs, language: str, between: str) -> None:
    languages.of_app().use(language)
    said = said_of(ReportLine(4, ImportFate.REFUSED, ("opened_at",), ImportReason.INVALID, "not a date"))
    languages.of_app().use("en")
    assert said.endswith(f"{between}not a date")
