import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton

from app.ui.kit import icons, theme


@pytest.fixture(scope="module")
def book(qapp):
    return icons.book()


@pytest.fixture
def loaded(book, qtbot):
    with qtbot.waitSignal(book.ready, raising=False, timeout=10_000 if book._font is None else 1):
        icons.load()
    return book


def ink(icon):
    image = icon.pixmap(16, 16).toImage()
    return {image.pixelColor(x, y).name() for x in range(16) for y in range(16) if image.pixelColor(x, y).alpha() > 200}


def test_every_name_has_a_glyph_in_the_font(loaded, qapp):
    glyphs = loaded._font.glyphs
    assert {name for name, glyph in icons.names().items() if glyph not in glyphs} == set()


def test_an_unknown_name_is_refused(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    with pytest.raises(KeyError):
        icons.give(button, "no such icon")


def test_a_holder_gets_its_icon_in_the_color_of_the_theme(loaded, qtbot):
    theme.of_app().apply(mode="light")
    button = QPushButton()
    qtbot.addWidget(button)
    icons.give(button, "save", "danger")
    assert theme.of_app().hex("danger").lower() in ink(button.icon())


def test_icons_follow_the_theme(loaded, qtbot):
    theme.of_app().apply(mode="light")
    action = QAction()
    icons.give(action, "save", "text")
    theme.of_app().apply(mode="dark")
    dark = ink(action.icon())
    theme.of_app().apply(mode="light")
    assert theme.tokens()["colors"]["dark"]["text"].lower() in dark


def test_a_label_gets_a_picture_of_the_wanted_size(loaded, qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    icons.give(label, "info", "accent", 24)
    assert label.pixmap().deviceIndependentSize().width() == 24


def test_before_loading_an_icon_is_empty_but_takes_its_room(qapp):
    fresh = icons.IconBook(qapp)
    icon = fresh.icon("save", "text")
    fresh.setParent(None)
    assert icon.pixmap(16, 16).width() == 16
    assert ink(icon) == set()


def test_the_same_icon_is_drawn_once(loaded):
    assert loaded.icon("save", "text") is loaded.icon("save", "text")
