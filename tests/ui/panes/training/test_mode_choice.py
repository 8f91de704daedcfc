"""A mode says which questions are wanted, in the language of the window."""

from app.models.drill_items import DrillKind, DrillMode
from app.ui.kit import languages
from app.ui.panes.training.mode_choice import ModeChoice


def test_a_mode_is_chosen_by_its_words(jobs, qtbot) -> None:
    choice = ModeChoice()
    qtbot.addWidget(choice)
    assert (choice.currentText(), choice.kinds()) == ("Everything mixed", frozenset(DrillKind))
    choice.setCurrentIndex(list(DrillMode).index(DrillMode.CALL))
    assert choice.kinds() == {DrillKind.BRANCH}
    languages.of_app().use("zh_CN")
    choice.retranslate()
    assert choice.currentText() == "引导通话"
    languages.of_app().use("en")
