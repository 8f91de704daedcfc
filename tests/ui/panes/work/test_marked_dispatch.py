"""Several marked inquiries are dispatched with what is suggested for each."""

import pytest
from pytestqt.qtbot import QtBot

from app.models.routing_rules import Condition, Rule, Table
from app.services import inquiries, routing_many, routing_rules, worklists
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.marked_bar import MarkedBar
from app.ui.panes.work.marked_dispatch import EACH, ONE, said
from tests.desk import sign_in

NAMES = ("Tonight", "Call")


@pytest.fixture
def bar(office: Office, jobs: Jobs, work: dict[str, bytes], qtbot: QtBot) -> MarkedBar:
    sign_in(office, "li")
    office.do(routing_rules.publish, Table(rules=(Rule("Tonight", Condition(any_words=("tonight",)), "C11"),)))
    sign_in(office, "wang")
    made = MarkedBar(jobs)
    qtbot.addWidget(made)
    made.show_desk(office.ask(worklists.desk))
    made.show_marked(list(office.ask(worklists.lines, [work[name] for name in NAMES]).values()))
    made.show()
    made.dispatch()
    return made


def _asked(bar: MarkedBar) -> set[str]:
    form = bar.form.form
    return {name for name in ("unit", "override", "moved_for") if form.editor(name).isVisibleTo(bar)}


def test_it_says_for_how_many_each_unit_is_suggested(bar: MarkedBar, office: Office, work) -> None:
    assert bar.form.form.value("sent_to") == EACH
    advised = office.ask(routing_many.advise, bar._marked)
    assert bar._where.summary(advised) == "Suggested: Disease Control 1 · none 1"
    assert _asked(bar) == {"moved_for"}


def test_each_goes_where_it_is_suggested_and_the_rest_is_named(bar: MarkedBar, office: Office, work, qtbot) -> None:
    bar.form.form.set_values({"moved_for": "not_our_duty"}, clear=False)
    with qtbot.waitSignal(bar.warned) as warned:
        bar.form.submit()
    assert office.ask(inquiries.detail, work["Tonight"]).row.unit == "C11"
    assert office.ask(inquiries.detail, work["Call"]).row.number in warned.args[0]


def test_all_to_one_unit_asks_why_not_the_suggested_one(bar: MarkedBar) -> None:
    bar.form.form.set_values({"sent_to": ONE, "unit": "H01"}, clear=False)
    assert _asked(bar) == {"unit", "override"}
    bar.form.form.set_values({"unit": "C11"}, clear=False)
    assert _asked(bar) == {"unit", "moved_for"}


def test_the_answers_leave_out_what_was_only_asked_for_the_form() -> None:
    assert said({"sent_to": ONE, "unit": "H01", "due_at": None}) == {"unit": "H01", "due_at": None}
