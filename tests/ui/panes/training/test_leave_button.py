"""A form is left by a button, too."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.kit.jobs import Jobs
from app.ui.panes.training.item_form import ItemForm
from app.ui.panes.training.leave_button import LeaveButton


def test_it_leaves_the_form_and_names_the_key(jobs: Jobs, qtbot: QtBot) -> None:
    form = ItemForm()
    qtbot.addWidget(form)
    button = LeaveButton("leave", form.left, form)
    assert button.accessibleName() == "Leave without saving (Esc)"
    with qtbot.waitSignal(form.left):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
