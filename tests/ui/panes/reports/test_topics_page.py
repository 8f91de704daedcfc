"""What rises stands with its past, and one key leads to its answer or to the gap."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.contacts import GivenScript, Outcome
from app.models.hot_topics import Rise
from app.services import contacts, figures, hot_topics, reference
from app.services.hot_topics import Hot
from app.services.office import Office
from app.ui.kit import languages
from app.ui.panes.reports.pane import ReportsPane
from app.ui.panes.reports.topics_page import Shown
from tests.desk import draft, sign_in
from tests.fakes import FakeClock
from tests.services.drilled import FLU, publish

ANSWERED, GAP = "consult.immunization.flu", "complaint.attitude"


@pytest.fixture
def hot(office: Office, clock: FakeClock) -> Office:
    """Eight calls about the flu with an answer and six complaints without one, after two quiet months."""
    publish(office, FLU)
    sign_in(office, "wang")
    now = clock.now()
    begun_at = (now - timedelta(days=70)).isoformat()
    with office.store.write("wang") as tx:
        tx.add(
            "inquiry", {"number": "X", "opened_at": begun_at, "state": "closed", "category": "other", "urgency": "low"}
        )
    for category, count in ((ANSWERED, 8), (GAP, 6)):
        for place in range(count):
            given = (GivenScript("flu", 1, "en", now),) if category == ANSWERED else ()
            said = draft(category=category, summary=f"Case {place}: dripping nose", opened_at=now, given=given)
            office.do(contacts.finalize, office.do(contacts.start, said).value, Outcome.ANSWERED)
    office.do(figures.catch_up)
    sign_in(office, "li")
    return office


def test_topics_stand_as_the_service_finds_them(hot: Office, pane: ReportsPane) -> None:
    pane.bar.show_page("topics")
    assert pane.bar.stretch is not None
    found = hot.ask(hot_topics.hot, pane.bar.stretch)
    model = pane.topics.topic_model
    told = [(model.index(row, 1).data(), model.index(row, 2).data()) for row in range(model.rowCount())]
    assert told == [(str(one.rise.count), f"{one.rise.expected:.1f}") for one in found.topics]
    assert len(told) == 2


def test_enter_leads_to_the_answer_and_where_none_was_given_to_the_words(
    hot: Office, pane: ReportsPane, qtbot: QtBot
) -> None:
    pane.bar.show_page("topics")
    page = pane.topics
    keys = [page.topic_model.row(row).rise.key for row in range(2)]
    page.topics.select(keys.index(ANSWERED))
    assert page.go.text() == "Open the answer"
    assert "dripping nose" in page.examples.toPlainText()
    with qtbot.waitSignal(pane.script_wanted) as script:
        qtbot.keyClick(page.topics, Qt.Key.Key_Return)
    assert script.args == ["flu"]
    page.topics.select(keys.index(GAP))
    assert page.go.text() == "Look for an answer"
    with qtbot.waitSignal(pane.words_wanted) as words:
        page.go.click()
    assert words.args == [reference.categories().by_code[GAP].label.for_language("en")]


def test_a_word_that_rises_is_looked_for_too(hot: Office, pane: ReportsPane, qtbot: QtBot) -> None:
    page = pane.topics
    page._show(Shown(Hot((), (Rise("drip", 9, 1.2, 0.0001, True),), 3, 8)))
    assert page.word_model.index(0, 3).data() == "< 0.001"
    with qtbot.waitSignal(pane.words_wanted) as words:
        page.words.opened.emit(page.word_model.row(0))
    assert words.args == ["drip"]


def test_a_quiet_period_says_so(pane: ReportsPane) -> None:
    pane.bar.show_page("topics")
    pane.bar.go(-1)
    assert pane.topics._nothing.isVisible()
    assert pane.topics.go.isHidden()


def test_the_page_speaks_the_language_of_the_window(hot: Office, pane: ReportsPane, qtbot: QtBot) -> None:
    pane.bar.show_page("topics")
    languages.of_app().use("zh_CN")
    model = pane.topics.topic_model
    names = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert any("流感" in name for name in names)
    qtbot.waitUntil(lambda: pane.topics.go.text() in ("打开话术", "查找话术"))
