"""Every command of the pane has its function there."""

from app.ui.panes.campaigns.commands import PANE
from app.ui.panes.campaigns.pane import CampaignsPane


def test_every_command_runs_something_of_the_pane():
    for one in PANE:
        assert callable(getattr(CampaignsPane, one.run))
        assert not one.enabled_when or callable(getattr(CampaignsPane, one.enabled_when))
