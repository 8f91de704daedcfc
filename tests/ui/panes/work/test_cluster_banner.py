"""The page of an inquiry says to which incident it belongs, and gives all of them the lead's answer."""

# pyright: reportPrivateUsage=false

import pytest
from PySide6.QtCore import QEvent
from pytestqt.qtbot import QtBot

from app.models.inquiries import State
from app.services import clusters, inquiries, inquiry_steps
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.cluster_banner import ClusterBanner
from tests.ui.panes.work.incidents import Work, start


@pytest.fixture
def banner(jobs: Jobs, qtbot: QtBot) -> ClusterBanner:
    made = ClusterBanner(jobs)
    qtbot.addWidget(made)
    return made


def test_an_inquiry_that_stands_alone_has_none(banner: ClusterBanner, work: Work) -> None:
    banner.show_inquiry(work["Late"], may=True)
    assert not banner.isVisible()
    assert banner.card is None


def test_it_says_how_many_there_are_and_which_one_leads(banner: ClusterBanner, office: Office, work: Work) -> None:
    start(office, work)
    number = office.ask(inquiries.detail, work["Late"]).row.number
    banner.show_inquiry(work["Tonight"], may=True)
    assert banner._title.text() == "Incident: Sewage in the ward"
    assert banner._figures.text() == f"3 inquiries · 3 within a day · others open: 2 · led by {number}"
    banner.show_inquiry(work["Late"], may=True)
    assert banner._figures.text().endswith("this one leads")
    assert banner._all.isHidden()


def test_when_the_lead_is_closed_all_others_are_closed_by_one_press(
    banner: ClusterBanner, office: Office, work: Work, qtbot: QtBot
) -> None:
    start(office, work)
    office.do(inquiry_steps.take, work["Late"], "close", note="Cleaned")
    banner.show_inquiry(work["Late"], may=True)
    assert banner._all.text() == "Close 2 with the same answer"
    with qtbot.waitSignal(banner.told) as told:
        banner._all.click()
    assert told.args == ["2 inquiries closed with the same answer"]
    found = office.ask(inquiries.detail, work["Tomorrow"])
    assert (found.row.state, found.outcome) == (State.CLOSED, "Cleaned")


def test_one_is_taken_out_and_who_may_not_change_it_is_offered_nothing(
    banner: ClusterBanner, office: Office, work: Work, qtbot: QtBot
) -> None:
    start(office, work)
    banner.show_inquiry(work["Tonight"], may=False)
    assert banner._leave.isHidden()
    banner.show_inquiry(work["Tonight"], may=True)
    with qtbot.waitSignal(banner.told):
        banner._leave.click()
    assert office.ask(clusters.card, work["Tonight"]) is None
    with qtbot.waitSignal(banner.refused):
        banner._leave.click()


def test_it_is_said_in_chinese_too(banner: ClusterBanner, office: Office, work: Work) -> None:
    start(office, work)
    banner.show_inquiry(work["Late"], may=True)
    languages.of_app().use("zh_CN")
    banner.changeEvent(QEvent(QEvent.Type.LanguageChange))
    assert banner._figures.text() == "共 3 件 · 一天内 3 件 · 其余未办结 2 件 · 本单为主单"


def test_its_title_is_changed_in_place(banner: ClusterBanner, office: Office, work: Work, qtbot: QtBot) -> None:
    start(office, work)
    banner.show_inquiry(work["Late"], may=True)
    banner._rename.click()
    assert (banner._title.isHidden(), banner.title.line.text()) == (True, "Sewage in the ward")
    banner.title.line.setText("Burst pipe")
    with qtbot.waitSignal(banner.told) as told:
        banner.title.save.click()
    assert told.args == ["The incident has another title"]
    assert banner._title.text() == "Incident: Burst pipe"
    assert (banner._title.isHidden(), banner.title.isHidden()) == (False, True)


def test_who_may_not_change_it_is_offered_no_other_title(banner: ClusterBanner, office: Office, work: Work) -> None:
    start(office, work)
    banner.show_inquiry(work["Late"], may=False)
    assert banner._rename.isHidden()
