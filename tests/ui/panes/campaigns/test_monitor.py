"""The monitor says how a campaign stands, in both languages."""

from dataclasses import replace
from datetime import timedelta

from app.services import callback_referrals, campaign_progress
from app.services.campaign_progress import ArmProgress
from app.store import callbacks
from app.ui.kit import languages
from app.ui.panes.campaigns import asking
from app.ui.panes.campaigns.monitor import Monitor
from app.ui.panes.campaigns.presenting import RateLine
from tests.services.calling import call
from tests.services.drawing import drawn


def test_strata_rates_and_protocol_are_shown(desk, jobs, qtbot):
    campaign = drawn(desk, questionnaire="short-phone")
    first, *_ = callbacks.open_of_campaign(desk.store.rows, campaign)
    call(desk, first, "110", percent=100)
    made = Monitor()
    qtbot.addWidget(made)
    made.show_progress(desk.ask(campaign_progress.progress, campaign))
    assert made.strata.rowCount() == 2
    assert [made.rates.index(1, place).data() for place in range(3)] == ["RR1", "8.3 %", "1 / 12"]
    assert made.definition.text() == "RR1 = I / (I+P+R+NC+O+UH+UO)"
    assert "12 drawn, replicate 10 of 10" in made.facts.text()
    assert made.kept.text().startswith("Protocol kept: 0 of 0")
    assert not made.waiting.isVisibleTo(made)
    languages.of_app().use("zh_CN")
    made.retranslate()
    assert "12" in made.facts.text()
    assert "Protocol" not in made.kept.text()


def test_languages_that_nobody_speaks_are_named(desk, jobs, qtbot):
    campaign = drawn(desk, questionnaire="short-phone")
    first, *_ = callbacks.open_of_campaign(desk.store.rows, campaign)
    with desk.store.write("li") as tx:
        tx.put("campaign", campaign, {"dialect": 1})  # somebody is said to speak it, and the case waits
    call(desk, first, "243", language="Hakka")
    made = Monitor()
    qtbot.addWidget(made)
    made.show_progress(desk.ask(campaign_progress.progress, campaign))
    assert made.waiting.isVisibleTo(made)
    assert made.waiting.text().endswith("Hakka: 1, nobody here speaks it")


def test_appointments_and_calls_that_a_supervisor_ended_are_told(desk, clock, jobs, qtbot):
    campaign = drawn(desk, questionnaire="short-phone")
    first, second, *_ = callbacks.open_of_campaign(desk.store.rows, campaign)
    call(desk, first, "221", start_at=clock.now() + timedelta(hours=7))
    call(desk, second, "246")
    desk.do(callback_referrals.end, second)
    clock.advance(timedelta(hours=7))
    call(desk, first, "110", percent=100)
    made = Monitor()
    qtbot.addWidget(made)
    made.show_progress(desk.ask(campaign_progress.progress, campaign))
    assert "Appointments kept on time: 1 of 1 (100.0 %; goal at least 95.0 %)" in made.kept.text()
    assert "Ended by a supervisor as they stood: 246 Passed to the supervisor: 1" in made.kept.text()


def test_a_whole_share_and_thousands_of_a_rate_fit_their_columns(qtbot):
    made = Monitor()
    qtbot.addWidget(made)
    made.resize(896, 540)
    made.rates.show_lines([RateLine("HCAHPS", "100.0 %", "2,300 / 2,300", "100.0 %", "")])
    made.show()
    view = made.rates_view
    for place in range(made.rates.columnCount()):
        text = made.rates.index(0, place).data()
        assert view.columnWidth(place) >= view.fontMetrics().horizontalAdvance(text) + 14, text


def test_the_first_rate_is_seen_whole_however_low_the_list_is(desk, jobs, qtbot):
    made = Monitor()
    qtbot.addWidget(made)
    made.resize(896, 540)
    made.show()
    made.rates_view.setFixedHeight(90)
    qtbot.waitUntil(lambda: made.rates_view.height() == 90)
    made.show_progress(desk.ask(campaign_progress.progress, drawn(desk)))
    assert made.rates_view.rowViewportPosition(0) == 0


def test_the_rules_that_stand_are_told(desk, jobs, qtbot):
    made = Monitor()
    qtbot.addWidget(made)
    made.show_progress(desk.ask(campaign_progress.progress, drawn(desk)))
    assert "Rules of calling: as usual" in made.kept.text().splitlines()
    other = drawn(desk, name="Slow", seed="other", policy={"attempts": 7, "gap_min": 1440}, days=5)
    made.show_progress(desk.ask(campaign_progress.progress, other))
    told = "Attempts per case 7 (usually 5) · Gap (minutes) 1,440 (usually 180) · First to last (days) 4 (usually 8)"
    assert f"Rules of calling: {told}; all else as usual" in made.kept.text().splitlines()


def test_both_ways_of_choosing_are_told_with_how_far_they_can_be_told_apart(desk, jobs, qtbot):
    found = desk.ask(campaign_progress.progress, drawn(desk, questionnaire="short-phone"))
    made = Monitor()
    qtbot.addWidget(made)
    for dials, hits, told in (
        (20, 9, "too few dials to compare them (at least 25 of each)"),
        (70, 56, "difference +20.0 points (95 % interval +5.2 to +33.4)"),
    ):
        arms = (ArmProgress("control", 80, 48, 0), ArmProgress("learned", dials, hits, 0))
        made.show_progress(replace(found, arms=arms))
        assert made.kept.text().endswith(told)


def test_the_questionnaire_is_called_by_its_title_in_the_language_of_the_window(desk, qtbot):
    made = Monitor()
    qtbot.addWidget(made)
    made.show_progress(desk.ask(campaign_progress.progress, drawn(desk, questionnaire="short-phone")))
    made.name_questionnaires(desk.ask(asking.titles))  # another reader may answer later
    assert made.facts.text().endswith(" · Short telephone survey v2")
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: made.facts.text().endswith(" · 电话回访简表 v2"))
    languages.of_app().use("en")
