"""Words are commented, and proposals answered, in the window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.voices import ImprovementState
from app.services import units
from app.services.office import Office, Work
from app.ui.kit import languages
from app.ui.panes.reports.pane import ReportsPane
from tests.desk import NOON
from tests.fakes import FakeClock


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


def test_an_accepted_proposal_has_its_day_and_is_seen_when_it_is_late(
    heard: ReportsPane, desk: Office, clock: FakeClock
) -> None:
    page = heard.voices
    page._typed.setText("A second line at noon")
    page._propose.click()
    page.proposals.select(0)
    page._note.setText("From May on")
    page._owner.setText("Li")
    page._due.setText("2026-13-40")
    page._steps[ImprovementState.ACCEPTED].click()
    assert heard.strip.current.text
    assert page.proposal_model.row(0).improvement.state is ImprovementState.PROPOSED
    page._due.setText("2026-03-05")
    page._steps[ImprovementState.ACCEPTED].click()
    due = page.proposal_model._columns()[4]
    assert (due.text(page.proposal_model.row(0)), due.tone(page.proposal_model.row(0))) == ("2026-03-05", "")
    clock.advance(timedelta(days=9))
    page.show_all()
    assert due.tone(page.proposal_model.row(0)) == "danger"


def test_the_unit_is_called_by_its_name(heard: ReportsPane, desk: Office) -> None:
    desk.do(units.save_unit, "H01", name="County Hospital")
    heard.voices.show_all()
    assert heard.voices.voice_model.index(0, 1).data() == "County Hospital"


def test_what_a_proposal_was_answered_is_not_called_a_script_in_chinese(heard: ReportsPane) -> None:
    languages.of_app().use("zh_CN")
    model = heard.voices.proposals.model()
    last = model.columnCount() - 1
    assert model.headerData(last, Qt.Orientation.Horizontal) == "答复"
