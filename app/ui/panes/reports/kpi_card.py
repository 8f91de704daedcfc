"""The card of a KPI: its figure, what it is made of, its target, and its trend as a line."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.kit import theme
from app.ui.panes.reports.presenting import CardText

_WIDTH, _HEIGHT = 208, 104
_TONES = {"": "text", "good": "accent", "warning": "warning", "danger": "danger"}


class KpiCard(QPushButton):
    """A button that is chosen to see what is behind the figure."""

    def __init__(self, card: CardText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"reports.card.{card.id}")
        self.setCheckable(True)
        self.setProperty("tone", "bare")
        self.show_card(card)

    @property
    def kpi(self) -> str:
        """The id of the KPI."""
        return self._card.id

    def show_card(self, card: CardText) -> None:
        """Show other figures of the KPI."""
        self._card = card
        self.setAccessibleName(" ".join(part for part in (card.title, card.share, card.parts, card.target) if part))
        self.setToolTip(card.title)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a card; larger texts want more."""
        return QSize(round(_WIDTH * theme.of_app().scale), round(_HEIGHT * theme.of_app().scale))

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing can be left out."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card in the colors of the theme."""
        looks = theme.of_app()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus" if self.hasFocus() else "accent" if self.isChecked() else "border"
        painter.setPen(QPen(looks.color(edge), 2 if self.hasFocus() or self.isChecked() else 1))
        painter.setBrush(looks.color("accent_soft" if self.isChecked() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        pad = looks.px("pad") + 4
        inside = self.rect().adjusted(pad, pad, -pad, -pad)
        self._texts(painter, inside)
        self._trend(painter, QRect(inside.center().x(), inside.center().y() - 14, inside.width() // 2, 28))
        painter.end()

    def _texts(self, painter: QPainter, inside: QRect) -> None:
        looks, left = theme.of_app(), Qt.AlignmentFlag.AlignLeft
        painter.setPen(looks.color("text"))
        painter.setFont(looks.font("small"))
        title = painter.fontMetrics().elidedText(self._card.title, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, left | Qt.AlignmentFlag.AlignTop, title)
        painter.setPen(looks.color(_TONES[self._card.tone] if self._card.is_figure else "muted"))
        painter.setFont(looks.font("title", bold=True, tabular=True) if self._card.is_figure else looks.font("small"))
        painter.drawText(inside, left | Qt.AlignmentFlag.AlignVCenter, self._card.share)
        painter.setPen(looks.color("muted"))
        painter.setFont(looks.font("small", tabular=True))
        painter.drawText(inside, left | Qt.AlignmentFlag.AlignBottom, self._card.parts)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, self._card.target)

    def _trend(self, painter: QPainter, box: QRect) -> None:
        told = [(place, share) for place, share in enumerate(self._card.trend) if share is not None]
        if len(told) < 2:
            return
        across = max(1, len(self._card.trend) - 1)
        points = [QPointF(box.x() + box.width() * place / across, box.bottom() - box.height() * share)
                  for place, share in told]  # fmt: skip
        if self._card.goal is not None:
            at = box.bottom() - box.height() * self._card.goal
            painter.setPen(QPen(theme.of_app().color("faint"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(box.x(), at), QPointF(box.right(), at))
        painter.setPen(QPen(QColor(theme.of_app().hex("accent")), 1.5))
        painter.drawPolyline(QPolygonF(points))
