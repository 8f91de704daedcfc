"""A unit is suggested to the operator, gives the inquiry back as not its duty, and the figure counts it."""

from datetime import timedelta

import pytest

from app.models.contacts import ContactDraft, Outcome
from app.models.routing_rules import Condition, Rule, Table
from app.services import inquiries, inquiry_steps, reference, routing, routing_rules, units, worklists
from app.ui.kit.executors import InlineExecutor
from app.ui.panes.intake.conversation import Conversation
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.pane import IntakePane
from app.ui.panes.work.detail import InquiryDetail
from app.ui.panes.work.words import Words
from tests.desk import NOON, sign_in
from tests.ui.panes.intake.ending_jobs import EndingJobs


def no_forms(_view):
    """Say that the line has no questions of its own."""
    return reference.Forms({})


@pytest.fixture
def pane(office, clock, qtbot, monkeypatch):
    monkeypatch.setattr(reference, "forms", no_forms)
    sign_in(office, "li")
    for code, name in (("U01", "收费科"), ("U02", "门诊部")):
        office.do(units.save_unit, code, name=name)
    rule = Rule("Fees", Condition(any_words=("收费",)), "U01", due="2bd")
    office.do(routing_rules.publish, Table(rules=(rule,)))
    sign_in(office, "wang")
    jobs = EndingJobs(office, clock.now, executor=InlineExecutor())
    made = IntakePane(jobs)
    qtbot.addWidget(made)
    made.show()
    made.jobs_of_test = jobs
    yield made
    for one in made.findChildren(Conversation):  # the window outlives the desk for a while, and must not ask it again
        one.state.renew(ContactDraft(NO_ID, NOON))
    jobs.close()


def dispatch_by_suggestion(pane, qtbot):
    pane.front.state.edit_all({"category": "inquiry", "summary": "门诊乱收费", "number": "138 1234 5678"})
    advice = pane.front.what.advice
    qtbot.waitUntil(advice.take.isVisible)
    pane.take_unit()
    with qtbot.waitSignal(pane.front.saved) as saved:
        pane.front.end(Outcome.DISPATCH)
    return saved.args[0].inquiry


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_unit_that_was_suggested_and_gives_it_back_is_counted_as_wrong(pane, office, clock, qtbot):
    inquiry = dispatch_by_suggestion(pane, qtbot)
    kept = office.ask(inquiries.detail, inquiry).events[-1]
    assert (kept.unit, kept.routing["suggested"]["rule"]) == ("U01", "Fees")
    clock.advance(timedelta(hours=1))
    office.do(inquiry_steps.take, inquiry, "return_back", reason="not_our_duty")
    page = InquiryDetail(pane.jobs_of_test, Words())
    qtbot.addWidget(page)
    page.show_desk(office.ask(worklists.desk))
    page.show_inquiry(inquiry)
    page.dispatch()
    page.form.form.set_values({"unit": "U02", "due_at": NOON + timedelta(days=1), "override": "another_duty"})
    page.form.submit()
    assert page.form.step == "dispatch"  # refused: a promise was made, and nobody says why it is moved
    page.form.form.set_values({"reason": "They can do it sooner"}, clear=False)
    page.form.submit()
    found = office.ask(routing.routed_right_first_time, NOON, NOON + timedelta(days=1))
    assert (found.numerator, found.denominator, found.taken) == (0, 1, 1)
    assert [(row.unit, row.suggested, row.reason) for row in found.rows] == [("U01", "U01", "not_our_duty")]
    assert office.ask(inquiries.detail, inquiry).events[-1].routing["override"] == "another_duty"
