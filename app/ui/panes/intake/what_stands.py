"""Why the last thing done in the pane is not taken back: it stands in the history, or there was none."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.models.changes import Changes
from app.models.errors import CannotNow, NothingToUndo, UndoNever
from app.ui.kit.jobs import Jobs

#: What is noted of somebody who only reads: no deed that anybody would take back.
_READING = frozenset({"access", "script_notice", "script_search"})


class WhatStands(QObject):
    """Follows what is written from anywhere within a pane."""

    def __init__(self, jobs: Jobs, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane, self._written = pane, False
        jobs.changed.connect(self._follow)

    def why(self) -> CannotNow:
        """Return the error that tells it."""
        return UndoNever() if self._written else NothingToUndo()

    def forget(self) -> None:
        """Something came after it that could be taken back."""
        self._written = False

    def _follow(self, changes: Changes, initiator: object) -> None:
        if changes.entities - _READING and self._within(initiator):
            self._written = True

    def _within(self, one: object) -> bool:
        while isinstance(one, QObject) and one is not self._pane:
            one = one.parent()
        return one is self._pane
