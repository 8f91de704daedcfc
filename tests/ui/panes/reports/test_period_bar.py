"""Periods are walked through, and their length is chosen."""

from app.services.office import Office
from app.ui.panes.reports.pane import ReportsPane
from tests.desk import sign_in


def test_one_walks_back_and_not_beyond_today(pane: ReportsPane) -> None:
    assert (str(pane.bar.stretch), pane.has_later()) == ("2026-03", False)
    pane.go_back()
    assert (str(pane.bar.stretch), pane.has_later()) == ("2026-02", True)
    pane.go_on()
    pane.go_on()
    assert str(pane.bar.stretch) == "2026-03"


def test_another_length_shows_the_period_of_today(pane: ReportsPane) -> None:
    for span, shown in (("year", "2026"), ("week", "2026-W09"), ("quarter", "2026-Q1")):
        pane.bar.choose_span(span)
        assert str(pane.bar.stretch) == shown


def test_who_takes_calls_begins_with_their_own(pane: ReportsPane, desk: Office) -> None:
    assert pane.bar.groups == {}
    wang = sign_in(desk, "wang")
    pane._person = None
    pane.reload()
    assert pane.bar.groups == {"person": wang.id.hex()}
