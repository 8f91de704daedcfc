"""What a plan asks: in as many columns as have room for their labels, and scrolled where even so it is too high."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from app.ui.kit import theme
from app.ui.kit.bound_methods import alive
from app.ui.kit.clear_scroll import ClearScroll, narrow
from app.ui.kit.forms import Form


class PlanArea(ClearScroll):
    """Widgets one under another, as high as they are where there is room; what has the keyboard stays in sight."""

    def __init__(self, *parts: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(self.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._inner = QWidget(self)
        self._column = column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad") // 2)
        for part in parts:
            column.addWidget(part)
        narrow(*parts)
        self.hold(self._inner)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        """Return the size of the questions."""
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(0, 4 * theme.of_app().px("row"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()
        self._keep_in_sight()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the questions: their language, the size of their text, an error under one."""
        taken = super().eventFilter(watched, event)
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self.updateGeometry()
            self._column.activate()  # the questions stand where they will be scrolled to
            self._keep_in_sight()
        return taken

    def _fit(self) -> None:
        # Room for the bar is kept, too: else it comes and goes with a column without end.
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        for form in self._inner.findChildren(Form):
            form.fit(width)

    def _keep_in_sight(self) -> None:
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _former: QWidget | None, now: QWidget | None) -> None:
        if now is not None and alive(self) and self._inner.isAncestorOf(now):
            self.ensureWidgetVisible(now)
