from dataclasses import FrozenInstanceError

import pytest

from app.ui.panes.settings.world import SettingsWorld


def test_the_world_is_handed_in_and_never_changed(world: SettingsWorld) -> None:
    assert (world.key_provider, world.demo) == ("fake keys", False)
    with pytest.raises(FrozenInstanceError):
        world.demo = True  # type: ignore[misc]
