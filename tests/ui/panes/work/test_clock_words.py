from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from app.models.clocks import ClockState, Mark
from app.models.inquiries import InquiryRow, State
from app.models.policies import Target
from app.services import worklists
from app.services.office import Office
from app.ui.kit import languages
from app.ui.panes.work.clock_words import ClockWords, text_of, tones_of
from tests.desk import NOON

SHANGHAI = ZoneInfo("Asia/Shanghai")
SOON, PAST = NOON + timedelta(hours=3), NOON - timedelta(hours=2)
MARKS = (
    Mark(Target.FIRST_RESPONSE, ClockState.MET, PAST, PAST, PAST, timedelta(minutes=-5)),
    Mark(Target.ACCEPT, ClockState.RUNNING, PAST, PAST),
    Mark(Target.RESOLVE, ClockState.PAUSED, SOON, SOON - timedelta(days=1), extended=True),
)


@pytest.fixture
def row(office: Office, work: dict[str, bytes]) -> InquiryRow:
    """Return an inquiry with one clock of each kind."""
    return replace(office.ask(worklists.lines, [work["Late"]])[work["Late"]].row, clocks=MARKS)


@pytest.fixture
def says(qapp: object) -> ClockWords:
    languages.of_app().use("en")
    return ClockWords()


def test_the_most_pressing_clock_comes_first_and_each_has_a_word(row: InquiryRow, says: ClockWords) -> None:
    chips = says.chips(row, NOON, SHANGHAI)
    assert text_of(chips) == "Accept 2 h late · Resolve paused · First response in time"
    assert tones_of(chips) == "danger||"
    assert text_of(says.chips(row, NOON, SHANGHAI, owed_only=True)) == "Accept 2 h late · Resolve paused"


def test_a_tip_holds_both_due_times_and_the_extension(row: InquiryRow, says: ClockWords) -> None:
    tips = says.tip(row, NOON, SHANGHAI).split("\n")
    assert len(tips) == 3
    assert tips[1].startswith("Resolve paused; due 2026-03-02 Mon 15:00:00")
    assert "first promised for 2026-03-01 Sun 15:00:00" in tips[1]
    assert tips[1].endswith("extended")


def test_an_inquiry_from_before_there_were_clocks_has_its_due_time(row: InquiryRow, says: ClockWords) -> None:
    old = replace(row, clocks=())
    assert [(one.text, one.tone) for one in says.chips(old, NOON, SHANGHAI)] == [("2 h late", "danger")]
    assert says.chips(replace(old, due_at=None), NOON, SHANGHAI) == []
    assert says.chips(replace(old, state=State.CLOSED), NOON, SHANGHAI, owed_only=True) == []


def test_a_step_says_what_it_made_of_the_clocks(says: ClockWords) -> None:
    said = {"due": {"resolve": SOON.isoformat(), "accept": SOON.isoformat()}, "late": {"accept": 7200}}
    assert list(says.effects(said, NOON, SHANGHAI)) == ["Accept 2 h late", "Resolve due today 15:00"]
    assert list(says.effects({}, NOON, SHANGHAI)) == []
    languages.of_app().use("zh_CN")
    assert next(says.effects(said, NOON, SHANGHAI)) == "签收超期2小时"
    languages.of_app().use("en")
