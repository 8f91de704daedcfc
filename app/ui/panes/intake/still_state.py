"""An empty state that only says something: there is nothing to press."""

from app.ui.kit.cards import EmptyState


class StillState(EmptyState):
    """Shows an icon, a title and a hint."""

    def show_text(self, title: str, hint: str = "", button: str = "") -> None:
        """Say what is missing and what to do."""
        super().show_text(title, hint)
        self._button.setAccessibleName(button or title)  # it is never shown, and must not be nameless either
