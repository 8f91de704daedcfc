import pytest
from PySide6.QtCore import Qt

from app.ui.panes.settings.section_list import SectionList


@pytest.fixture
def sections(qtbot) -> SectionList:
    made = SectionList()
    made.setAccessibleName("Sections")
    qtbot.addWidget(made)
    made.show_sections({"one": "person", "two": "unit"})
    made.rename({"one": "One", "two": "Two"})
    made.show()
    return made


def test_sections_are_chosen_by_name_and_by_arrow(sections: SectionList, qtbot) -> None:
    assert (sections.current(), sections.names()) == ("one", ("one", "two"))
    with qtbot.waitSignal(sections.chosen) as chosen:
        qtbot.keyClick(sections, Qt.Key.Key_Down)
    assert chosen.args == ["two"]
    sections.choose("one")
    assert sections.current() == "one"
    with pytest.raises(ValueError, match="not in"):
        sections.choose("three")


def test_titles_follow_their_names(sections: SectionList) -> None:
    assert [sections.item(row).text() for row in range(2)] == ["One", "Two"]
