import pytest
from PySide6.QtWidgets import QWidget

from app.services import units
from app.ui.panes.intake.referral_row import ReferralRow
from tests.desk import draft, sign_in


@pytest.fixture
def row(jobs, state, shown):
    return shown(ReferralRow(jobs, state), inside=True)


def test_it_comes_when_it_is_asked_for_and_goes_with_the_conversation(row, state):
    assert row.label_of("referred_to") == "Sent to"
    assert (row.isVisible(), row.findChildren(QWidget)) == (False, [])
    row.open()
    assert row.isVisible()
    assert row.editor("referred_to").accessibleName() == "Sent to"
    state.renew(draft())
    assert not row.isVisible()


def test_a_draft_that_sends_somebody_elsewhere_shows_it_again(row, state):
    state.renew(draft(referred_to="12345 hotline", referral_note="water"))
    assert row.isVisible()
    assert row.editor("referred_to").value() == "12345 hotline"
    assert row.editor("summary") is None
    assert row.label_of("referral_note") == "Note"


def test_any_name_may_stand_there_and_it_is_kept_at_the_keystroke(row, state, qtbot):
    row.open()
    qtbot.keyClicks(row.editor("referred_to"), "Water works")
    qtbot.keyClicks(row.editor("referral_note"), "bill")
    assert (state.draft.referred_to, state.draft.referral_note) == ("Water works", "bill")


def test_the_directory_is_suggested_by_name(row, office):
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院", name_en="County Hospital")
    assert [one.label for one in row._suggest("county")] == ["County Hospital"]
    assert row._suggest(" ") == []


def test_what_is_missing_is_said_beside_the_field(row):
    row.open()
    assert row.show_error("referred_to", "needed")
    assert row.editor("referred_to").property("wrong")
    row.clear_errors()
    assert not row.editor("referred_to").property("wrong")
    assert not row.show_error("number", "needed")
