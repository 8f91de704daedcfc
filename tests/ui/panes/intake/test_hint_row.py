import pytest

from app.models.duplicates import DuplicateReason, Hint, Matter
from app.models.inquiries import State
from app.services import duplicates
from app.ui.panes.intake.hint_row import HintRow
from app.ui.panes.intake.presenting import Mark
from tests.ui.panes.intake.hinting import open_matter


@pytest.fixture
def row(shown):
    return shown(HintRow(0), inside=True)


@pytest.fixture
def hint(office, met):
    open_matter(office, met)
    return office.ask(duplicates.hints, Matter(number="138 1234 5678", summary="sewage smells"))[0]


def test_it_says_number_matter_and_why_also_to_a_screen_reader(row, hint):
    row.show_hint(hint, Mark("Dispatched", "accent"))
    assert hint.row.number in row._about.text()
    assert row._why.text() == "same number · words alike: sewage, smells"
    assert row.button.accessibleName() == f"Add to {hint.row.number}: same number · words alike: sewage, smells"
    assert row.spoken.endswith("smells")


def test_pressing_marks_it_and_pressing_again_takes_the_mark_away(row, hint, qtbot):
    row.show_hint(hint, Mark("Dispatched"))
    with qtbot.waitSignal(row.marked) as pressed:
        row.button.click()
    assert pressed.args == [hint.row.id, True]
    with qtbot.waitSignal(row.marked) as pressed:
        row.button.click()
    assert pressed.args == [hint.row.id, False]


def test_a_done_matter_of_somebody_else_can_be_read_but_not_added_to(row, hint):
    from dataclasses import replace

    done = replace(hint.row, state=State.CLOSED, closed_at=hint.row.opened_at)
    row.show_hint(Hint(done, (DuplicateReason.AREA, DuplicateReason.WORDS), ("sewage",)), Mark("Closed"))
    assert not row.button.isVisible()
    row.show_hint(Hint(done, (DuplicateReason.NUMBER,)), Mark("Closed"))
    assert row.button.text() == "Reopen and add"


def test_another_callers_open_matter_can_be_the_same_incident(row, office, met, qtbot):
    open_matter(office, met)
    stranger = office.ask(duplicates.hints, Matter(summary="ward smells sewage"))[0]
    row.show_hint(stranger, Mark("Dispatched"))
    with qtbot.waitSignal(row.joined) as pressed:
        row.beside.click()
    assert pressed.args == [stranger.row.id, True]
    mine = office.ask(duplicates.hints, Matter(number="138 1234 5678", summary="sewage smells"))[0]
    row.show_hint(mine, Mark("Dispatched"))
    assert not row.beside.isVisible()
