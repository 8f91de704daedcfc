"""Every command of the pane names something that the pane can do."""

from app.ui.panes.training.commands import DRILL
from app.ui.panes.training.pane import TrainingPane


def test_every_command_is_a_method_of_the_pane() -> None:
    for one in DRILL:
        assert callable(getattr(TrainingPane, str(one.run)))
        assert not one.enabled_when or callable(getattr(TrainingPane, str(one.enabled_when)))
    keys = [key for one in DRILL for key in one.keys]
    assert len(keys) == len(set(keys))
