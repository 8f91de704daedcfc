"""The choice of a tag."""

import pytest

from app.ui.kit import languages
from app.ui.panes.scripts.tag_choice import TagChoice


@pytest.fixture
def choice(bare_jobs, qtbot) -> TagChoice:
    made = TagChoice("scripts.tags")
    qtbot.addWidget(made)
    return made


def test_it_is_there_where_scripts_carry_tags(choice: TagChoice) -> None:
    assert choice.isHidden()
    choice.show_tags((("vaccine", 3), ("winter", 1)), "winter")
    assert (choice.isHidden(), choice.currentText(), choice.itemText(1)) == (False, "winter (1)", "vaccine (3)")
    choice.show_tags((), "")
    assert choice.isHidden()


def test_choosing_says_the_tag_and_all_of_them(choice: TagChoice, qtbot) -> None:
    choice.show_tags((("vaccine", 3),), "")
    for place, tag in ((1, "vaccine"), (0, "")):
        choice.setCurrentIndex(place)
        with qtbot.waitSignal(choice.chosen) as chosen:
            choice.activated.emit(place)
        assert chosen.args == [tag]


def test_the_chosen_tag_stays_in_another_language(choice: TagChoice, qtbot) -> None:
    choice.show_tags((("vaccine", 3),), "vaccine")
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: choice.itemText(0) == "全部标签")
    assert (choice.currentData(), choice.itemText(1)) == ("vaccine", "vaccine（3）")
