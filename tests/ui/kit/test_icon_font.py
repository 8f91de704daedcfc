import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from app.ui.kit.icon_font import IconFont, files


@pytest.fixture(scope="module")
def font(qapp):
    return IconFont(*files(["house", "phone", "no such glyph"]))


def ink(icon, mode=QIcon.Mode.Normal, size=32):
    image = icon.pixmap(QSize(size, size), 1.0, mode).toImage()
    return [image.pixelColor(x, y) for x in range(size) for y in range(size) if image.pixelColor(x, y).alpha() > 200]


def test_a_glyph_is_drawn_in_its_color(font):
    assert {color.name() for color in ink(font.icon("house", "#ff0000", "#cccccc"))} == {"#ff0000"}


def test_a_disabled_glyph_is_quieter(font):
    icon = font.icon("house", "#ff0000", "#cccccc")
    assert {color.name() for color in ink(icon, QIcon.Mode.Disabled)} == {"#cccccc"}


def test_two_glyphs_differ(font):
    one, other = (font.icon(name, "#ff0000", "#cccccc").pixmap(32, 32).toImage() for name in ("house", "phone"))
    assert one != other


def test_a_copied_icon_draws_the_same(font):
    icon = font.icon("house", "#ff0000", "#cccccc")
    assert QIcon(icon).pixmap(32, 32).toImage() == icon.pixmap(32, 32).toImage()


def test_what_is_painted_over_an_icon_stays_out_of_it(font):
    icon = font.icon("house", "#ff0000", "#cccccc")
    first = icon.pixmap(32, 32)
    before = first.toImage()
    first.fill("#00ff00")
    assert icon.pixmap(32, 32).toImage() == before


def test_a_larger_icon_is_drawn_larger_and_not_stretched(font):
    icon = font.icon("house", "#ff0000", "#cccccc")
    assert len(ink(icon, size=64)) > 3 * len(ink(icon, size=32))


def test_an_unknown_glyph_is_refused(font):
    with pytest.raises(KeyError):
        font.icon("no such glyph", "#ff0000", "#cccccc")


def test_reading_the_font_does_not_import_the_package():
    before = "qtawesome" in sys.modules
    files(["house"])
    assert ("qtawesome" in sys.modules) == before
