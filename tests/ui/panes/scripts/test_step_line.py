"""What a step asks for."""

from dataclasses import replace
from datetime import UTC, date

import pytest

from app.models.script_life import ScriptStep
from app.scripts_library.script import State
from app.scripts_library.visibility import Standing
from app.services.script_life import LifeOf
from app.services.script_outline import ScriptLine
from app.ui.panes.scripts.asking import StepSaid
from app.ui.panes.scripts.step_line import StepLine
from tests.desk import NOON

LIFE = LifeOf("hpv", 2, State.APPROVED, "Chen", ("Li",), 1, (), date(2026, 8, 29))
LINES = {
    "hpv": ScriptLine("hpv", 2, "九价疫苗", "HPV vaccine", "", Standing.LIVE),
    "hpv-men": ScriptLine("hpv-men", 1, "男性疫苗", "HPV vaccine for men", "", Standing.LIVE),
    "old": ScriptLine("old", 1, "旧疫苗", "Old vaccine", "", Standing.WITHDRAWN),
}


@pytest.fixture
def line(bare_jobs, qtbot) -> StepLine:
    made = StepLine()
    qtbot.addWidget(made)
    made.take_time(NOON, UTC)
    made.take_scripts(LINES)
    made.resize(300, 120)
    return made


def test_only_a_withdrawal_asks_what_is_read_instead(line: StepLine) -> None:
    line.begin(ScriptStep.SEND_BACK, LIFE)
    assert (line.note.isHidden(), line.successor.isHidden(), line.next_on.isHidden()) == (False, True, True)
    line.begin(ScriptStep.WITHDRAW, LIFE)
    assert not line.successor.isHidden()
    assert [one.key for one in line.successor.suggest_for("vaccine")] == ["hpv-men"]
    assert line.successor.suggest_for("") == []


def test_a_withdrawal_says_which_version_counts_again(line: StepLine) -> None:
    line.begin(ScriptStep.WITHDRAW, LIFE)
    assert line._warning.isHidden()
    line.begin(ScriptStep.WITHDRAW, replace(LIFE, falls_back_to=1))
    assert not line._warning.isHidden()
    assert line._warning.text().startswith("Version 1 then counts again")


def test_a_withdrawal_is_sent_with_its_reason_and_successor(line: StepLine, qtbot) -> None:
    line.begin(ScriptStep.WITHDRAW, LIFE)
    with qtbot.assertNotEmitted(line.sent):
        line.send()
    line.note.setText(" new order ")
    line.successor.show_key("hpv-men", "HPV vaccine for men")
    with qtbot.waitSignal(line.sent) as sent:
        line.send()
    assert sent.args == [StepSaid("new order", "hpv-men")]


def test_a_day_that_cannot_be_read_is_not_sent(line: StepLine, qtbot) -> None:
    line.begin(ScriptStep.CONFIRM, LIFE)
    line.next_on.setText("some day")
    with qtbot.assertNotEmitted(line.sent):
        line.send()


def test_which_steps_ask(line: StepLine) -> None:
    asking = [step for step in ScriptStep if line.asks_for(step)]
    assert asking == [ScriptStep.SEND_BACK, ScriptStep.WITHDRAW, ScriptStep.PUBLISH_URGENT, ScriptStep.CONFIRM]


def test_what_was_left_asks_nothing(line: StepLine, qtbot) -> None:
    line.begin(ScriptStep.WITHDRAW, LIFE)
    line.leave()
    assert (line.step, line.isHidden()) == (None, True)
    with qtbot.assertNotEmitted(line.sent):
        line.send()
