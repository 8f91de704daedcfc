"""Pictures of the drawings that stand on every desk, in the sizes of common screens: ``python -m tests.house.icons``.

The library that draws SVG is most of a megabyte of every desk. What a desk at rest shows is kept as pictures beside the
drawing that each is made from; a test compares the two.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImage

from resources import FOLDER

#: Name of a drawing → the pixels of each of its pictures, by what its name ends in.
_SIZES = {
    **{f"arrow_down_{shade}": {"": 12, "@2x": 24, "@3x": 36} for shade in ("light", "dark")},
    "onewindow": {"": 256},
}


def pictures() -> Iterator[tuple[Path, QImage]]:
    """Yield each picture's file and what its drawing looks like now."""
    for name, sizes in _SIZES.items():
        drawing = QIcon(str(FOLDER / "icons" / f"{name}.svg"))
        for suffix, size in sizes.items():
            image = drawing.pixmap(QSize(size, size), 1.0).toImage()
            yield FOLDER / "icons" / f"{name}{suffix}.png", image.convertToFormat(QImage.Format.Format_ARGB32)


def main() -> None:
    """Draw them all."""
    app = QGuiApplication([])
    for file, image in pictures():
        image.save(str(file))
    app.quit()


if __name__ == "__main__":
    main()
