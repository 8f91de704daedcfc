"""Every command of the pane has its function there, or in a part of it."""

from operator import attrgetter

from app.ui.panes.campaigns.commands import PANE
from app.ui.panes.campaigns.pane import CampaignsPane


def test_every_command_runs_something_of_the_pane(jobs, qtbot):
    pane = CampaignsPane(jobs)
    qtbot.addWidget(pane)
    for one in PANE:
        assert callable(attrgetter(one.run)(pane))
        assert not one.enabled_when or callable(attrgetter(one.enabled_when)(pane))
