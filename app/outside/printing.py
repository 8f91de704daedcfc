"""Papers on their way to a file: HTML as PDF, with its fonts in it, also where there is no window.

Qt would cut a cell of a table where a page ends. So a document with a letterhead is laid out as one long strip, parted
between its lines into as many pages as it takes.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.models.page_parts import Page, Part, pages_of
from app.outside.files import write_whole

if TYPE_CHECKING:
    from app.models.papers import Letterhead

#: The first of these that is installed writes; each has Chinese, so that no paper shows boxes.
FAMILIES = (
    *("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei"),
    *("Segoe UI", "Noto Sans", "DejaVu Sans"),
)
_POINTS = 10.5
#: Margins of a page in millimeters: at the sides, and above and below where head and foot stand.
_SIDE_MM, _HEAD_MM, _FOOT_MM = 18.0, 25.0, 20.0
#: Height of the logo and of the foot, and how far they stand from their line.
_LOGO_MM, _WORDS_MM, _GAP_MM = 9.0, 11.0, 1.5
_MM_OF_INCH, _PIXELS_OF_INCH = 25.4, 96.0
_SMALL_POINTS, _FAINT = 8.0, "#555555"
#: Share of the foot that its words may take; the rest is for the number of the page.
_WORDS = 0.85
#: Pixels between the text of a cell and the line above it.
_PADDING = 3.0
#: What stands for an application while there is no window; it lives as long as the program.
_alone: list[Any] = []


def write_pdf(
    path: Path, html: str, *, size: str, letterhead: "Letterhead | None" = None, across: bool = False
) -> None:
    """Write an HTML document as PDF on paper of a size (A4, Letter), whole or not at all; ``across`` the sheet.

    With a ``letterhead`` every page has its head and foot, and no line of a list is cut where a page ends.
    Raises DiskFull, FileForbidden or FileNotWritten.
    """
    _be_able_to_write()
    write_whole(path, _as_pdf(html, size, letterhead, across=across))


def _as_pdf(html: str, size: str, letterhead: "Letterhead | None", *, across: bool) -> bytes:
    """Return the file. Qt tells nobody when a disk is full, so it writes into memory."""
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
    from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(device)
    writer.setCreator("OneWindow")
    writer.setResolution(300)
    writer.setPageSize(QPageSize(_size(size)))
    if across:
        writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))  # printing a document leaves two centimeters by itself
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(_POINTS)
    font.setFeature(QFont.Tag("locl"), 0)  # its digits beside Latin letters cannot be searched for or copied
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setHtml(html)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    if letterhead is None:
        document.print_(writer)
    else:
        _paint(document, writer, letterhead)
    return bytes(device.data().data())


def _size(name: str) -> Any:
    from PySide6.QtGui import QPageSize

    return QPageSize.PageSizeId.Letter if name == "Letter" else QPageSize.PageSizeId.A4


def _be_able_to_write() -> None:
    """Fonts need an application; on the command line there is none, and no screen is needed for it."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        _alone.append(QGuiApplication(["onewindow", "-platform", "offscreen"]))


def _parts_of(document: Any, pad: float) -> Iterator[Part]:
    """Yield the parts of a document from its top: lines of text, lines of lists, titles that cling to what follows."""
    from PySide6.QtGui import QTextCursor

    layout, block = document.documentLayout(), document.begin()
    while block.isValid():
        table: Any = QTextCursor(block).currentTable()  # none outside of a table, which PySide6 does not declare
        if table is not None:
            yield from _lines_of(layout, table, pad)
            block = document.findBlock(table.lastPosition() + 1)
            continue
        place = layout.blockBoundingRect(block)
        title = bool(block.blockFormat().headingLevel())
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            after: Any = QTextCursor(block.next()).currentTable() if block.next().isValid() else None
            yield Part(place.top() + line.y(), place.top() + line.y() + line.height(), None, title or after is not None)
        block = block.next()


def _lines_of(layout: Any, table: Any, pad: float) -> Iterator[Part]:
    heads = table.format().headerRowCount()
    tops = [
        min(layout.blockBoundingRect(cell.firstCursorPosition().block()).top() for cell in _cells(table, row)) - pad
        for row in range(table.rows())
    ]
    ends = [
        max(layout.blockBoundingRect(cell.lastCursorPosition().block()).bottom() for cell in _cells(table, row)) + pad
        for row in range(table.rows())
    ]
    head = (tops[0], tops[heads]) if 0 < heads < table.rows() else None
    for row, (top, bottom) in enumerate(zip(tops, ends, strict=True)):
        yield Part(top, bottom, head, row < heads)


def _cells(table: Any, row: int) -> list[Any]:
    return [table.cellAt(row, column) for column in range(table.columns())]


def _paint(document: Any, writer: Any, letterhead: "Letterhead") -> None:
    """Paint a document on as many pages as it takes, each with its head and foot."""
    from PySide6.QtGui import QPainter

    sheet = _Sheet(document, writer, letterhead)
    painter = QPainter(writer)
    try:
        for number, pieces in enumerate(sheet.pages):
            if number:
                writer.newPage()
            sheet.paint(painter, number, pieces)
    finally:
        painter.end()


class _Sheet:
    """A document on its way to paper, in the dots of the writer."""

    def __init__(self, document: Any, writer: Any, letterhead: "Letterhead") -> None:
        from PySide6.QtGui import QFont, QImage

        self._document, self._says = document, letterhead
        self._dots = writer.resolution() / _MM_OF_INCH
        self._left, self._width = _SIDE_MM * self._dots, writer.width() - 2 * _SIDE_MM * self._dots
        self._bottom = writer.height() - _FOOT_MM * self._dots
        document.setDocumentMargin(0)
        document.documentLayout().setPaintDevice(writer)
        document.setTextWidth(self._width)
        self._font = QFont(document.defaultFont())
        self._font.setPointSizeF(_SMALL_POINTS)
        self._logo = QImage.fromData(letterhead.logo) if letterhead.logo else QImage()
        pad = _PADDING * writer.resolution() / _PIXELS_OF_INCH
        self.pages = pages_of(list(_parts_of(document, pad)), self._bottom - _HEAD_MM * self._dots) or [[]]

    def paint(self, painter: Any, number: int, pieces: Page) -> None:
        """Paint one page."""
        from PySide6.QtGui import QColor

        place = _HEAD_MM * self._dots
        for top, bottom in pieces:
            self._piece(painter, place, top, bottom)
            place += bottom - top
        painter.setFont(self._font)
        painter.setPen(QColor(_FAINT))
        self._head(painter)
        self._foot(painter, f"{number + 1} / {len(self.pages)}")

    def _piece(self, painter: Any, place: float, top: float, bottom: float) -> None:
        from PySide6.QtCore import QRectF
        from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPalette

        painter.save()
        painter.translate(self._left, place - top)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, top, self._width, bottom - top)
        context.palette.setColor(QPalette.ColorRole.Text, QColor("black"))
        painter.setClipRect(context.clip)
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def _head(self, painter: Any) -> None:
        from PySide6.QtCore import QPointF, QRectF, Qt

        line = (_HEAD_MM - 2 * _GAP_MM) * self._dots
        room = QRectF(self._left, line - (_LOGO_MM + _GAP_MM) * self._dots, self._width, _LOGO_MM * self._dots)
        if not self._logo.isNull():
            wide = min(room.height() * self._logo.width() / self._logo.height(), self._width / 2)
            tall = wide * self._logo.height() / self._logo.width()
            painter.drawImage(QRectF(self._left, room.bottom() - tall, wide, tall), self._logo)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(room, side, self._says.head)
        painter.drawLine(QPointF(self._left, line), QPointF(self._left + self._width, line))

    def _foot(self, painter: Any, number: str) -> None:
        from PySide6.QtCore import QRectF, Qt

        room = QRectF(self._left, self._bottom + 2 * _GAP_MM * self._dots, self._width, _WORDS_MM * self._dots)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight, number)
        room.setWidth(self._width * _WORDS)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, self._says.foot)
