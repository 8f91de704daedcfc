import pytest

from app.models.inquiries import Urgency
from app.models.routing_rules import Condition, Rule, Table
from app.services import routing_rules, units
from app.services.routing import Advice
from app.ui.kit import languages
from app.ui.panes.intake.unit_row import UnitRow
from tests.desk import NOON, draft, sign_in


@pytest.fixture
def ruled(office):
    """A desk with a rule for fees."""
    sign_in(office, "li")
    for code, name in (("U01", "收费科"), ("U02", "门诊部")):
        office.do(units.save_unit, code, name=name, name_en=f"Office {code}")
    rule = Rule("Fees", Condition(any_words=("bill",)), "U01", urgency="high", due="2bd")
    office.do(routing_rules.publish, Table(rules=(rule,)))
    return office


@pytest.fixture
def row(ruled, jobs, state, shown):
    return shown(UnitRow(jobs, state), inside=True)


def test_a_unit_is_suggested_with_its_rule_while_the_matter_is_typed(row, state, qtbot):
    state.edit("summary", "a wrong bill")
    qtbot.waitUntil(row.take.isVisible)
    assert row.text() == "Suggested: Office U01, by the rule “Fees” (said: bill)"
    assert state.draft.suggested == {"by": "rule", "unit": "U01", "rule": "Fees", "table": "main", "version": 1}


def test_one_press_takes_the_unit_with_urgency_and_due_time(row, state):
    state.edit("summary", "a wrong bill")
    row.ask()
    row.take.click()
    assert (state.draft.unit, state.draft.urgency) == ("U01", Urgency.HIGH)
    assert (state.draft.due_at - NOON).days == 2
    assert row.text().startswith("As suggested")
    assert not row.take.isVisible()


def test_a_due_time_and_a_graver_urgency_that_were_said_stay(row, state):
    state.edit_all({"summary": "a wrong bill", "due_at": NOON, "urgency": Urgency.CRITICAL})
    row.ask()
    row.take_unit()
    assert (state.draft.due_at, state.draft.urgency) == (NOON, Urgency.CRITICAL)


def test_nothing_is_suggested_without_a_reason_and_that_is_said(row, state):
    state.edit("summary", "parking")
    row.ask()
    assert row.text().startswith("No unit is suggested")
    row.take_unit()
    assert (state.draft.unit, state.draft.suggested) == (None, {})


def test_a_low_window_has_the_line_only_while_a_unit_is_suggested(row, state):
    row.save_room(True)
    state.edit("summary", "parking")
    row.ask()
    assert not row.isVisible()
    state.edit("summary", "a wrong bill")
    row.ask()
    assert row.isVisible()
    row.save_room(False)
    state.edit("summary", "parking")
    row.ask()
    assert row.isVisible()


def test_the_next_conversation_begins_without_a_suggestion(row, state):
    state.edit("summary", "a wrong bill")
    row.ask()
    state.renew(draft(category=None, summary=None))
    row.ask()
    assert (row.text(), dict(state.draft.suggested)) == ("", {})


def test_an_answer_about_the_former_conversation_is_not_shown(row, state):
    state.edit("summary", "a wrong bill")
    row.ask()
    advice = row.advice
    state.renew(draft(category=None, summary=None))
    row._answer(advice)
    assert row.text() == ""


def test_only_another_unit_than_the_suggested_one_is_explained(row, state):
    state.edit("summary", "a wrong bill")
    row.ask()
    assert [row.unexplained({"unit": unit}) for unit in ("U02", "U01", "")] == [True, False, False]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Suggested: 收费科, 94% sure, 1 recent dispatch of the same category"), ("zh_CN", "近期同一分类派单 1 件")],
)
def test_what_was_learned_is_counted_in_the_language_of_the_window(row, language, said):
    languages.of_app().use(language)
    row.show_advice(Advice("learned", "U01", name="收费科", probability=0.94, level="category", seen=1.0))
    told = row.text()
    languages.of_app().use("en")
    assert said in told
