import pytest

from app.models.accounts import Permission
from app.models.script_life import STEPS, ScriptStep, next_steps
from app.scripts_library.script import State


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        ("draft", {"submit", "withdraw", "publish_urgent"}),
        ("review", {"approve", "send_back", "withdraw", "publish_urgent"}),
        ("approved", {"withdraw", "confirm"}),
        ("withdrawn", set()),
    ],
)
def test_each_state_has_its_steps(state, steps):
    assert {step.value for step in next_steps(state)} == steps


def test_every_step_leads_to_a_state_that_is():
    states = {one.value for one in State}
    assert {rule.leads_to for rule in STEPS.values()} <= states
    assert {state for rule in STEPS.values() for state in rule.begins} <= states


def test_nobody_who_only_writes_lets_a_version_out():
    out = [ScriptStep.APPROVE, ScriptStep.PUBLISH_URGENT, ScriptStep.WITHDRAW]
    assert {STEPS[step].permission for step in out} == {Permission.APPROVE_SCRIPTS}
