"""Every command of the pane names something that the pane can do."""

from app.ui.panes.callbacks.commands import AROUND, CALLING
from app.ui.panes.callbacks.pane import CallbacksPane


def test_every_command_is_a_method_of_the_pane() -> None:
    for one in (*CALLING, *AROUND):
        assert callable(getattr(CallbacksPane, str(one.run)))
        assert not one.enabled_when or callable(getattr(CallbacksPane, str(one.enabled_when)))
    keys = [key for one in (*CALLING, *AROUND) for key in one.keys]
    assert len(keys) == len(set(keys))
