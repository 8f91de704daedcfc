"""The five steps of the tour for a new person: where each part of the window is, and its key."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.shell.coach import Step


class FirstSteps(QObject):
    """Says the steps in the language of the moment; a part that this person does not have is left out."""

    def __init__(self, desk: Any) -> None:
        super().__init__(desk)
        self._desk: Any = desk  # the Desk that made these; naming its class would close a circle

    def steps(self) -> list[Step]:
        """Return the steps in their order."""
        desk = self._desk
        pane = desk.panes.currentWidget()
        found: list[tuple[QWidget | None, str, str]] = [
            (
                desk.rail,
                self.tr("Everything has its place"),
                self.tr("Go from one part of the window to another with Ctrl+1, Ctrl+2 and so on. Nothing gets lost "
                        "on the way: what you typed is saved within a second."),
            ),
            (
                desk.state,
                self.tr("Say what you are doing"),
                self.tr("Ready, or away with a reason. During a call this shows its state and how long it has been "
                        "going on; it goes on when you lock the window."),
            ),
            (
                pane if desk.has_intake() else None,
                self.tr("Take a call"),
                self.tr("Who is calling on the left, what it is about in the middle, what to say on the right. "
                        "F8 saves an answer, F9 dispatches, F10 promises to call back."),
            ),
            (
                desk.top.find_button,
                self.tr("Find everything"),
                self.tr("Ctrl+K finds callers, inquiries, units, scripts and every command. "
                        "Type a few letters, go down, press Enter."),
            ),
            (
                desk.today,
                self.tr("Owe nothing"),
                self.tr("What is open, due today or overdue, and the calls that we owe. Each figure opens its list. "
                        "F1 shows every key."),
            ),
        ]  # fmt: skip
        return [Step(part, title, says) for part, title, says in found if part is not None and part.isVisible()]
