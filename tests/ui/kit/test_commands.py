import pytest
from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.kit.commands import Command, CommandTable, Conflict, conflicts

ROWS = (
    Command("save", QT_TRANSLATE_NOOP("commands", "Save"), "Keep it", "F8 | Ctrl+S", run="save", icon="save"),
    Command("drop", QT_TRANSLATE_NOOP("commands", "Drop"), "Throw it away", "F9", enabled_when="may_drop", run="drop"),
    Command("note", QT_TRANSLATE_NOOP("commands", "Note"), "Write a note", enabled_when="open", run="save"),
)


class Pane(QWidget):
    def __init__(self):
        super().__init__()
        self.did, self.allowed, self.open = [], False, True
        self.line = QLineEdit(self)

    def save(self):
        self.did.append("save")

    def drop(self):
        self.did.append("drop")

    def may_drop(self):
        return self.allowed


@pytest.fixture
def pane(qtbot):
    pane = Pane()
    qtbot.addWidget(pane)
    return pane


@pytest.fixture
def table(pane):
    return CommandTable(ROWS, pane)


def test_a_row_runs_by_each_of_its_shortcuts(qtbot, pane, table):
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.line.setFocus()
    qtbot.keyClick(pane.line, Qt.Key.Key_F8)
    qtbot.keyClick(pane.line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert pane.did == ["save", "save"]


def test_a_row_runs_what_a_part_of_its_target_offers(pane):
    pane.part = Pane()
    table = CommandTable([Command("throw", "Throw", "", enabled_when="part.may_drop", run="part.drop")], pane)
    table.run("throw")
    assert pane.part.did == []
    pane.part.allowed = True
    table.run("throw")
    assert (pane.part.did, pane.did) == (["drop"], [])


def test_a_row_that_may_not_run_does_nothing_even_if_its_action_is_stale(pane, table):
    action = table.action("drop")
    pane.allowed = True
    table.refresh()
    pane.allowed = False
    action.trigger()
    assert pane.did == []


def test_refresh_asks_methods_and_attributes_again(pane, table):
    pane.allowed, pane.open = True, False
    table.refresh()
    assert table.action("drop").isEnabled()
    assert not table.action("note").isEnabled()


def test_a_menu_holds_the_named_rows_with_separators(table):
    actions = table.menu("drop", "-", "save").actions()
    assert [action.text() for action in actions] == ["Drop", "", "Save"]
    assert actions[1].isSeparator()


def test_a_button_runs_its_row_and_has_a_name_for_screen_readers(qtbot, pane, table):
    button = table.button("save", tone="primary")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pane.did == ["save"]
    assert (button.objectName(), button.accessibleName()) == ("save.button", "Save")


def test_help_lines_tell_text_tip_keys_and_whether_it_may_run(table):
    lines = {line.id: line for line in table.help_lines()}
    assert lines["save"].keys == "F8 / Ctrl+S"
    assert (lines["drop"].text, lines["drop"].tip, lines["drop"].enabled) == ("Drop", "Throw it away", False)


def test_the_palette_runs_a_row_by_its_id(pane, table):
    table.run("save")
    assert pane.did == ["save"]


def test_the_tool_tip_names_the_keys(table):
    assert table.action("save").toolTip() == "Keep it\nF8 / Ctrl+S"


def test_two_rows_of_a_room_on_one_key_are_a_conflict():
    rows = (Command("a", "A", "a", "Ctrl+S"), Command("b", "B", "b", "F2 | ctrl+s"))
    assert conflicts({"intake": rows}) == [Conflict("Ctrl+S", ("a", "b"))]


def test_rooms_share_keys_but_not_those_of_the_shell():
    shell = (Command("palette", "Palette", "p", "Ctrl+K"),)
    work, intake = (Command("w", "W", "w", "F5"),), (Command("i", "I", "i", "F5 | Ctrl+K"),)
    assert conflicts({"shell": shell, "work": work, "intake": intake}) == [Conflict("Ctrl+K", ("palette", "i"))]


def test_keys_of_editing_widgets_are_refused():
    assert conflicts({"work": (Command("w", "W", "w", "Ctrl+C"),)}) == [Conflict("Ctrl+C", ("w",))]
