"""Words are commented, and proposals answered, in the window."""

import pytest
from pytestqt.qtbot import QtBot

from app.models.voices import ImprovementState
from app.services.office import Office, Work
from app.ui.panes.reports.pane import ReportsPane
from tests.desk import NOON


def _interview(work: Work) -> None:
    told = {"questionnaire": "inquiry-satisfaction", "version": 1, "mode": "telephone", "institution": "H01",
            "at": NOON.isoformat(), "by": work.person.id.hex()}  # fmt: skip
    row = work.tx.add("interview", told)
    ended = {"interview": row.hex(), "completeness": "complete", "share": 1.0, "codes": {"opinion": "Too long a wait"}}
    work.tx.add("interview_end", {**ended, "at": NOON.isoformat(), "by": work.person.id.hex()})


@pytest.fixture
def heard(desk: Office, pane: ReportsPane) -> ReportsPane:
    desk.do(_interview)
    pane.bar._buttons["voices"].click()
    pane.voices.said.select(0)
    return pane


def test_a_comment_stands_under_the_words(heard: ReportsPane, qtbot: QtBot) -> None:
    page = heard.voices
    assert "Too long a wait" in page._heard.text()
    page._typed.setText("Noon is worst")
    with qtbot.waitSignal(page.told):
        page._comment.click()
    page.said.select(0)
    assert page._heard.text() == "Too long a wait\nLi: Noon is worst"


def test_a_proposal_is_accepted_and_done(heard: ReportsPane) -> None:
    page = heard.voices
    page._typed.setText("A second line at noon")
    page._propose.click()
    page.proposals.select(0)
    assert [button.isEnabled() for button in page._steps.values()] == [True, True, False]
    page._note.setText("From May on")
    page._owner.setText("Li")
    page._steps[ImprovementState.ACCEPTED].click()
    page.proposals.select(0)
    page._note.setText("In service")
    page._steps[ImprovementState.DONE].click()
    model = page.proposal_model
    assert [model.index(0, column).data() for column in (0, 2, 3)] == ["A second line at noon", "Done", "Li"]
