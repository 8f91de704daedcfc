"""What is wrong with hours or rules is said beside its line, and every edit of either is an edit of the plan."""

from app.models.errors import FieldInvalid, FieldWrong
from app.models.retry_policy import OverHardLimit
from app.ui.panes.campaigns.calling_part import CallingPart


def test_hours_and_rules_of_one_name_are_told_apart(jobs, qtbot):
    made = CallingPart()
    qtbot.addWidget(made)
    made.show_usual("")
    assert (made.slots(), made.policy()) == ("", {})
    assert made.refuse(OverHardLimit(field="slots", value=9, least=0, most=5))
    assert "0" in made.rules.form.editor("slots").accessibleDescription()
    assert made.refuse(FieldInvalid(field="slots", value="18:00-20:30"))
    assert "18:00-20:30" in made.windows.editor("ev").accessibleDescription()
    assert not made.refuse(FieldWrong(field="size"))
    assert not made.shows_problems()
    assert made.windows.editor("ev").accessibleDescription() == ""


def test_every_edit_is_told(jobs, qtbot):
    made = CallingPart()
    qtbot.addWidget(made)
    for form, name in ((made.windows, "ev"), (made.rules.form, "gap_min")):
        with qtbot.waitSignal(made.changed):
            form.changed.emit(name, "1")
