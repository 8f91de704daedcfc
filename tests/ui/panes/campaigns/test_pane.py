"""From the list to the progress of a campaign, and from a frame to the next one."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.models.remeasuring import Remeasurement
from app.services import campaigns
from app.store import campaigns as stored
from app.ui.kit.progress import Progress
from app.ui.panes.campaigns.pane import CampaignsPane
from tests.services.drawing import drawn
from tests.services.test_campaign_results import answered


@pytest.fixture
def pane(jobs, qtbot):
    made = CampaignsPane(jobs)
    qtbot.addWidget(made)
    made.resize(1140, 640)
    return made


def test_the_newest_campaign_is_shown_released_and_closed_after_a_second_thought(desk, pane):
    campaign = drawn(desk, release=1)
    pane.show()
    assert pane.chosen().name == pane.pages.monitor.title.text() == "Spring"
    assert pane.steps.may_release()
    pane.commands.action("campaigns.release").trigger()
    assert stored.by_id(desk.store.rows, campaign).released == 2
    pane.commands.action("campaigns.close").trigger()
    assert stored.by_id(desk.store.rows, campaign).closed_at is None
    pane.commands.action("campaigns.close").trigger()
    assert stored.by_id(desk.store.rows, campaign).closed_at is not None
    assert not pane.steps.may_close()
    assert not pane.steps.may_release()
    assert "closed" in pane.pages.monitor.facts.text()


def test_a_campaign_is_planned_checked_and_drawn(desk, pane, qtbot):
    pane.show()
    pane.commands.action("campaigns.plan").trigger()
    assert pane.is_planning()
    form = pane.plan_form
    form.form.set_values({"name": "Summer", "size": 12}, clear=False)
    form.check()
    assert "12 people of 60 would be drawn" in form.total.text()
    assert "5 people complete about" in form.said.text()
    form.draw.click()
    (made,) = desk.ask(campaigns.campaigns)
    assert (made.name, made.drawn, made.seed, made.people) == ("Summer", 12, "2026Q1|Summer|v1", 5)
    assert not pane.is_planning()
    assert pane.chosen().name == "Summer"


def test_what_cannot_be_is_said_beside_its_field_and_esc_leaves_the_plan(desk, pane, qtbot):
    drawn(desk)
    pane.show()
    pane.plan()
    pane.plan_form.form.set_values({"name": "Spring", "size": 12}, clear=False)
    pane.plan_form.check()
    assert "A campaign called Spring is there" in pane.strip.current.text
    pane.plan_form.form.set_values({"name": "New", "size": 12, "days": 400}, clear=False)
    pane.plan_form.check()
    assert not pane.plan_form.draw.isEnabled()
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert not pane.is_planning()


def _meanwhile(pane, monkeypatch, act):
    """Check a plan, and do something while it is checked."""
    left = [act]
    pane.plan()
    pane.plan_form.form.set_values({"name": "Summer", "size": 12}, clear=False)
    monkeypatch.setattr(pane.plan_form, "show_reading", lambda _count: left and left.pop()())
    pane.plan_form.check()
    assert not left


def test_a_plan_that_is_begun_anew_is_not_answered_by_the_check_of_the_former_one(desk, pane, monkeypatch):
    pane.show()
    _meanwhile(pane, monkeypatch, pane.plan)
    assert pane.is_planning()
    assert not pane.plan_form.draw.isEnabled()


def test_a_frame_that_is_kept_while_a_plan_is_checked_leaves_its_page(desk, pane, monkeypatch):
    def keep():
        pane.import_frame()
        pane.frames.kept.emit("Q2")

    pane.show()
    _meanwhile(pane, monkeypatch, keep)
    assert not pane.frames.isVisible()
    assert not pane.is_planning()
    assert "Frame Q2 is kept" in pane.strip.current.text


def test_esc_stops_a_check_and_leaves_the_plan_only_when_pressed_again(desk, pane, qtbot, monkeypatch):
    def stop():
        qtbot.keyClick(pane, Qt.Key.Key_Escape)

    pane.show()
    _meanwhile(pane, monkeypatch, stop)
    assert pane.is_planning()
    assert not pane.plan_form.draw.isEnabled()
    stop()
    assert not pane.is_planning()


def test_without_a_frame_the_next_step_is_said(jobs, office, qtbot):
    from tests.desk import sign_in

    sign_in(office, "li")
    pane = CampaignsPane(jobs)
    qtbot.addWidget(pane)
    pane.show()
    pane.plan()
    assert "import one first (Alt+I)" in pane.strip.current.text
    pane.reload()
    pane.focus_first()
    assert pane.chosen() is None


def test_results_are_one_key_away_and_their_answers_can_be_saved(desk, pane):
    campaign = drawn(desk, questionnaire="short-phone")
    answered(desk, campaign, "H1", 20, 30)
    pane.show()
    assert not pane.may_save()
    pane.commands.action("campaigns.results").trigger()
    assert pane.pages.results.figures.rowCount() == 1
    assert pane.may_save()
    pane.commands.action("campaigns.results").trigger()
    assert pane.pages.page == "progress"


def test_opinions_and_sheets_are_one_key_away_where_a_campaign_is_shown(desk, pane, qtbot):
    drawn(desk, questionnaire="short-phone")
    pane.show()
    for name, page in (("campaigns.opinions", pane.pages.opinions), ("campaigns.sheets", pane.pages.sheets)):
        pane.commands.action(name).trigger()
        assert page.isVisible()
    pane.plan()
    assert not pane.commands.action("campaigns.sheets").isEnabled()


def test_a_frame_is_imported_beside_the_list_and_esc_goes_back(desk, pane, qtbot, tmp_path):
    campaign = drawn(desk)
    pane.show()
    pane.commands.action("campaigns.frame").trigger()
    assert pane.frames.isVisible()
    pane.reload()
    assert pane.frames.isVisible()
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert not pane.frames.isVisible()
    assert pane.chosen().id == campaign
    pane.frames.kept.emit("Q2")
    assert "Frame Q2 is kept" in pane.strip.current.text


def test_a_list_that_is_being_read_stays_in_sight_when_another_one_is_asked_for(desk, pane, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("name,phone\nA,13800000001\n")
    pane.show()
    pane.import_frame()
    pane.frames.open_file(str(file))
    pane.frames._progress = Progress(pane)
    pane.import_frame()
    assert pane.frames.lines.isVisible()
    pane.frames._end()
    pane.import_frame()
    assert not pane.frames.lines.isVisible()


def test_a_finding_that_is_measured_again_fills_the_plan(desk, pane):
    pane.show()
    pane.strip.danger("Nobody of the former frame can be drawn")
    pane.plan_again(Remeasurement("F-1", "H1", "short-phone", date(2026, 1, 1), date(2026, 6, 30)))
    assert pane.is_planning()
    assert pane.plan_form.form.value("name") == "F-1 2026-01-01"
    assert "Finding F-1 is measured again" in pane.strip.current.text
    pane.plan_form.form.set_values({"size": 4, "place": "H2"}, clear=False)
    pane.plan_form.check()
    assert "4 people of 20 would be drawn" in pane.plan_form.total.text()


def test_what_was_wrong_with_a_file_is_gone_with_its_page(desk, pane, qtbot):
    pane.show()
    pane.import_frame()
    pane.strip.danger("No column holds telephone numbers")
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.strip.current is None
