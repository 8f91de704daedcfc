"""A stuck card is looked at and drilled again, by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.models.drill_items import DrillKind
from app.services import drills, scripts, stuck_cards
from app.services.drills import Given
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.stuck_page import StuckPage
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.drilled import FLU, publish


@pytest.fixture
def page(office: Office, clock: FakeClock, jobs: Jobs, qtbot) -> StuckPage:
    publish(office, FLU)
    for _ in range(4):
        (card,) = office.do(drills.start).value.cards
        item = office.ask(drills.ask, card, frozenset({DrillKind.SLOT})).item
        office.do(drills.answer, Given("flu", "k1", item.id, "en", 4000, text="5"))
        clock.advance(timedelta(days=1))
    sign_in(office, "chen")
    made = StuckPage(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 560)
    made.show()
    return made


def test_what_was_done_is_asked_first_and_the_script_flagged_where_it_is_unclear(
    page: StuckPage, office: Office, qtbot
) -> None:
    assert [cell.text for cell in page.rows.cells(0)] == ["Wang", "Flu vaccine", "stay 30 minutes after the shot", "4"]
    assert "Fill the gap · 0 % 5" in page.detail.toPlainText()
    page.commands.run("training.stuck_settle")
    assert len(office.ask(stuck_cards.listed, "en")) == 1
    page.cause.setCurrentIndex(1)
    page.note.setText("Minutes of what?")
    with qtbot.waitSignal(page.told):
        qtbot.keyClick(page.note, Qt.Key.Key_Return)
    assert office.ask(stuck_cards.listed, "en") == []
    assert [one.note for one in office.ask(scripts.flags_of, "flu")] == ["Minutes of what?"]
    assert not page.may_settle()
    assert page.detail.toPlainText() == ""
