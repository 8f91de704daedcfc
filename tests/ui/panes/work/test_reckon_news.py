"""The owner of an inquiry is told once that its due time was computed again."""

import pytest
from pytestqt.qtbot import QtBot

from app.models.contacts import Outcome
from app.services import estimates
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.panes.work.reckon_news import ReckonNews
from tests.fakes import FakeClock
from tests.services.taking import take
from tests.services.test_estimates import MONDAY, OPENED, _before, _published


@pytest.fixture
def inquiry(office: Office, clock: FakeClock) -> bytes:
    clock.set(OPENED)
    office.outside["holidays"] = _before
    return take(office, Outcome.DISPATCH, opened_at=OPENED, category="complaint.fees", unit="H01", due_at=MONDAY)


def test_it_is_told_once_and_leads_there(jobs: Jobs, office: Office, inquiry: bytes, qtbot: QtBot) -> None:
    strip = MessageStrip()
    qtbot.addWidget(strip)
    news = ReckonNews(jobs, strip)
    news.begin()
    assert strip.current is None
    office.outside["holidays"] = _published
    jobs.do(estimates.reckon_again)
    assert strip.current is not None
    assert "The schedule of 2027 is known now" in strip.current.text
    with qtbot.waitSignal(news.wanted) as wanted:
        news._go()
    assert wanted.args == [inquiry]
    strip.clear()
    news.look()
    assert strip.current is None


def test_who_owns_nothing_of_it_hears_nothing(jobs: Jobs, office: Office, qtbot: QtBot) -> None:
    strip = MessageStrip()
    qtbot.addWidget(strip)
    ReckonNews(jobs, strip).begin()
    assert strip.current is None
