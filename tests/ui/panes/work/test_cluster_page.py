"""The inquiries of an incident stand in a tab of their own, page by page, and lead to each other."""

# pyright: reportPrivateUsage=false

from datetime import UTC

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.services import clusters, worklists
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.cluster_page import ClusterPage
from app.ui.panes.work.detail import InquiryDetail
from app.ui.panes.work.marked_bar import MarkedBar
from app.ui.panes.work.words import Words
from tests.desk import NOON
from tests.ui.panes.work.incidents import Work, start


@pytest.fixture
def page(jobs: Jobs, office: Office, work: Work, qtbot: QtBot, qtmodeltester: ModelTester) -> ClusterPage:
    start(office, work)
    made = ClusterPage(jobs)
    qtbot.addWidget(made)
    made.show_card(office.ask(clusters.card, work["Late"]), NOON, UTC)
    qtmodeltester.check(made.model)
    return made


def test_the_newest_stands_first_and_opens(page: ClusterPage, work: Work, qtbot: QtBot) -> None:
    assert [page.model.row(place).id for place in range(page.model.rowCount())] == [
        work["Tomorrow"],
        work["Tonight"],
        work["Late"],
    ]
    with qtbot.waitSignal(page.opened) as opened:
        page._open(page.model.row(1))
    assert opened.args == [work["Tonight"]]


def test_without_an_incident_it_is_empty(page: ClusterPage) -> None:
    page.show_card(None, NOON, UTC)
    assert page.model.rowCount() == 0


def test_the_detail_has_the_tab_only_for_an_inquiry_of_an_incident(
    jobs: Jobs, office: Office, work: Work, words: Words, qtbot: QtBot
) -> None:
    start(office, work)
    detail = InquiryDetail(jobs, words)
    qtbot.addWidget(detail)
    detail.show_desk(office.ask(worklists.desk))
    detail.show_inquiry(work["Late"])
    assert detail.tabs.isTabVisible(3)
    assert detail.members.model.rowCount() == 3
    detail.show_inquiry(work["Next week"])
    assert not detail.tabs.isTabVisible(3)


def test_marked_ones_are_put_together_under_a_title(jobs: Jobs, office: Office, work: Work, qtbot: QtBot) -> None:
    bar = MarkedBar(jobs)
    qtbot.addWidget(bar)
    bar.show_desk(office.ask(worklists.desk))
    bar.show_marked(list(office.ask(worklists.lines, [work["Tonight"], work["Late"]]).values()))
    bar.put_together()
    assert bar.form.form.value("title") == "Late"
    bar.form.form.set_values({"title": "No water", "lead": work["Tonight"].hex()})
    with qtbot.waitSignal(bar.told) as told:
        bar.form.submit()
    assert told.args == ["2 inquiries put together"]
    card = office.ask(clusters.card, work["Late"])
    assert card is not None
    assert (card.cluster.title, card.cluster.lead) == ("No water", work["Tonight"])
