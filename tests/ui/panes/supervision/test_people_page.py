"""Who does what, for how long, and what lies on the desk."""

from datetime import timedelta

from app.models.accounts import AwayReason, OperatorState
from app.services import accounts
from app.services.office import Office
from app.services.worklists import Listing
from app.ui.panes.supervision.people_page import PeoplePage
from tests.desk import NOON, sign_in


def test_people_are_shown_with_what_they_do(jobs, desk, office: Office, qtbot, qtmodeltester) -> None:
    person = sign_in(office, "wang")
    office.do(accounts.set_state, OperatorState.AWAY, reason=AwayReason.MEAL)
    sign_in(office, "li")
    page = PeoplePage(jobs)
    qtbot.addWidget(page)
    page.reload()
    page.model.show_now(NOON + timedelta(minutes=20))
    assert [page.model.index(0, place).data() for place in range(4)] == ["Wang", "Away: Meal", "20 min", "1 · 1 · 3"]
    page.view.select(0)
    with qtbot.waitSignal(page.listed) as listed:
        page.view.opened.emit(page.view.row())
    assert listed.args == [Listing(mine=False, owner=person.id.hex(), order="oldest")]
    page.reload()
    assert page.view.row().name == "Wang"
    qtmodeltester.check(page.model)
