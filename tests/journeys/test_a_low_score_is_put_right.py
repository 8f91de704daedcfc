"""A low score becomes a finding that is sent, explained, planned, done, verified by another and struck off."""

from collections.abc import Iterator

import pytest

from app.services import callback_attempts, finding_ledger
from app.services.office import Office
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.pane import CallbacksPane
from app.ui.panes.findings.pane import FindingsPane
from tests.desk import sign_in
from tests.services.finding import WAY, S, institution
from tests.ui.panes.callbacks.test_interview_desk import keys, satisfaction


@pytest.fixture
def jobs(office: Office, qapp) -> Iterator[Jobs]:
    theme.of_app().apply(mode="light")
    languages.of_app().use("en")
    found = Jobs(office, office.clock.now, executor=InlineExecutor())
    yield found
    found.close()


def takes(pane: FindingsPane, state: S, said: dict[str, object]) -> None:
    """Choose a step of the finding, say what it needs, save."""
    pane.reload()
    pane.card.buttons[state].click()
    pane.box.put(said)
    pane.save()
    assert not pane.is_asking()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_low_score_is_put_right_and_verified_by_another(office: Office, jobs: Jobs, qtbot) -> None:
    institution(office)
    calls, ledger = CallbacksPane(jobs), FindingsPane(jobs)
    qtbot.addWidget(calls)
    qtbot.addWidget(ledger)
    office.do(callback_attempts.begin_inbound, satisfaction(office))
    calls.show()
    keys(calls.interview, qtbot, "", "1", "1", "1", "4", "3", "", "1", "2", "", "1", "")
    assert calls.outcome.line.key == "110"
    calls.finish()
    sign_in(office, "li")
    ledger.show()
    for state, said in WAY:
        told = {**said, "due_at": office.clock.now().replace(day=9)} if state is S.PLANNED else said
        takes(ledger, state, told)
    assert not ledger.card.buttons[S.VERIFIED].isVisible()
    sign_in(office, "wang")
    takes(ledger, S.VERIFIED, {"note": "The patient says it is better"})
    sign_in(office, "li")
    takes(ledger, S.CLOSED, {})
    (line,) = office.ask(finding_ledger.page, finding_ledger.Sought("ended")).lines
    assert (line.finding.state, line.finding.named, line.finding.institution) == (S.CLOSED, True, "U01")
