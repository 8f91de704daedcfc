"""What has changed since the person knew it, as lines to open; shown while nobody is on the line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.script_notices import Notice
from app.services.wording import label
from app.ui.kit import languages
from app.ui.kit.labels import Chip
from app.ui.parts.notice_words import TONES

MOST = 4


class NoticeRow(QPushButton):
    """One notice: `opened_one(notice id)`."""

    opened_one = Signal(object)

    def __init__(self, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"intake.notices.row_{place + 1}")
        self.setProperty("tone", "link")
        self._id, self._title = b"", ""
        self.clicked.connect(self._open)

    def show_notice(self, notice: Notice, language: str) -> None:
        """Show another one."""
        self._id, self._title = notice.id, notice.title(language)
        self.setAccessibleName(f"{label('notice_kind', notice.kind.value, language)}: {self._title}")
        self.setToolTip(self._title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the title to what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(60, self.width() - 12)
        self.setText(self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))

    def _open(self) -> None:
        self.opened_one.emit(self._id)


class NoticeList(QFrame):
    """`opened(notice id)` when one is to be read, `all_read()` when nothing of it is news any more."""

    opened = Signal(object)
    all_read = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.notices")
        self.setProperty("role", "card")
        self._notices: Sequence[Notice] = ()
        self._build()
        self.retranslate()

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show the first of them."""
        self._notices = tuple(notices)
        self.retranslate()

    def take_focus(self) -> None:
        """Put the cursor on the first line."""
        self._rows[0].setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        language = languages.current()
        self._title.setText(self.tr("Changed since you knew it"))
        self._all.setText(self.tr("Mark all as read"))
        self._all.setAccessibleName(self._all.text())
        for place, (row, chip) in enumerate(zip(self._rows, self._chips, strict=True)):
            is_there = place < len(self._notices)
            row.setVisible(is_there)
            chip.setVisible(is_there)
            if is_there:
                notice = self._notices[place]
                row.show_notice(notice, language)
                chip.show_text(label("notice_kind", notice.kind.value, language), TONES[notice.kind])
        left = len(self._notices) - MOST
        self._more.setText(self.tr("and {count} more").format(count=left))
        self._more.setVisible(left > 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._title, self._more = QLabel(self), QLabel(self)
        self._title.setProperty("type", "label")
        self._more.setProperty("type", "hint")
        self._all = QPushButton(self)
        self._all.setObjectName("intake.notices.all_read")
        self._all.setProperty("tone", "quiet")
        self._all.clicked.connect(self.all_read)
        self._rows = [NoticeRow(place, self) for place in range(MOST)]
        self._chips = [Chip("", "", self) for _ in range(MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 6)
        column.setSpacing(2)
        column.addWidget(self._title)
        lines = QGridLayout()
        column.addLayout(lines)
        lines.setHorizontalSpacing(6)
        lines.setVerticalSpacing(2)
        lines.setColumnStretch(1, 1)
        for place, (row, chip) in enumerate(zip(self._rows, self._chips, strict=True)):
            lines.addWidget(chip, place, 0)
            lines.addWidget(row, place, 1)
            row.opened_one.connect(self.opened)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.addWidget(self._more)
        foot.addStretch(1)
        foot.addWidget(self._all)
