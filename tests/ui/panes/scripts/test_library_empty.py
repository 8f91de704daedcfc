"""Why nothing is listed, and what to do."""

import pytest
from PySide6.QtWidgets import QPushButton

from app.ui.panes.scripts.library_empty import LibraryEmpty


@pytest.fixture
def empty(qtbot) -> LibraryEmpty:
    made = LibraryEmpty("scripts.empty", "scripts")
    qtbot.addWidget(made)
    return made


def test_each_reason_has_its_words_and_its_button(empty: LibraryEmpty) -> None:
    button = empty.findChild(QPushButton, "scripts.empty.act")
    seen: list[tuple[str, str]] = []
    for say in (empty.say_nothing_fits, empty.say_no_flag):
        say()
        seen.append((empty.accessibleName().split(" ")[0], button.text()))
    for may_write in (True, False):
        empty.say_no_script(may_write)
        seen.append((empty.accessibleName(), button.text()))
    assert seen[:2] == [("Nothing", "Show all topics"), ("No", "Show all topics")]
    assert "Take in scripts" in seen[2][0]
    assert (seen[2][1], seen[3][1]) == ("Import files…", "Look again")
