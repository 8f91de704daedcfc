from datetime import timedelta

import pytest

from app.models.routing_rules import Rule, Table
from app.services import inquiries, inquiry_steps, routing_rules, worklists
from app.ui.panes.work.detail import InquiryDetail
from tests.desk import NOON, sign_in


@pytest.fixture
def detail(office, jobs, work, words, qtbot):
    """The page of an inquiry that was given back, on a desk with a rule that sends everything to C11."""
    sign_in(office, "li")
    office.do(routing_rules.publish, Table(rules=(Rule("All", unit="C11", due="2bd"),)))
    office.do(inquiry_steps.take, work["Late"], "return_back", reason="not_our_duty")
    made = InquiryDetail(jobs, words)
    qtbot.addWidget(made)
    made.show_desk(office.ask(worklists.desk))
    made.resize(620, 700)
    made.show()
    made.show_inquiry(work["Late"])
    return made


def last_event(office, inquiry):
    return office.ask(inquiries.detail, inquiry).events[-1]


def test_the_suggested_unit_is_told_and_one_key_takes_it_with_its_due_time(office, detail, work):
    assert not detail.can_take_unit()
    detail.dispatch()
    assert detail.form.advice.text() == "Suggested: Disease Control, by the rule “All”"
    assert detail.can_take_unit()
    detail.form.form.set_values({"due_at": None}, clear=False)
    detail.take_unit()
    assert detail.form.form.value("unit") == "C11"
    assert detail.form.advice.text().startswith("As suggested")
    detail.form.submit()
    kept = last_event(office, work["Late"])
    assert (kept.unit, kept.due_at > NOON + timedelta(days=1), kept.reason) == ("C11", True, "By the rule “All”")
    assert kept.routing["suggested"]["rule"] == "All"


def test_another_unit_asks_why_and_the_answer_is_kept(office, detail, work):
    detail.dispatch()
    assert "override" not in detail.form.form.names()
    detail.form.form.set_values({"unit": "H01", "due_at": NOON + timedelta(days=1), "reason": "sooner"})
    assert [name for name in detail.form.form.names() if name in ("override", "moved_for")] == ["override"]
    detail.form.submit()
    assert detail.form.step == "dispatch"
    detail.form.form.set_values({"override": "agreed"}, clear=False)
    detail.form.submit()
    assert last_event(office, work["Late"]).routing["override"] == "agreed"


def test_moving_what_a_unit_still_has_asks_for_the_reason(office, detail, work):
    detail.show_inquiry(work["Tonight"])
    detail.dispatch()
    detail.take_unit()
    assert "moved_for" in detail.form.form.names()
    detail.form.form.set_values({"moved_for": "wrong_area"}, clear=False)
    detail.form.submit()
    assert last_event(office, work["Tonight"]).routing["moved_for"] == "wrong_area"


def test_another_step_shows_no_suggestion(detail):
    detail.dispatch()
    detail.leave_form()
    detail.note()
    assert not detail.form.advice.isVisible()
    assert detail.form.more == {}
    detail.take_unit()
    assert detail.form.form.names() == ("note",)
