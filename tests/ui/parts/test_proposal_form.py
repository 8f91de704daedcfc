"""A script proposed from a contact: shown, changed, sent by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.models.contacts import Outcome
from app.services import contacts, script_proposals, scripts
from app.services.office import Office
from app.ui.kit.clear_scroll import ClearScroll
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.parts.proposal_form import ProposalForm
from tests.desk import draft, sign_in


@pytest.fixture
def contact(office: Office) -> bytes:
    started = office.do(contacts.start, draft(summary="张三问停车费", details="Behind the house, 138 1234 5678")).value
    office.do(contacts.finalize, started, Outcome.ANSWERED)
    return started.id


@pytest.fixture
def form(office: Office, qtbot) -> Iterator[ProposalForm]:
    jobs = Jobs(office, office.clock.now, executor=InlineExecutor())
    made = ProposalForm("intake.proposal", jobs, office.clock.now)
    qtbot.addWidget(made)
    yield made
    jobs.close()


def wrong(form: ProposalForm) -> str:
    return " ".join(one.text() for one in form.findChildren(QLabel) if one.isVisible())


def test_where_it_opens_below_the_edge_it_is_scrolled_to(form: ProposalForm, contact: bytes, qtbot) -> None:
    scroll, inner = ClearScroll(), QWidget()
    qtbot.addWidget(scroll)
    column = QVBoxLayout(inner)
    column.addSpacing(600)
    column.addWidget(form)
    scroll.hold(inner)
    scroll.resize(300, 320)
    scroll.show()
    form.begin(contact)
    qtbot.waitUntil(lambda: not form.form.editor("question").visibleRegion().isEmpty())


def test_the_key_that_sends_belongs_to_it_and_not_to_a_command_of_the_window(
    form: ProposalForm, contact: bytes, qtbot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(form)
    command = QShortcut(QKeySequence("Ctrl+Return"), window)
    window.show()
    form.begin(contact)
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.assertNotEmitted(command.activated), qtbot.waitSignal(form.sent):
        qtbot.keyClick(form.form.editor("question"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_it_is_read_through_changed_and_sent(form: ProposalForm, contact: bytes, office: Office, qtbot) -> None:
    form.begin(contact)
    assert (form.form.value("question"), form.form.value("answer")) == ("…问停车费", "Behind the house, …")
    form.form.set_values({"question": "停车怎么收费", "answer": "每小时5元"})
    with qtbot.waitSignal(form.sent):
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.isHidden()
    sign_in(office, "chen")
    (found,) = office.ask(script_proposals.open_proposals)
    script = office.ask(scripts.counting, found.key, drafts=True)
    assert (script.title, script.variants[0].say) == ({"zh": "停车怎么收费"}, "每小时5元")
    sign_in(office, "wang")
    form.begin(contact)
    assert found.key in wrong(form)
    with qtbot.assertNotEmitted(form.sent):
        form.send()


def test_nothing_is_sent_without_an_answer_or_after_esc(
    form: ProposalForm, contact: bytes, office: Office, qtbot
) -> None:
    form.begin(contact)
    form.form.set_values({"question": "Parking", "answer": ""})
    form.send()
    assert "This is needed" in wrong(form)
    with qtbot.waitSignal(form.left):
        qtbot.keyClick(form, Qt.Key.Key_Escape)
    form.send()
    sign_in(office, "chen")
    assert office.ask(script_proposals.open_proposals) == []


def test_what_the_service_refuses_stands_at_its_field(form: ProposalForm, contact: bytes) -> None:
    form.begin(contact)
    form.form.set_values({"question": "?!…", "answer": "yes"})
    form.send()
    assert form.form.editor("question").accessibleDescription() or not form.isVisible()
