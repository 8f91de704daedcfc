"""The buttons of an opened inquiry: the likely next steps, and everything else in a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.ui.kit import icons, theme
from app.ui.kit.commands import CommandAction, CommandTable
from app.ui.panes.work import steps
from app.ui.panes.work.commands import DETAIL
from app.ui.panes.work.paper_commands import NOTICES

_ALWAYS = ("note", "edit")


class IconButton(QPushButton):
    """Starts an action; its name and tip are said, its icon is seen."""

    def __init__(self, action: CommandAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self.setObjectName(f"{action.objectName()}.button")
        icons.give(self, action.command.icon)
        self._follow()
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)

    def _follow(self) -> None:
        self.setAccessibleName(self._action.text().rstrip("…"))
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())


class ActionRow(QWidget):
    """Binds the commands of the detail to ``target`` and shows those that make sense now."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        self.table = CommandTable((*DETAIL, *NOTICES), target)
        self._buttons = {step.id: self.table.button(f"work.{step.id}", self) for step in steps.STEPS}
        self._fixed = [IconButton(self.table.action(f"work.{name}"), self) for name in _ALWAYS]
        self._likely: tuple[str, ...] = ()
        self._build()
        self.retranslate()
        self.refresh(())

    def refresh(self, likely: Sequence[str]) -> None:
        """Show the likely steps as buttons, the first of them as the primary one, as many as there is room for."""
        self.table.refresh()
        self._likely = tuple(likely)
        for place, name in enumerate(likely):
            self._row.insertWidget(place, self._buttons[name])
        for name, button in self._buttons.items():
            tone = "primary" if likely and name == likely[0] else ""
            if button.property("tone") != tone:
                button.setProperty("tone", tone)
                icons.give(button, self.table.action(f"work.{name}").command.icon, "on_accent" if tone else "text")
                button.style().unpolish(button)
                button.style().polish(button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many likely steps as there is room for; the menu has all of them."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return the room of the primary step and the menu."""
        return QSize(280, super().minimumSizeHint().height())

    def _fit(self) -> None:
        spacing = self._row.spacing()
        room = self.width() - sum(one.sizeHint().width() + spacing for one in (*self._fixed, self.more))
        for name, button in self._buttons.items():
            if name not in self._likely:
                button.hide()
        for name in self._likely:
            room -= self._buttons[name].sizeHint().width() + spacing
            self._buttons[name].setVisible(room >= 0 or name == self._likely[0])

    def title_of(self, step: str) -> str:
        """Return what a step is called, without the dots that promise a question."""
        return self.table.action(f"work.{step}").text().rstrip("…")

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.more.setToolTip(self.tr("Every other step"))
        self.more.setAccessibleName(self.tr("More steps"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.more = QPushButton(self)
        self.more.setObjectName("work.more")
        icons.give(self.more, "more")
        self.more.setMenu(self._menu())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.of_app().px("pad"))
        self._row.addStretch(1)
        for widget in (*self._fixed, self.more):
            self._row.addWidget(widget)

    def _menu(self) -> QMenu:
        rest = ("hand_over", "add_contact", "dispatch_note", "notice", "propose", "copy_number")
        names = [f"work.{step.id}" for step in steps.STEPS]
        return self.table.menu(*names, "-", *(f"work.{name}" for name in rest), parent=self)
