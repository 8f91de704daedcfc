"""Who is signed in; pressed, it offers to lock, to sign out, and how the window looks."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from app.models.accounts import Person
from app.services import wording
from app.ui.kit import icons, languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.theme import TEXT_SIZES
from app.ui.shell import commands
from app.ui.shell.appearance import Appearance
from app.ui.shell.bars import PaintedButton
from app.ui.shell.presenting import initials

_MARK, _GAP, _WIDEST = 28, 8, 180


class PersonButton(PaintedButton):
    """The signed-in person's mark and name, with a menu."""

    def __init__(self, person: Person, appearance: Appearance, desk: CommandTable, parent: QWidget) -> None:
        super().__init__("desk.person", parent)
        self._person = person
        self._appearance = appearance
        self._desk = desk
        self._menu: QMenu | None = None
        self.table = CommandTable(commands.LOOKS, self, scope=Qt.ShortcutContext.WindowShortcut)
        self.clicked.connect(self.open_menu)
        self._say()

    def open_menu(self) -> None:
        """Open the menu under the button."""
        menu = self._menu or self._build_menu()
        menu.popup(self.mapToGlobal(QPoint(self.width() - menu.sizeHint().width(), self.height() + 4)))

    def speak_english(self) -> None:
        """Show the window in English."""
        self._appearance.choose(language="en")

    def speak_chinese(self) -> None:
        """Show the window in Chinese."""
        self._appearance.choose(language="zh_CN")

    def be_light(self) -> None:
        """Show light colors."""
        self._appearance.choose(mode="light")

    def be_dark(self) -> None:
        """Show dark colors."""
        self._appearance.choose(mode="dark")

    def follow_system(self) -> None:
        """Show the colors that the computer is set to."""
        self._appearance.choose(mode="system")

    def be_comfortable(self) -> None:
        """Show more room between lines."""
        self._appearance.choose(density="comfortable")

    def be_dense(self) -> None:
        """Show more lines."""
        self._appearance.choose(density="dense")

    def grow(self) -> None:
        """Show the next larger text."""
        self._resize_text(1)

    def shrink(self) -> None:
        """Show the next smaller text."""
        self._resize_text(-1)

    def may_grow(self) -> bool:
        """Whether there is a larger text."""
        return self._appearance.looks.text_size != TEXT_SIZES[-1]

    def may_shrink(self) -> bool:
        """Whether there is a smaller text."""
        return self._appearance.looks.text_size != TEXT_SIZES[0]

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._menu = None
            self._say()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for mark and name; a long name is cut."""
        looks = theme.of_app()
        words = QFontMetrics(looks.font()).horizontalAdvance(self.text())
        return QSize(min(words, _WIDEST) + _mark() + 2 * _GAP + 12, max(36, looks.px("field") + 4))

    def mark(self, field: QRectF) -> QRectF:
        """Return where the mark with the initials stands; it grows with the text."""
        return QRectF(field.left() + 4, field.center().y() - _mark() / 2, _mark(), _mark())

    def paint_face(self, painter: QPainter, field: QRectF) -> None:
        """Paint the mark with the initials, then the name."""
        looks = theme.of_app()
        mark = self.mark(field)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(looks.color("accent"))
        painter.drawEllipse(mark)
        painter.setFont(looks.font("small", bold=True))
        painter.setPen(looks.color("on_accent"))
        painter.drawText(mark, int(Qt.AlignmentFlag.AlignCenter), initials(self.text()))
        painter.setFont(looks.font())
        painter.setPen(looks.color("text"))
        line = field.adjusted(_mark() + _GAP + 4, 0, -_GAP, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _resize_text(self, step: int) -> None:
        place = TEXT_SIZES.index(self._appearance.looks.text_size) + step
        self._appearance.choose(text_size=TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)])
        self.table.refresh()

    def _say(self) -> None:
        self.setText(self._person.display)
        language = languages.current()
        roles = wording.names_in_a_row(
            (wording.label("role", role.value, language) for role in self._person.roles), language
        )
        self.setAccessibleName(self.tr("Signed in: {person}").format(person=self._person.display))
        self.setToolTip(f"{self._person.display} ({self._person.name})\n{roles}")
        self.updateGeometry()

    def _build_menu(self) -> QMenu:
        menu = self._menu = QMenu(self)
        menu.setObjectName("desk.person.menu")
        for command_id in ("desk.handover", "desk.lock", "desk.switch_user"):
            menu.addAction(self._desk.action(command_id))
        menu.addSeparator()
        for title, icon, begins in (
            (self.tr("Language"), "language", "language."),
            (self.tr("Theme"), "theme", "mode."),
            (self.tr("Text size"), "text_size", "text."),
            (self.tr("Rows"), "table", "density."),
        ):
            part = menu.addMenu(title)
            icons.give(part.menuAction(), icon, "muted")
            part.addActions([self.table.action(one.id) for one in commands.LOOKS if one.id.startswith(begins)])
        menu.addSeparator()
        for command_id in ("desk.shortcuts", "desk.tour", "-", "desk.close"):
            if command_id == "-":
                menu.addSeparator()
            else:
                menu.addAction(self._desk.action(command_id))
        menu.aboutToShow.connect(self._mark)
        return menu

    def _mark(self) -> None:
        looks = self._appearance.looks
        for name, value in (("language", looks.language), ("mode", looks.mode), ("density", looks.density)):
            for one in commands.LOOKS:
                if one.id.startswith(f"{name}."):
                    action = self.table.action(one.id)
                    action.setCheckable(True)
                    action.setChecked(one.id == f"{name}.{value}")
        self.table.refresh()


def _mark() -> int:
    return round(_MARK * max(1.0, theme.of_app().scale))
