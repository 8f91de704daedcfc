"""Satisfaction in a document: every measure of each institution; few answers are counted and not shown."""

from datetime import date

import pytest

from app.models.periods import Span, holding
from app.services import frames, report_surveys
from app.services.office import Office, View
from app.services.report_fillings import Source
from app.services.report_sheets import Share, Sheet
from tests.desk import sign_in
from tests.services.drawing import drawn, frame
from tests.services.test_campaign_results import answered


@pytest.fixture
def desk(office: Office) -> Office:
    sign_in(office, "li")
    frame(office)
    return office


def _told(view: View, day: date) -> tuple[Sheet, ...]:
    return report_surveys.satisfaction(Source(view, holding(Span.QUARTER, day), "en"))


def test_top_box_top_two_and_mean_stand_beside_each_other(desk: Office) -> None:
    campaign = drawn(desk, questionnaire="short-phone", size=60)
    answered(desk, campaign, "H1", 30, 36)
    answered(desk, campaign, "H2", 9, 10)
    answered(desk, campaign, "H3", 9, 25)
    (sheet,) = desk.ask(_told, date(2026, 2, 1))
    first, second, third = sheet.rows
    assert first[1:4] == ("Overall satisfaction", 36, Share(pytest.approx(30 / 36), 30, 36))
    assert str(first[4]).endswith("\u00a0%")
    assert first[6] == "93.3"  # 30 times five and six times three, times twenty
    assert second[2:] == (10, "Fewer than 25 answers: not shown", None, None, None)
    why = "Not shown: a figure with fewer than 25 answers could be told from it"
    assert third[2:] == (25, why, None, None, None)


def test_by_what_the_sample_can_be_drawn_again_is_published(desk: Office) -> None:
    campaign = drawn(desk, questionnaire="short-phone", size=60, seed="2026Q1|published", start=0.25)
    answered(desk, campaign, "H1", 30, 36)
    (sheet,) = desk.ask(_told, date(2026, 2, 1))
    (kept,) = desk.ask(frames.frames)
    told = f"the list 2026Q1 (SHA-256 {kept.sha256}) by permanent random numbers, seed 2026Q1|published, from 0.25 on."
    assert sheet.texts[1].endswith(told)


def test_a_quarter_without_answers_says_so(desk: Office) -> None:
    drawn(desk, questionnaire="short-phone", size=60)
    (sheet,) = desk.ask(_told, date(2025, 2, 1))
    assert (sheet.rows, sheet.texts) == ((), ("No survey has answers in this period.",))
