"""A year of a calendar: twelve months, each day in the color of its kind, walked through with the arrow keys."""

from datetime import date

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.models.calendars import DayKind
from app.services.calendars import Day, Year
from app.ui.kit import languages, theme
from app.ui.panes.settings.presenting import month_cells, words_of

_ACROSS, _DOWN = 4, 3
_LINES = 6
_GAP = 14
#: Between the figures of two days, and how small figures get at most.
_AIR, _LEAST_PX = 5, 9
#: Background and text of each kind of day.
_COLORS = {
    DayKind.WORKING: ("", "text"),
    DayKind.WEEKEND: ("", "muted"),
    DayKind.HOLIDAY: ("danger_soft", "danger"),
    DayKind.MAKE_UP: ("accent_soft", "accent"),
    DayKind.EXCEPTION: ("warning_soft", "warning"),
}
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class YearView(QWidget):
    """``moved(Day)`` when another day is the current one. N and P go to the next and previous day that is different."""

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings.year")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._year: Year | None = None
        self._today: date | None = None
        self._place = 0

    def show_year(self, year: Year, today: date) -> None:
        """Show a year; the current day stays at its place, at first it is today."""
        if self._today is None:
            self._place = today.timetuple().tm_yday - 1
        self._year, self._today = year, today
        self._go(min(self._place, len(year.days) - 1))

    def day(self) -> Day | None:
        """Return the current day."""
        return self._year.days[self._place] if self._year else None

    def go_to(self, falls_on: date) -> None:
        """Make a day of the year the current one."""
        self._go(falls_on.timetuple().tm_yday - 1)

    def day_at(self, point: QPoint) -> Day | None:
        """Return the day that is painted at a point."""
        if self._year is None:
            return None
        return next((day for day in self._year.days if self._cell(day.falls_on).contains(point)), None)

    def sizeHint(self) -> QSize:
        """Return room for the figures of every day."""
        line = self.fontMetrics().height()
        return QSize(_ACROSS * (7 * 2 * line + _GAP), _DOWN * (_LINES + 2) * (line + 2))

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which a day can be read."""
        line = theme.of_app().px("small") + 2
        return QSize(_ACROSS * (7 * line + _GAP), _DOWN * ((_LINES + 2) * line + 6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the days."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self._place + _STEPS[key])
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self._go_to_different(1 if key == Qt.Key.Key_N else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the day that is clicked."""
        self.setFocus()
        if (day := self.day_at(event.position().toPoint())) is not None:
            self.go_to(day.falls_on)

    def event(self, event: QEvent) -> bool:
        """Say in words what the day under the pointer is; follow a change of language."""
        if isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            QToolTip.showText(event.globalPos(), self.words(day) if day else "", self)
            return True
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        return super().event(event)

    def words(self, day: Day) -> str:
        """Return what a day is, in words."""
        return words_of(day, languages.current())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the months that the event touches."""
        painter = QPainter(self)
        for month in range(1, 13):
            if self._year is not None and self._month(month).intersects(event.rect()):
                self._paint_month(painter, month)

    def _paint_month(self, painter: QPainter, month: int) -> None:
        colors, area = theme.of_app(), self._month(month)
        locale = QLocale(languages.current())
        line = area.height() // (_LINES + 2)
        painter.setFont(colors.font("small", bold=True))
        painter.setPen(colors.color("text"))
        title = locale.standaloneMonthName(month, QLocale.FormatType.LongFormat)
        place = QRect(area.x(), area.y(), area.width(), line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, title)
        width = area.width() // 7
        painter.setFont(_figures(width))
        painter.setPen(colors.color("muted"))
        for place in range(7):
            name = locale.standaloneDayName(place + 1, QLocale.FormatType.NarrowFormat)
            where = QRect(area.x() + place * width, area.y() + line, width, line)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, name)
        for day in self._year.days if self._year else ():
            if day.falls_on.month == month:
                self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: Day) -> None:
        colors, cell = theme.of_app(), self._cell(day.falls_on)
        back, front = _COLORS[day.kind]
        if back:
            painter.fillRect(cell, colors.color(back))
        if day.kind is DayKind.MAKE_UP or (day.kind is DayKind.HOLIDAY and self._year and self._year.estimated):
            style = Qt.PenStyle.SolidLine if day.kind is DayKind.MAKE_UP else Qt.PenStyle.DotLine
            painter.setPen(QPen(colors.color(front), 1, style))
            painter.drawRect(cell.adjusted(0, 0, -1, -1))
        painter.setPen(colors.color(front))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.falls_on.day))
        if day.kind is DayKind.EXCEPTION:
            painter.fillRect(cell.x() + 3, cell.bottom() - 1, cell.width() - 6, 2, colors.color(front))
        if day.falls_on == self._today:
            painter.setPen(QPen(colors.color("muted"), 1))
            painter.drawRect(cell.adjusted(0, 0, -1, -1))
        if self._year and day is self._year.days[self._place]:
            painter.setPen(QPen(colors.color("focus"), 2))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))

    def _month(self, month: int) -> QRect:
        """Return where a month is painted."""
        width, height = self.width() // _ACROSS, self.height() // _DOWN
        down, across = divmod(month - 1, _ACROSS)
        return QRect(across * width, down * height, width - _GAP, height - 6)

    def _cell(self, day: date) -> QRect:
        """Return where a day is painted."""
        area = self._month(day.month)
        width, line = area.width() // 7, area.height() // (_LINES + 2)
        down, across = month_cells(day)
        return QRect(area.x() + across * width, area.y() + (down + 2) * line, width - 1, line - 1)

    def _go(self, place: int) -> None:
        if self._year is None:
            return
        self._place = max(0, min(place, len(self._year.days) - 1))
        self._say()
        self.update()
        self.moved.emit(self._year.days[self._place])

    def _go_to_different(self, step: int) -> None:
        days = self._year.days if self._year else ()
        usual = (DayKind.WORKING, DayKind.WEEKEND)
        places = range(self._place + step, len(days) if step > 0 else -1, step)
        self._go(next((place for place in places if days[place].kind not in usual), self._place))

    def _say(self) -> None:
        if (day := self.day()) is not None:
            self.setAccessibleName(self.words(day))


def _figures(width: int) -> QFont:
    """Return the font of the days: smaller than small where two figures would touch those of the next day."""
    font = theme.of_app().font("small", tabular=True)
    needed = QFontMetrics(font).horizontalAdvance("00") + _AIR
    if needed > width:
        font.setPixelSize(max(_LEAST_PX, font.pixelSize() * width // needed))
    return font
