"""The card of a finding says where it stands and offers the steps that are open."""

from app.services import finding_ledger
from app.services.office import Office
from app.ui.panes.findings.detail_card import DetailCard
from tests.desk import NOON
from tests.services.finding import S, opened, taken


def test_only_open_steps_are_offered_and_one_is_asked_for(office: Office, jobs, qtbot) -> None:
    one = opened(office)
    taken(office, one, S.SENT)
    card = DetailCard(office.clock.now)
    qtbot.addWidget(card)
    card.show()
    card.show_finding(office.ask(finding_ledger.detail, one), (S.CAUSE_FOUND, S.UNFOUNDED), NOON.tzinfo)
    shown = [state for state, button in card.buttons.items() if button.isVisible()]
    assert shown == [S.CAUSE_FOUND, S.UNFOUNDED]
    assert "County hospital" in card.facts.text() or "县医院" in card.facts.text()
    assert not card.again.isVisible()
    with qtbot.waitSignal(card.step_wanted) as wanted:
        card.buttons[S.CAUSE_FOUND].click()
    assert wanted.args == ["cause_found"]
