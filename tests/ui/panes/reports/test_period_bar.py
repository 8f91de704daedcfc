"""Periods are walked through, and their length is chosen."""

from datetime import timedelta

from PySide6.QtWidgets import QPushButton

from app.services.office import Office
from app.ui.panes.reports.pane import ReportsPane
from tests.desk import sign_in
from tests.fakes import FakeClock


def test_one_walks_back_and_not_beyond_today(pane: ReportsPane) -> None:
    assert (str(pane.bar.stretch), pane.has_later()) == ("2026-03", False)
    pane.go_back()
    assert (str(pane.bar.stretch), pane.has_later()) == ("2026-02", True)
    pane.go_on()
    pane.go_on()
    assert str(pane.bar.stretch) == "2026-03"


def test_another_length_shows_the_period_of_today(pane: ReportsPane) -> None:
    for span, shown in (("year", "2026"), ("week", "2026-W10"), ("quarter", "2026-Q1")):
        pane.bar.choose_span(span)
        assert str(pane.bar.stretch) == shown


def test_every_week_of_this_month_up_to_today_is_reached(pane: ReportsPane, clock: FakeClock) -> None:
    clock.advance(timedelta(days=21))
    pane.reload()
    pane.bar.choose_span("week")
    assert (str(pane.bar.stretch), pane.has_later()) == ("2026-W13", False)
    pane.go_back()
    assert (str(pane.bar.stretch), pane.has_later()) == ("2026-W12", True)


def test_going_through_periods_takes_an_icon_that_says_what_it_does(pane: ReportsPane) -> None:
    for name in ("reports.former", "reports.later"):
        button = pane.bar.findChild(QPushButton, f"{name}.button")
        assert button is not None
        assert button.text() == ""
        assert button.accessibleName()
        assert button.toolTip()
    assert pane.bar.minimumSizeHint().width() < 1136  # beside the rail, in a window of 1280


def test_who_takes_calls_begins_with_their_own(pane: ReportsPane, desk: Office) -> None:
    assert pane.bar.groups == {}
    wang = sign_in(desk, "wang")
    pane._person = None
    pane.reload()
    assert pane.bar.groups == {"person": wang.id.hex()}
