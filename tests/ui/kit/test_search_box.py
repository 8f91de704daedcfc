import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.kit import languages, theme
from app.ui.kit.search_box import SearchBox

KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape)


@pytest.fixture
def box(qtbot):
    box = SearchBox("scripts.search")
    qtbot.addWidget(box)
    box.show()
    return box


def test_enter_chooses_and_arrows_move(box, qtbot):
    with qtbot.waitSignal(box.chosen):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    with qtbot.waitSignal(box.moved) as down:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.moved) as up:
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert (down.args, up.args) == ([1], [-1])


def test_alt_and_a_number_pick_a_result(box, qtbot):
    with qtbot.waitSignal(box.picked) as told:
        qtbot.keyClick(box, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert told.args == [2]
    assert box.text() == ""


def test_plain_numbers_are_typing(box, qtbot):
    with qtbot.assertNotEmitted(box.picked):
        qtbot.keyClicks(box, "12320")
    assert box.text() == "12320"


def test_esc_empties_the_line_and_then_leaves_it(box, qtbot):
    qtbot.keyClicks(box, "hpv")
    with qtbot.assertNotEmitted(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_while_composing_every_key_belongs_to_the_input_method(box, qtbot):
    QApplication.sendEvent(box, QInputMethodEvent("mq'jc", []))
    with (
        qtbot.assertNotEmitted(box.chosen),
        qtbot.assertNotEmitted(box.moved),
        qtbot.assertNotEmitted(box.left),
        qtbot.assertNotEmitted(box.picked),
    ):
        for key in KEYS:
            qtbot.keyClick(box, key)
        qtbot.keyClick(box, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)


def test_the_preedit_is_searched_as_pinyin(box, qtbot):
    with qtbot.waitSignal(box.typed) as told:
        QApplication.sendEvent(box, QInputMethodEvent("mi'qie'jie", []))
    assert told.args == ["", "miqiejie"]
    assert box.query == "miqiejie"


def test_it_has_names_for_tests_and_screen_readers(box):
    assert (box.objectName(), box.accessibleName()) == ("scripts.search", "Search")


def test_a_new_language_changes_its_own_words_and_leaves_those_of_the_pane(box, qtbot):
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: box.placeholderText() == "搜索")
    box.setPlaceholderText("查找话术")
    languages.of_app().use("en")
    qtbot.waitUntil(lambda: box.accessibleName() == "Search")
    assert box.placeholderText() == "查找话术"


def test_a_line_that_stands_on_something_leaves_no_corner_unpainted(box):
    theme.of_app().apply(mode="light")
    box.stand_on("surface")
    image = QImage(box.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    box.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    corners = {image.pixelColor(x, y).name() for x in (0, image.width() - 1) for y in (0, image.height() - 1)}
    assert corners == {theme.of_app().color("surface").name()}


def test_a_line_stands_where_it_stood_after_the_looks_have_changed(box):
    box.stand_on("surface")
    for mode in ("dark", "light"):
        theme.of_app().apply(mode=mode)
        assert box.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    box.stand_on("")
    assert not box.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
