"""Title, chips and switches of the reader."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from app.services.script_reading import OpenScript
from app.ui.kit import languages
from app.ui.parts.readable import More
from app.ui.parts.reader_header import ReaderHeader


@pytest.fixture
def header(qtbot, opened: OpenScript) -> ReaderHeader:
    made = ReaderHeader()
    qtbot.addWidget(made)
    made.show_script(opened, More(("patient", "nurse"), "nurse"))
    made.show()
    return made


def button(header: ReaderHeader, name: str) -> QPushButton:
    return header.findChild(QPushButton, f"reader.{name}")


def texts(header: ReaderHeader) -> list[str]:
    return [label.text() for label in header.findChildren(QLabel) if label.isVisible()]


def test_it_says_what_the_version_is(header: ReaderHeader, opened: OpenScript) -> None:
    assert texts(header) == ["What ages can have the HPV vaccine?", "Valid", "Version 2"]
    header.show_script(replace(opened, urgent=True, standing="expired"), More())
    assert set(texts(header)) == {"What ages can have the HPV vaccine?", "Urgent", "Expired", "Version 2"}


def test_the_switches_ask_for_other_wordings(header: ReaderHeader, qtbot) -> None:
    assert button(header, "language").text() == "中文"
    with qtbot.waitSignal(header.language_toggled):
        qtbot.mouseClick(button(header, "language"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(header.plain_toggled) as plain:
        header.toggle_plain()
    assert plain.args == [True]
    with qtbot.waitSignal(header.flag_requested):
        button(header, "flag").click()


def test_a_script_with_one_wording_has_no_switches(header: ReaderHeader, opened: OpenScript) -> None:
    header.show_script(replace(opened, languages=("en",), has_plain=False), More())
    assert (header.can_toggle_language(), header.can_toggle_plain()) == (False, False)
    assert not header.findChild(QComboBox, "reader.audience").isVisible()


def test_the_kind_of_caller_is_chosen(header: ReaderHeader, qtbot) -> None:
    box = header.findChild(QComboBox, "reader.audience")
    assert [box.itemText(place) for place in range(box.count())] == ["For everybody", "Patient", "Nurse"]
    assert box.currentData() == "nurse"
    with qtbot.waitSignal(header.audience_chosen) as heard:
        box.setCurrentIndex(1)
        box.activated.emit(1)
    assert heard.args == ["patient"]


def test_it_follows_the_language_of_the_window(header: ReaderHeader, qtbot) -> None:
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "有效" in texts(header) and "第 2 版" in texts(header))
