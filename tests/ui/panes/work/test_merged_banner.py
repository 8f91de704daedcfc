"""Merging in the window: marked ones become one, the page says so from either side, and they are taken apart again."""

# pyright: reportPrivateUsage=false

import pytest
from PySide6.QtCore import QEvent
from pytestqt.qtbot import QtBot

from app.models.inquiries import InquiryRow, State
from app.services import inquiries, merging, worklists
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.marked_bar import MarkedBar
from app.ui.panes.work.merged_banner import MergedBanner
from app.ui.panes.work.pane import WorkPane

Work = dict[str, bytes]


@pytest.fixture
def banner(office: Office, jobs: Jobs, work: Work, qtbot: QtBot) -> MergedBanner:
    made = MergedBanner(jobs)
    qtbot.addWidget(made)
    office.do(merging.merge, work["Late"], work["Tonight"])
    return made


@pytest.fixture
def bar(office: Office, jobs: Jobs, work: Work, qtbot: QtBot) -> MarkedBar:
    made = MarkedBar(jobs)
    qtbot.addWidget(made)
    made.show_desk(office.ask(worklists.desk))
    return made


def mark(bar: MarkedBar, office: Office, *chosen: bytes) -> None:
    bar.show_marked(list(office.ask(worklists.lines, chosen).values()))


def show(banner: MergedBanner, office: Office, inquiry: bytes, *, may: bool = True) -> None:
    banner.show_detail(office.ask(inquiries.detail, inquiry), may=may)


def into(office: Office, inquiry: bytes) -> InquiryRow | None:
    return office.ask(inquiries.detail, inquiry).into


def test_an_inquiry_that_stands_for_itself_has_none(banner: MergedBanner, office: Office, work: Work) -> None:
    show(banner, office, work["Tomorrow"])
    assert not banner.isVisible()


def test_a_merged_one_leads_to_the_one_that_stands(
    banner: MergedBanner, office: Office, work: Work, qtbot: QtBot
) -> None:
    show(banner, office, work["Late"])
    assert banner._title.text() == "This inquiry is merged into another one. What is added to it goes there."
    with qtbot.waitSignal(banner.opened) as opened:
        banner._lines[0].open.click()
    assert opened.args == [work["Tonight"]]


def test_the_one_that_stands_names_what_is_merged_into_it(banner: MergedBanner, office: Office, work: Work) -> None:
    show(banner, office, work["Tonight"])
    number = office.ask(inquiries.detail, work["Late"]).row.number
    assert banner._title.text() == "1 inquiry merged into this one"
    assert banner._lines[0].text.text() == f"{number} Late"
    assert banner._lines[0].take_apart.accessibleName() == f"Take apart {number}"


@pytest.mark.parametrize("seen_from", ["Late", "Tonight"])
def test_they_are_taken_apart_from_either_side(
    banner: MergedBanner, office: Office, work: Work, qtbot: QtBot, seen_from: str
) -> None:
    show(banner, office, work[seen_from])
    with qtbot.waitSignal(banner.told) as told:
        banner._lines[0].take_apart.click()
    assert f"{told.args}".endswith(" stands for itself again']")
    assert office.ask(inquiries.detail, work["Late"]).row.state is State.DISPATCHED


def test_what_was_taken_apart_meanwhile_is_said(banner: MergedBanner, office: Office, work: Work, qtbot: QtBot) -> None:
    show(banner, office, work["Late"])
    office.do(merging.take_apart, work["Late"])
    with qtbot.waitSignal(banner.refused):
        banner._lines[0].take_apart.click()


def test_who_may_not_work_on_it_takes_nothing_apart(banner: MergedBanner, office: Office, work: Work) -> None:
    show(banner, office, work["Late"], may=False)
    assert banner._lines[0].take_apart.isHidden()


def test_it_is_said_in_chinese_too(banner: MergedBanner, office: Office, work: Work) -> None:
    show(banner, office, work["Tonight"])
    languages.of_app().use("zh_CN")
    banner.changeEvent(QEvent(QEvent.Type.LanguageChange))
    assert banner._lines[0].take_apart.text() == "拆分"


def test_marked_ones_are_merged_into_the_one_that_stays(
    bar: MarkedBar, office: Office, work: Work, qtbot: QtBot
) -> None:
    mark(bar, office, work["Late"], work["Tonight"])
    bar.merge()
    assert bar.form.form.value("into") == work["Late"].hex()
    bar.form.form.set_values({"into": work["Tonight"].hex(), "reason": "same ward"})
    with qtbot.waitSignal(bar.merged) as merged:
        bar.form.submit()
    assert merged.args == ["1 inquiry merged"]
    assert bar.merged_now == (work["Late"],)
    stands = into(office, work["Late"])
    assert stands is not None
    assert stands.id == work["Tonight"]


def test_one_alone_cannot_be_merged_and_a_done_one_takes_no_open_one(
    bar: MarkedBar, office: Office, work: Work, qtbot: QtBot
) -> None:
    mark(bar, office, work["Late"])
    bar.merge()
    assert (bar.form.step, bar._buttons["merge"].isEnabled()) == ("", False)
    mark(bar, office, work["Late"], work["Answered"])
    bar.merge()
    bar.form.form.set_values({"into": work["Answered"].hex()})
    with qtbot.waitSignal(bar.warned) as warned:
        bar.form.submit()
    assert "is done" in f"{warned.args}"


def test_a_merge_is_taken_apart_from_the_strip(jobs: Jobs, office: Office, work: Work, qtbot: QtBot) -> None:
    pane = WorkPane(jobs)
    qtbot.addWidget(pane)
    pane.show()
    marked = pane.list.marked
    mark(marked, office, work["Late"], work["Tonight"])
    marked.merge()
    marked.form.form.set_values({"into": work["Tonight"].hex()})
    marked.form.submit()
    pane.strip._take_back()
    message = pane.strip.current
    assert message is not None
    assert message.text == "Taken apart again"
    assert into(office, work["Late"]) is None
    pane._take_apart()
    message = pane.strip.current
    assert message is not None
    assert message.level == "danger"
