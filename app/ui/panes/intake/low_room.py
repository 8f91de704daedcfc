"""Room in the middle column: in a low window the form gets what its lower part can spare, in a high one a long text."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.long_text import LongText

#: A column lower than so many lines of its own text is low (1280×720: 24 lines; 1920×1080: 42, large text 34).
LINES = 32
#: The lines of the details in a low column and in another: as they are empty, and the most that they grow to.
_LOW, _HIGH = (2, 4), (4, 10)
#: What Qt takes for no bound.
_UNBOUND = 16_777_215


class LowRoom(QObject):
    """Watches a column. `changed(bool)` when it becomes low or is so no longer; `details` grows with what is written, a
    letter most of all, from two lines to four in a low column and from four to ten in another.
    """

    changed = Signal(bool)

    def __init__(self, column: QWidget, details: LongText) -> None:
        super().__init__(column)
        self.low = False
        self._column, self._details = column, details
        column.installEventFilter(self)
        details.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the column has another height or its text another size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            low = self._column.height() < LINES * self._column.fontMetrics().lineSpacing()
            if low != self.low:
                self.low = low
                self.changed.emit(low)
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        # The document of a plain text says its height in lines.
        written = round(self._details.document().documentLayout().documentSize().height())
        least, most = _LOW if self.low else _HIGH
        lines = min(most, max(least, written))
        wanted = self._details.height_of(lines)
        if self._details.minimumHeight() != wanted:
            self._details.setMinimumHeight(wanted)
            self._details.setMaximumHeight(wanted if self.low else _UNBOUND)
