"""Papers on their way to a file: HTML as PDF, with its fonts in it, also where there is no window."""

from pathlib import Path
from typing import Any

from app.outside.files import replacing

#: The first of these that is installed writes; each has Chinese, so that no paper shows boxes.
FAMILIES = (
    *("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei"),
    *("Segoe UI", "Noto Sans", "DejaVu Sans"),
)
_POINTS = 10.5
#: What stands for an application while there is no window; it lives as long as the program.
_alone: list[Any] = []


def write_pdf(path: Path, html: str, *, size: str) -> None:
    """Write an HTML document as PDF on paper of a size (A4, Letter), whole or not at all.

    Raises DiskFull, FileForbidden or FileNotWritten.
    """
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument

    _be_able_to_write()
    with replacing(path) as temporary:
        writer = QPdfWriter(str(temporary))
        writer.setCreator("OneWindow")
        writer.setResolution(300)
        writer.setPageSize(QPageSize(_size(size)))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))  # printing a document leaves two centimeters by itself
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPointSizeF(_POINTS)
        document = QTextDocument()
        document.setDefaultFont(font)
        document.setHtml(html)
        writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
        document.print_(writer)


def _size(name: str) -> Any:
    from PySide6.QtGui import QPageSize

    return QPageSize.PageSizeId.Letter if name == "Letter" else QPageSize.PageSizeId.A4


def _be_able_to_write() -> None:
    """Fonts need an application; on the command line there is none, and no screen is needed for it."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        _alone.append(QGuiApplication(["onewindow", "-platform", "offscreen"]))
