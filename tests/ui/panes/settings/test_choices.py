from app.models.accounts import Role
from app.ui.panes.settings.choices import Choice, RoleBoxes


def test_a_choice_keeps_its_code_when_its_words_change(qtbot) -> None:
    choice = Choice("settings.theme")
    choice.setAccessibleName("Theme")
    qtbot.addWidget(choice)
    choice.show_options({"light": "Light", "dark": "Dark"})
    choice.set_value("dark")
    choice.show_options({"light": "浅色", "dark": "深色"})
    assert (choice.value(), choice.currentText()) == ("dark", "深色")
    with qtbot.waitSignal(choice.picked) as picked:
        choice.setCurrentIndex(0)
        choice.activated.emit(0)
    assert picked.args == ["light"]


def test_roles_are_told_with_what_they_may_do(qtbot) -> None:
    boxes = RoleBoxes("settings.role")
    qtbot.addWidget(boxes)
    boxes.set_roles([Role.TRAINER, Role.OPERATOR])
    assert boxes.roles() == (Role.OPERATOR, Role.TRAINER)
    with qtbot.waitSignal(boxes.toggled):
        boxes._boxes[Role.ADMINISTRATOR].click()
    assert Role.ADMINISTRATOR in boxes.roles()
    assert boxes._boxes[Role.TRAINER].text() == "Trainer: writes and approves scripts"
