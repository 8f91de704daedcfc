"""The owner of an inquiry sees over the lists that it was urged, goes there, and says that it was seen."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.models.contacts import Outcome
from app.models.inquiries import EventKind
from app.services import inquiries, inquiry_steps
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.reminded_bar import RemindedBar
from tests.desk import NOON, sign_in
from tests.services.taking import take


@pytest.fixture
def inquiry(office: Office) -> bytes:
    found = take(office, Outcome.DISPATCH, unit="H01", summary="Fees", due_at=NOON + timedelta(days=1))
    sign_in(office, "li")
    office.do(inquiry_steps.take, found, "urge", note="The caller rang again")
    sign_in(office, "wang")
    return found


@pytest.fixture
def bar(jobs: Jobs, qtbot: QtBot) -> RemindedBar:
    languages.of_app().use("en")
    made = RemindedBar(jobs)
    qtbot.addWidget(made)
    made.begin()
    return made


def test_it_stands_there_until_it_was_seen(office: Office, inquiry: bytes, bar: RemindedBar, qtbot: QtBot) -> None:
    number = office.ask(inquiries.detail, inquiry).row.number
    assert bar.text == f"Urging {number} · Fees · The caller rang again · by Li"
    with qtbot.waitSignal(bar.wanted) as wanted:
        bar.open.click()
    assert wanted.args == [inquiry]
    assert not bar.isHidden()
    bar.seen.click()
    assert bar.isHidden()
    assert office.ask(inquiries.detail, inquiry).events[-1].kind is EventKind.NOTICED


def test_what_somebody_else_urges_meanwhile_comes_at_once(jobs: Jobs, office: Office, bar: RemindedBar) -> None:
    assert bar.isHidden()
    found = take(office, Outcome.DISPATCH, unit="H01", summary="Fees", due_at=NOON + timedelta(days=1))
    sign_in(office, "li")
    office.do(inquiry_steps.take, found, "supervise", note="Today")
    sign_in(office, "wang")
    bar.begin()
    assert bar.text.startswith("Supervision ")
    assert bar.property("tone") == "danger"


def test_it_speaks_chinese(inquiry: bytes, bar: RemindedBar) -> None:
    languages.of_app().use("zh_CN")
    bar.begin()
    assert bar.text.startswith("催办 ")
    assert bar.text.endswith("提醒人：Li")
    languages.of_app().use("en")
