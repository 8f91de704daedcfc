from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.models.calendars import DayKind
from app.services import calendars
from app.services.office import Office
from app.ui.kit import theme
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.year_view import _COLORS, YearView

TODAY = date(2026, 3, 2)


@pytest.fixture
def view(jobs: Jobs, office: Office, qtbot) -> YearView:
    made = YearView()
    qtbot.addWidget(made)
    made.resize(900, 480)
    made.show_year(office.ask(calendars.year_of, "county-center", 2026), TODAY)
    made.show()
    return made


def test_it_begins_today_and_arrows_walk_by_days_and_weeks(view: YearView, qtbot) -> None:
    assert view.day().falls_on == TODAY
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(view, key)
    assert view.day().falls_on == date(2026, 3, 9)


def test_the_next_different_day_is_one_key_away_and_is_said(view: YearView, qtbot) -> None:
    view.go_to(date(2026, 2, 2))
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert view.accessibleName() == "Sat 2026-02-14 · Make-up working day · 08:00–12:00, 14:00–17:30"
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert "Public holiday" in view.accessibleName()
    qtbot.keyClick(view, Qt.Key.Key_P)
    assert view.day().falls_on == date(2026, 2, 14)


def test_the_ends_of_the_year_hold(view: YearView, qtbot) -> None:
    view.go_to(date(2026, 12, 31))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.day().falls_on == date(2026, 12, 31)


def test_the_day_that_is_clicked_becomes_the_current_one(view: YearView, qtbot) -> None:
    place = view._cell(date(2026, 10, 1)).center()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.day().falls_on == date(2026, 10, 1)
    assert view.day_at(view.rect().bottomRight()) is None


def test_days_of_different_kinds_look_different(view: YearView) -> None:
    picture = view.grab().toImage()

    def color(day: date) -> str:
        return picture.pixelColor(view._cell(day).topLeft() + view._cell(day).center() / 1000).name()

    kinds = {color(date(2026, 2, 17)), color(date(2026, 2, 28)), color(date(2026, 2, 11))}
    assert len(kinds) == 3


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("kind", DayKind)
def test_days_of_every_kind_can_be_read(mode, kind) -> None:
    colors = theme.tokens()["colors"][mode]
    back, front = _COLORS[kind]
    assert theme.contrast(colors[front], colors[back or "window"]) >= 4.5
