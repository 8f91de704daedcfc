from app.ui.panes.reports import commands
from app.ui.panes.reports.pane import ReportsPane


def test_every_row_names_something_that_the_pane_does():
    for row in commands.PANE:
        assert callable(getattr(ReportsPane, row.run))
        assert not row.enabled_when or callable(getattr(ReportsPane, row.enabled_when))
