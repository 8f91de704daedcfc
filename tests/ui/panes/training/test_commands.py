"""Every command of the pane names something that its page can do."""

from app.ui.kit.commands import conflicts
from app.ui.panes.training.commands import EXAMS, PANE
from app.ui.panes.training.drill_commands import DRILL
from app.ui.panes.training.drill_page import DrillPage
from app.ui.panes.training.exams_page import ExamsPage
from app.ui.panes.training.pane import TrainingPane
from app.ui.shell import commands as shell


def test_every_command_is_a_method_of_its_page() -> None:
    for rows, page in ((PANE, TrainingPane), (DRILL, DrillPage), (EXAMS, ExamsPage)):
        for one in rows:
            assert callable(getattr(page, str(one.run)))
            assert not one.enabled_when or callable(getattr(page, str(one.enabled_when)))


def test_no_key_is_given_twice() -> None:
    assert conflicts({"shell": shell.COMMANDS, "training": (*PANE, *DRILL, *EXAMS)}) == []
