"""The left column: topics, search while typing, flags."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QTabBar

from app.services import scripts
from app.services.office import Office
from app.services.script_search import ScriptSearch
from app.ui.kit import languages
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.library import LibraryColumn
from tests.desk import sign_in
from tests.windows import put_up


@pytest.fixture
def column(jobs, office: Office, qtbot) -> LibraryColumn:
    search = ScriptSearch()
    office.ask(search.refresh)
    made = LibraryColumn(jobs, search)
    qtbot.addWidget(made)
    made.show_shelf(office.ask(asking.shelf, language="en"))
    made.resize(300, 500)
    put_up(qtbot, made)
    return made


def found(column: LibraryColumn) -> list[str]:
    return [line.key for line in column.hits.lines]


def test_results_come_with_every_letter_and_go_with_the_last(column: LibraryColumn, qtbot) -> None:
    assert column.tree.isVisible()
    qtbot.keyClicks(column.box, "flu")
    assert (column.hits.isVisible(), found(column)[0]) == (True, "flu")
    qtbot.keyClick(column.box, Qt.Key.Key_Escape)
    assert column.tree.isVisible()


def test_arrows_preview_and_enter_opens_without_leaving_the_line(column: LibraryColumn, qtbot) -> None:
    qtbot.keyClicks(column.box, "vaccine")
    with qtbot.waitSignal(column.previewed) as previewed:
        qtbot.keyClick(column.box, Qt.Key.Key_Down)
    with qtbot.waitSignal(column.opened) as opened:
        qtbot.keyClick(column.box, Qt.Key.Key_Return)
    assert previewed.args == opened.args == [found(column)[1]]
    assert column.box.hasFocus()


def test_alt_and_a_number_opens_a_result(column: LibraryColumn, qtbot) -> None:
    qtbot.keyClicks(column.box, "vaccine")
    with qtbot.waitSignal(column.opened) as opened:
        qtbot.keyClick(column.box, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert opened.args == [found(column)[1]]


def test_what_an_input_method_holds_is_searched_and_its_keys_are_left_alone(column: LibraryColumn, qtbot) -> None:
    QApplication.sendEvent(column.box, QInputMethodEvent("yu'yue", []))
    assert found(column)[0] == "booking"
    with qtbot.assertNotEmitted(column.opened):
        qtbot.keyClick(column.box, Qt.Key.Key_Return)


def test_a_result_says_why_it_is_there_and_what_it_is(column: LibraryColumn, qtbot) -> None:
    qtbot.keyClicks(column.box, "bitten")
    line = column.hits.lines[0]
    assert (line.title, line.chips, line.hint) == ("Bitten by a dog", (("Urgent", "danger"),), "Alt+1")
    column.box.setText("old rule")
    line = column.hits.lines[0]
    assert (line.grey, line.chips) == (True, (("Expired", ""),))


def test_nothing_found_says_what_to_do(column: LibraryColumn, qtbot) -> None:
    column.box.setText("zzzzzz")
    assert column._empty.accessibleName().startswith("Nothing fits")
    qtbot.mouseClick(column.findChild(QPushButton, "scripts.empty.act"), Qt.MouseButton.LeftButton)
    assert column.tree.isVisible()


def test_all_topics_are_shown_from_a_search_among_the_flags_too(column: LibraryColumn, qtbot) -> None:
    column.show_flags()
    column.box.setText("zzzzzz")
    qtbot.mouseClick(column.findChild(QPushButton, "scripts.empty.act"), Qt.MouseButton.LeftButton)
    assert column.tree.isVisible()


def test_flags_of_all_scripts_are_listed(column: LibraryColumn, office: Office, qtbot) -> None:
    tabs = column.findChild(QTabBar, "scripts.parts")
    column.show_flags()
    assert column._empty.accessibleName().startswith("No open flag")
    column.findChild(QPushButton, "scripts.empty.act").click()
    assert column.tree.isVisible()
    column.show_flags()
    office.do(scripts.flag, "flu", 1, note="The price changed")
    column.show_shelf(office.ask(asking.shelf, language="en"))
    assert (tabs.tabText(1), column.flags.isVisible()) == ("Flags (1)", True)
    assert [(line.title, line.detail) for line in column.flags.lines] == [
        ("Who needs the flu vaccine", "The price changed")
    ]
    with qtbot.waitSignal(column.opened) as opened:
        column.flags.open_place(0)
    assert opened.args == ["flu"]


def test_a_click_beside_the_parts_keeps_what_was_searched(column: LibraryColumn, qtbot) -> None:
    tabs = column.findChild(QTabBar, "scripts.parts")
    column.resize(600, 500)
    qtbot.keyClicks(column.box, "hpv")
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.rect().center() + QPoint(tabs.width() // 2 - 4, 0))
    assert (column.box.text(), column.hits.isVisible()) == ("hpv", True)


def test_whoever_goes_to_another_part_leaves_what_was_searched(column: LibraryColumn, office: Office, qtbot) -> None:
    office.do(scripts.flag, "flu", 1, note="The price changed")
    column.show_shelf(office.ask(asking.shelf, language="en"))
    tabs = column.findChild(QTabBar, "scripts.parts")
    qtbot.keyClicks(column.box, "hpv")
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert (column.box.text(), column.flags.isVisible()) == ("", True)
    qtbot.keyClicks(column.box, "hpv")
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Left)
    assert (column.box.text(), column.tree.isVisible()) == ("", True)


def test_what_is_to_be_done_stands_beside_the_topics(column: LibraryColumn, qtbot) -> None:
    tabs = column.findChild(QTabBar, "scripts.parts")
    qtbot.keyClicks(column.box, "flu")
    column.show_to_do()
    assert (column.to_do.isVisible(), tabs.tabText(2)) == (True, "To do (1)")
    column.to_do.choice.choose(1)
    qtbot.keyClick(column.box, Qt.Key.Key_Down)
    assert column.to_do.board.list.hasFocus()
    column.to_do.search_wanted.emit("flu")
    assert (column.hits.isVisible(), column.box.hasFocus()) == (True, True)
    column.box.clear()
    column.to_do.left.emit()
    assert column.tree.isVisible()


def test_who_neither_writes_nor_approves_sees_no_boards(column: LibraryColumn, office: Office) -> None:
    column.show_to_do()
    sign_in(office, "wang")
    column.show_shelf(office.ask(asking.shelf, language="en"))
    assert (column.tree.isVisible(), column.to_do.count) == (True, None)
    column.show_to_do()
    assert column.tree.isVisible()


def test_escape_and_down_go_from_the_line_to_the_tree(column: LibraryColumn, qtbot) -> None:
    column.focus_search()
    qtbot.keyClick(column.box, Qt.Key.Key_Down)
    assert column.tree.hasFocus()
    column.focus_search()
    qtbot.keyClick(column.box, Qt.Key.Key_Escape)
    assert column.tree.hasFocus()


@pytest.mark.parametrize(
    ("name", "word", "signal"), [("chen", "Take in scripts", "import_wanted"), ("wang", "A trainer", "reload_wanted")]
)
def test_an_empty_library_says_who_fills_it(bare_jobs, office: Office, qtbot, name, word, signal) -> None:
    sign_in(office, name)
    made = LibraryColumn(bare_jobs, ScriptSearch())
    qtbot.addWidget(made)
    made.show_shelf(office.ask(asking.shelf, language="en"))
    made.show()
    assert word in made._empty.accessibleName()
    with qtbot.waitSignal(getattr(made, signal)):
        made.findChild(QPushButton, "scripts.empty.act").click()


def test_the_column_follows_the_language_of_the_window(column: LibraryColumn, qtbot) -> None:
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: column.box.placeholderText() == "汉字、拼音或单词")
    assert column.findChild(QTabBar, "scripts.parts").tabText(0) == "目录"
