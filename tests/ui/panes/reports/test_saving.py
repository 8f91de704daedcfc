"""What is written down of a saved document is what was saved."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.models.errors import WorldFailed
from app.services import made_reports
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.reports.draft_bar import Named
from app.ui.panes.reports.saving import Saving


def test_it_is_written_down_as_it_was_saved(jobs: Jobs, desk: Office, qtbot: QtBot) -> None:
    saving = Saving(jobs, Named("weekly", "2026-W09", "en"), "<p>Then</p>", jobs)
    with qtbot.waitSignals([saving.told, saving.destroyed]):
        saving.done(Path("one.pdf"))
    (made,) = desk.ask(made_reports.newest)
    assert (made.kind, made.period, made.files) == ("weekly", "2026-W09", ("one.pdf",))
    assert "Then" in desk.ask(made_reports.paper, made.id)


def test_what_is_not_saved_is_not_written_down(jobs: Jobs, desk: Office, qtbot: QtBot) -> None:
    saving = Saving(jobs, Named("weekly", "2026-W09", "en"), "<p>Then</p>", jobs)
    with qtbot.waitSignals([saving.refused, saving.destroyed]):
        saving.fail(WorldFailed())
    assert desk.ask(made_reports.newest) == ()
