"""What has changed since the person knew it, and what became of her flags: a list, for whoever takes no calls too."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.models.script_notices import Notice
from app.services.wording import label
from app.ui.kit import languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.line_list import Line, LineList
from app.ui.parts.notice_watch import NoticeWatch
from app.ui.parts.notice_words import TONES, NoticeWords


class NewsColumn(QWidget):
    """``opened(notice id)`` and ``picked(notice id)`` as of every list; ``counted()`` when there is more or less."""

    opened = Signal(object)
    picked = Signal(object)
    counted = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scripts.news")
        self._jobs = jobs
        self._words = NoticeWords(self)
        self.watch = NoticeWatch(jobs, self)
        self.list = LineList("scripts.news.list", self)
        self._all = QPushButton(self)
        self._all.setObjectName("scripts.news.all_read")
        self._all.setProperty("tone", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.list, 1)
        column.addWidget(self._all)
        self._all.clicked.connect(self._read_all)
        self.list.opened.connect(self.opened)
        self.list.picked.connect(self.picked)
        self.watch.changed.connect(self._show)
        self.retranslate()

    @property
    def count(self) -> int:
        """How much there is to read."""
        return len(self.watch.waiting)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.list.setAccessibleName(self.tr("Changed since you knew it"))
        self._all.setText(self.tr("Mark all as read"))
        self._all.setAccessibleName(self._all.text())
        self._all.setToolTip(self.tr("Urgent changes stay until their question is answered"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        lines = [self._line(one) for one in self.watch.waiting]
        self.list.show_lines(lines)
        self._all.setVisible(any(not one.is_urgent for one in self.watch.waiting))
        self.counted.emit()

    def _line(self, notice: Notice) -> Line:
        language = languages.current()
        told = self._words.told(notice, self._jobs.office.ask(asking.now), self._jobs.office.ask(asking.zone))
        chip = (label("notice_kind", notice.kind.value, language), TONES[notice.kind])
        return Line(notice.id, notice.title(language), notice.note or told, (chip,))

    def _read_all(self) -> None:
        from app.services import script_notices

        self._jobs.do(script_notices.read_all, initiator=self)
