"""Counting says how far it has come, and can be stopped."""

import pytest
from pytestqt.qtbot import QtBot

from app.services import figures
from app.services.office import Office
from app.store import figures as rows_of
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Stopped
from app.ui.panes.reports.counting import Counting
from app.ui.panes.reports.pane import ReportsPane


def test_it_says_how_many_of_how_many(jobs: Jobs, qtbot: QtBot) -> None:
    made = Counting()
    qtbot.addWidget(made)
    at = made.start().at
    at(0, 100)
    assert made._text.text() == "Counting…"
    at(500_000, 500_000)
    assert made._text.text().startswith("Being counted: 500,000 of 500,000")
    assert not made._stop.isHidden()
    made._stop.click()
    with pytest.raises(Stopped):
        at(1, 2)
    made.end()
    assert made._text.text() == "Not counted to the end: F5 goes on"
    assert made._stop.isHidden()


def test_stopped_counting_goes_on_the_next_time(
    pane: ReportsPane, desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.store.write("test") as tx:
        rows_of.forget(tx)
    begin = pane.bar.counting.start

    def stopped() -> object:
        ear = begin()
        pane.bar.counting.stop()
        return ear

    monkeypatch.setattr(pane.bar.counting, "start", stopped)
    pane.commands.run("reports.reload")
    assert pane.bar.counting._text.text() == "Not counted to the end: F5 goes on"
    assert not pane.strip.isVisible()
    monkeypatch.undo()
    pane.commands.run("reports.reload")
    assert pane.bar.counting._text.text() == ""
    assert not desk.ask(figures.behind_the_times)
