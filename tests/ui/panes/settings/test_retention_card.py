from typing import Any

from app.services.office import Office
from app.services.retention import Rule
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.retention_card import RetentionCard
from tests.desk import sign_in


def test_a_preview_is_forgotten_when_the_days_change(office: Office, jobs: Jobs, qtbot: Any) -> None:
    sign_in(office, "admin")
    card = RetentionCard(jobs)
    qtbot.addWidget(card)
    card.ask_about(Rule("contacts", None, ()))
    assert card.days.value() == 1095
    card.preview()
    assert card.said.text() == "With 1,095 days, nothing would be due."
    card.days.setValue(60)
    assert card.said.text().startswith("Nothing is redacted before")


def test_an_operator_is_refused(office: Office, jobs: Jobs, qtbot: Any) -> None:
    sign_in(office, "wang")
    card = RetentionCard(jobs)
    qtbot.addWidget(card)
    card.ask_about(Rule("contacts", 365, ()))
    with qtbot.waitSignal(card.refused, timeout=2000):
        card.keep()
    assert not card.leave_question()
