"""The reader as an operator uses it: keys, ticks, wordings, given."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.services.script_reading import OpenScript, Piece, ReadSection
from app.ui.kit import languages, theme
from app.ui.parts.script_reader import ScriptReader
from tests.house import widgets


@pytest.fixture
def reader(qtbot, opened: OpenScript) -> ScriptReader:
    made = ScriptReader()
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show_script(opened, ticked={"k2"})
    made.show()
    return made


def texts(reader: ScriptReader) -> str:
    return " ".join(label.text() for label in reader.findChildren(QLabel) if label.isVisibleTo(reader))


def test_digits_tick_and_space_ticks_the_next(reader: ScriptReader, qtbot) -> None:
    assert [row.box.isChecked() for row in reader.points.rows] == [False, True]
    with qtbot.waitSignal(reader.ticked) as digit:
        qtbot.keyClick(reader, Qt.Key.Key_2)
    with qtbot.waitSignal(reader.ticked) as space:
        qtbot.keyClick(reader, Qt.Key.Key_Space)
    assert (digit.args, space.args) == (["k2", False], ["k1", True])


def test_keys_of_a_child_reach_the_reader(reader: ScriptReader, qtbot) -> None:
    with qtbot.waitSignal(reader.ticked) as heard:
        qtbot.keyClick(reader.points.rows[0].box, Qt.Key.Key_1)
    assert heard.args == ["k1", True]


def test_letters_change_the_wording(reader: ScriptReader, qtbot) -> None:
    with qtbot.waitSignal(reader.language_toggled):
        qtbot.keyClick(reader, Qt.Key.Key_L)
    with qtbot.waitSignal(reader.plain_toggled) as heard:
        qtbot.keyClick(reader, Qt.Key.Key_P)
    assert heard.args == [True]


def test_arrows_scroll_and_another_wording_keeps_the_place(reader: ScriptReader, opened: OpenScript, qtbot) -> None:
    reader.resize(320, 240)
    bar = reader._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(reader, Qt.Key.Key_Down)
    place = bar.value()
    assert place > 0
    reader.show_script(replace(opened, plain=True))
    assert bar.value() == place
    reader.show_script(replace(opened, key="other"))
    assert bar.value() == 0


def test_a_script_is_given_once(reader: ScriptReader, opened: OpenScript, qtbot) -> None:
    button = reader.findChild(QPushButton, "reader.given")
    with qtbot.waitSignal(reader.given):
        button.click()
    reader.mark_given()
    assert (button.text(), button.isEnabled()) == ("Given", False)
    reader.show_script(opened)
    assert button.text() == "Given"
    reader.show_script(replace(opened, version=3))
    assert (button.text(), button.isEnabled()) == ("Give this answer", True)


@pytest.mark.parametrize("standing", ["expired", "withdrawn", "draft", "coming"])
def test_what_is_not_valid_cannot_be_given(reader: ScriptReader, opened: OpenScript, standing: str) -> None:
    reader.show_script(replace(opened, standing=standing))
    assert not reader.findChild(QPushButton, "reader.given").isEnabled()


def test_sections_that_a_script_lacks_leave_no_gap(reader: ScriptReader, opened: OpenScript) -> None:
    shown = [block.name for block in reader._blocks if block.isVisibleTo(reader)]
    assert shown == ["say", "if_asked", "record"]
    reader.show_script(replace(opened, sections=(ReadSection("say", (Piece("Yes."),)),), points=()))
    assert [block.name for block in reader._blocks if block.isVisibleTo(reader)] == ["say"]
    assert "Key points" not in texts(reader)


def test_what_is_said_can_be_copied(reader: ScriptReader) -> None:
    assert reader.text().startswith("Go to {clinic} at 9 to 45.\n\nMen may have it.")
    assert "Age." not in reader.text()


def test_sources_validity_and_forbidden_words_are_shown(reader: ScriptReader) -> None:
    shown = texts(reader)
    for part in ("https://example.org/8", "review by 2027-06-30", "guaranteed", "Cantonese: ask which shot"):
        assert part in shown


def test_read_for_itself_there_is_nothing_to_tick_or_give(qtbot, opened: OpenScript) -> None:
    made = ScriptReader(calling=False)
    qtbot.addWidget(made)
    made.show_script(opened, ticked={"k1"})
    made.show()
    assert not made.findChild(QPushButton, "reader.given").isVisible()
    with qtbot.assertNotEmitted(made.ticked):
        qtbot.keyClick(made, Qt.Key.Key_1)


def test_an_empty_reader_shows_nothing(reader: ScriptReader) -> None:
    reader.clear()
    assert reader.script is None
    assert not reader._page.isVisible()
    assert not reader.findChild(QPushButton, "reader.given").isVisible()


def test_scripts_stand_in_large_type_that_follows_the_text_size(reader: ScriptReader) -> None:
    say, record = reader._blocks[0]._text, reader._blocks[3]._text
    assert (say.font().pixelSize(), record.font().pixelSize()) == (18, 15)
    theme.of_app().apply(text_size="large")
    assert say.font().pixelSize() == 22
    theme.of_app().apply(text_size="normal")


def test_the_whole_reader_follows_the_language_of_the_window(reader: ScriptReader, qtbot) -> None:
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: all(part in texts(reader) for part in ("要点", "如追问", "依据", "必须说到")))


def test_everything_in_it_has_a_name_and_a_place_in_the_tab_order(reader: ScriptReader) -> None:
    assert widgets.complaints(reader) == []


def test_a_book_of_a_script_is_shown_at_once(reader: ScriptReader, opened: OpenScript) -> None:
    book = ReadSection("say", (Piece("Wash your hands. 多喝热水。\n" * 2000),))
    reader.show_script(replace(opened, sections=(book,)))
    assert len(reader.text()) > 45_000
