"""The way to panes by name, for a desk that has a stack of them."""

from typing import Any

from PySide6.QtWidgets import QWidget


class PaneWays(QWidget):
    """What a desk answers and does for the commands that go to a pane. The desk has ``panes`` and ``show_pane``."""

    def has_training(self) -> bool:
        """Whether the person practices."""
        desk: Any = self
        return "training" in desk.panes.ids

    def show_training(self) -> None:
        """Go to today's drill."""
        desk: Any = self
        desk.show_pane("training")
