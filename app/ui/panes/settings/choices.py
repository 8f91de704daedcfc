"""A choice that always has a value, and the check boxes of roles."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.accounts import Role
from app.services import wording
from app.ui.kit import languages
from app.ui.kit.cut_choice import CutChoice
from app.ui.parts.tick_box import TickBox


class Choice(CutChoice):
    """One of a few codes. ``picked(code)`` after a person's choice; the wheel never changes it."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumWidth(200)
        self.activated.connect(self._pick)

    def value(self) -> str:
        """Return the code."""
        return str(self.currentData() or "")

    def set_value(self, code: str) -> None:
        """Show a code without a signal."""
        self.setCurrentIndex(max(0, self.findData(code)))

    def show_options(self, options: Mapping[str, str]) -> None:
        """Offer these codes with their words; the choice stays."""
        former = self.value()
        self.clear()
        for code, label in options.items():
            self.addItem(label, code)
        self.set_value(former)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _pick(self) -> None:
        self.picked.emit(self.value())


class RoleBoxes(QWidget):
    """A check box for each role, with what the role may do. ``toggled()`` after a person's change."""

    toggled = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {role: TickBox(self) for role in Role}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for role, box in self._boxes.items():
            box.setObjectName(f"{name}.{role.value}")
            box.clicked.connect(self.toggled)
            column.addWidget(box)
        self.retranslate()

    def roles(self) -> tuple[Role, ...]:
        """Return the roles that are checked, in the order of their table."""
        return tuple(role for role, box in self._boxes.items() if box.isChecked())

    def set_roles(self, roles: Iterable[Role]) -> None:
        """Check these roles."""
        wanted = set(roles)
        for role, box in self._boxes.items():
            box.setChecked(role in wanted)

    def focus_first(self) -> None:
        """Put the focus on the first box."""
        self._boxes[Role.OPERATOR].setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        does = {
            Role.OPERATOR: self.tr("takes contacts, works on inquiries, calls back"),
            Role.SUPERVISOR: self.tr("also hands over others' inquiries, imports, manages units"),
            Role.TRAINER: self.tr("writes and approves scripts"),
            Role.ADMINISTRATOR: self.tr("manages accounts, units and settings"),
        }
        for role, box in self._boxes.items():
            name = wording.label("role", role.value, languages.current())
            box.setText(self.tr("{role}: {does}").format(role=name, does=does[role]))
            box.setAccessibleName(box.text())
