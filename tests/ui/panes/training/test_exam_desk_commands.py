"""The commands of the desk of exams name what its page can do, by keys that nothing else has."""

from app.ui.kit.commands import conflicts
from app.ui.panes.training.commands import PANE
from app.ui.panes.training.exam_desk_commands import EXAM_DESK
from app.ui.panes.training.exam_desk_page import ExamDeskPage
from app.ui.shell import commands as shell


def test_every_command_is_a_method_of_the_page() -> None:
    for one in EXAM_DESK:
        assert callable(getattr(ExamDeskPage, str(one.run)))
        assert not one.enabled_when or callable(getattr(ExamDeskPage, str(one.enabled_when)))


def test_no_key_is_given_twice() -> None:
    assert conflicts({"shell": shell.COMMANDS, "training": (*PANE, *EXAM_DESK)}) == []
