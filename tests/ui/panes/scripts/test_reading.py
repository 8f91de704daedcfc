"""One script in the wording that a person chose."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from app.models.errors import RecordGone
from app.services.office import Office
from app.services.scripts import flags_of
from app.ui.kit import languages
from app.ui.panes.scripts.reading import ReadingColumn


@pytest.fixture
def column(jobs, qtbot) -> ReadingColumn:
    made = ReadingColumn(jobs)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    return made


def said(column: ReadingColumn) -> str:
    return column.reader.text()


def test_a_script_is_read_in_the_language_of_the_window(column: ReadingColumn, qtbot) -> None:
    with qtbot.waitSignal(column.shown) as shown:
        column.open("hpv")
    assert shown.args[0].script.key == "hpv"
    assert said(column) == "Go to {clinic}, bring the card, come early."


def test_other_wordings_are_a_key_away(column: ReadingColumn) -> None:
    column.open("hpv")
    column.toggle_language()
    assert said(column) == "到{clinic}去，带上证件，早点来。"
    column.toggle_plain()
    assert said(column) == "去{clinic}就行，带证件，早点来。"
    column.toggle_plain()
    assert said(column) == "到{clinic}去，带上证件，早点来。"


def test_a_kind_of_caller_and_a_placeholder_are_chosen_in_the_reader(column: ReadingColumn) -> None:
    column.open("hpv")
    column.findChild(QComboBox, "reader.audience").activated.emit(0)
    column.reader.audience_chosen.emit("nurse")
    column.reader.placeholder_chosen.emit("clinic", "North")
    assert said(column) == "Send them to North; they bring the card and come early."


def test_the_wording_stays_with_its_script(column: ReadingColumn) -> None:
    column.open("hpv")
    column.toggle_language()
    column.reload()
    assert said(column).startswith("到")
    column.open("flu")
    assert said(column).startswith("Go to")


def test_a_flag_takes_two_keys(column: ReadingColumn, office: Office, qtbot) -> None:
    column.open("hpv")
    column.begin_flag()
    with qtbot.waitSignal(column.flagged):
        qtbot.keyClick(column.findChild(QLineEdit, "scripts.flagging.note"), Qt.Key.Key_Return)
    assert column.flag_line.isHidden()
    assert [flag.note for flag in office.ask(flags_of, "hpv")] == ["Something is wrong"]


def test_a_flag_that_is_left_is_none(column: ReadingColumn, office: Office, qtbot) -> None:
    column.open("hpv")
    column.reader.flag_requested.emit()
    assert column.flag_line.isVisible()
    qtbot.keyClick(column.findChild(QLineEdit, "scripts.flagging.note"), Qt.Key.Key_Escape)
    assert column.flag_line.isHidden()
    assert office.ask(flags_of, "hpv") == []


def test_a_script_that_is_gone_is_told_and_closed(column: ReadingColumn, qtbot) -> None:
    column.open("hpv")
    with qtbot.waitSignal(column.refused) as refused:
        column.open("nothing")
    assert isinstance(refused.args[0], RecordGone)
    assert column.card is None


def test_without_a_script_it_says_what_to_do(column: ReadingColumn, qtbot) -> None:
    with qtbot.waitSignal(column.search_wanted):
        column.findChild(QPushButton, "scripts.nothing.act").click()
    column.begin_flag()
    column.toggle_language()
    column.toggle_plain()
    assert column.flag_line.isHidden()


def test_the_answer_can_be_copied(column: ReadingColumn) -> None:
    column.open("hpv")
    column.copy_answer()
    assert QGuiApplication.clipboard().text() == said(column)


def test_the_open_script_follows_the_language_of_the_window(column: ReadingColumn, qtbot) -> None:
    column.open("hpv")
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: said(column).startswith("到"))
