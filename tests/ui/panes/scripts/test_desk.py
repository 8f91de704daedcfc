"""The three columns together."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.services.office import Office
from app.services.script_search import ScriptSearch
from app.ui.kit.commands import Command, CommandTable
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.commands import COMMANDS
from app.ui.panes.scripts.desk import LibraryDesk
from tests.desk import sign_in
from tests.windows import put_up


class Pane(QWidget):
    """Stands behind the buttons of the desk."""

    def run(self) -> None:
        self.ran = True


@pytest.fixture
def desk(jobs, office: Office, qtbot) -> LibraryDesk:
    pane = Pane()
    qtbot.addWidget(pane)
    made = LibraryDesk(jobs, ScriptSearch(), pane)
    rows = [Command(row.id, row.text, row.tip, run="run") for row in COMMANDS]
    made.take_commands(CommandTable(rows, pane))
    pane.resize(1196, 632)
    made.resize(1196, 632)
    made.show_shelf(office.ask(asking.shelf, language="en"))
    put_up(qtbot, pane)
    return made


def test_moving_in_the_tree_reads_one_script_after_the_other(desk: LibraryDesk, qtbot) -> None:
    assert desk.facts.isHidden()
    desk.library.tree.choose("flu")
    with qtbot.waitSignal(desk.moved):
        qtbot.keyClick(desk.library.tree, Qt.Key.Key_Down)
    assert desk.reading.card.script.key == "hpv"
    assert desk.facts.isVisible()


def test_enter_goes_into_the_reader(desk: LibraryDesk, qtbot) -> None:
    desk.library.tree.choose("flu")
    qtbot.keyClick(desk.library.tree, Qt.Key.Key_Return)
    assert desk.reading.card.script.key == "flu"
    assert desk.reading.reader.hasFocus()


def test_a_script_opened_from_elsewhere_is_marked_in_the_tree(desk: LibraryDesk) -> None:
    desk.show_script("booking")
    assert desk.library.tree.key() == "booking"
    desk.close_script()
    assert (desk.reading.card, desk.facts.isHidden()) == (None, True)


def test_only_those_who_write_see_the_import(desk: LibraryDesk, office: Office) -> None:
    button = desk.findChild(QPushButton, "scripts.import.button")
    assert button.isVisible()
    sign_in(office, "wang")
    desk.show_shelf(office.ask(asking.shelf, language="en"))
    assert not button.isVisible()


def test_where_no_script_is_open_the_button_leads_to_the_search(desk: LibraryDesk) -> None:
    desk.findChild(QPushButton, "scripts.nothing.act").click()
    assert desk.library.box.hasFocus()


def test_who_was_given_a_version_stands_in_the_place_of_the_reader(desk: LibraryDesk, office: Office) -> None:
    assert not desk.can_recall()
    desk.show_script("flu")
    assert desk.can_recall()
    desk.show_given()
    assert (desk.recall.isVisible(), desk.recall.key) == (True, "flu")
    desk.recall.leave()
    assert desk.reading.isVisible()
    desk.show_given()
    desk.show_script("hpv")
    assert desk.reading.isVisible()
    sign_in(office, "wang")
    desk.show_shelf(office.ask(asking.shelf, language="en"))
    assert not desk.can_recall()
    assert not desk.findChild(QPushButton, "scripts.given_to.button").isVisible()


def test_the_contact_behind_a_proposal_lies_over_the_reader_until_one_goes_back(desk, qtbot) -> None:
    desk.show_script("hpv")
    desk.library.to_do.contact_wanted.emit(b"x" * 16)
    assert desk.contact.isVisible()
    assert not desk.reading.isVisible()
    desk.contact.left.emit()
    assert desk.reading.isVisible()
