"""The pictures of drawings show what the drawings do."""

from PySide6.QtGui import QImage

from tests.house.icons import pictures

#: How much a color may differ, of 255: libraries smooth edges a little otherwise.
_TOLERANCE = 24


def _differences(one: QImage, other: QImage) -> int:
    return sum(
        abs(left - right) > _TOLERANCE
        for x in range(one.width())
        for y in range(one.height())
        for left, right in zip(one.pixelColor(x, y).getRgb(), other.pixelColor(x, y).getRgb(), strict=True)
        if one.pixelColor(x, y).alpha() > _TOLERANCE or other.pixelColor(x, y).alpha() > _TOLERANCE
    )


def test_each_picture_is_that_of_its_drawing(qapp):
    for file, drawn in pictures():
        kept = QImage(str(file))
        assert kept.size() == drawn.size(), f"{file.name}: python -m tests.house.icons"
        assert _differences(kept, drawn) * 100 <= kept.width() * kept.height(), file.name
