"""A command that was given before its page had read what it needs: it is done as soon as it may be."""

from PySide6.QtCore import QObject, QTimer
from shiboken6 import Shiboken

from app.ui.kit.commands import CommandAction


class WantedCommand(QObject):
    """Waits for one action at a time; ``drop`` when the person goes elsewhere."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._action: CommandAction | None = None
        # It is free to run in the middle of what its page is doing: it runs after that.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._run)

    @property
    def waits(self) -> bool:
        """Whether something is still to be done."""
        return self._action is not None

    def await_action(self, action: CommandAction) -> None:
        """Do an action now if it may be done, else when it may."""
        self.drop()
        self._action = action
        action.changed.connect(self._look)
        self._look()

    def drop(self) -> None:
        """Forget what was wanted."""
        action, self._action = self._action, None
        self._soon.stop()
        if action is not None and Shiboken.isValid(action):
            action.changed.disconnect(self._look)

    def _look(self) -> None:
        if self._action is not None and self._action.isEnabled():
            self._soon.start()

    def _run(self) -> None:
        action = self._action
        if action is not None and Shiboken.isValid(action) and action.isEnabled():
            self.drop()
            action.start()
