from datetime import date

import pytest

from app.models.errors import FieldInvalid
from app.models.routing_rules import Condition, Rule
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.settings.rule_form import RuleForm
from tests.desk import NOON

RULE = Rule(
    "Fees",
    Condition(("email",), ("complaint.waiting",), ("bill",), (), ("City",), ("patient",), ("mon",), ((510, 720),), "k"),
    "U01", "", "high", "2bd", date(2026, 1, 1), date(2026, 12, 31),
)  # fmt: skip


def _units(_text):
    return [Suggestion("U01", "Office")]


def _clock():
    return NOON


@pytest.fixture
def form(jobs, qtbot):
    made = RuleForm(_units, _clock)
    qtbot.addWidget(made)
    made.show_choices(["k"], ["night"])
    return made


def test_a_rule_comes_back_as_it_was_asked_about(form, qtbot):
    form.ask(RULE, "Office")
    with qtbot.waitSignal(form.accepted) as taken:
        form.submit()
    assert taken.args[0] == RULE


def test_what_is_missing_or_no_time_is_said_beside_its_field(form, qtbot):
    form.ask(None)
    form.form.set_values({"hours": "8"}, clear=False)
    with qtbot.assertNotEmitted(form.accepted):
        form.submit()
    assert form.form.editor("rule_name").property("wrong")
    assert form.form.editor("hours").property("wrong")


def test_what_the_service_finds_wrong_stands_beside_its_field(form):
    form.ask(RULE)
    assert form.refuse(FieldInvalid(field="due", value="soon"))
    assert form.form.editor("due").property("wrong")
    assert not form.refuse(FieldInvalid(field="nowhere", value=""))
    form.close_form()
    assert not form.asking
