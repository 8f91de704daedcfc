"""Calling is stopped for a reason, in the pane, and goes on; each can be taken back."""

from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from app.services import campaign_field, campaign_progress, campaigns
from app.ui.kit import languages
from app.ui.panes.campaigns.pane import CampaignsPane
from tests.desk import NOON
from tests.services.calling import call
from tests.services.drawing import drawn


@pytest.fixture
def campaign(desk):
    return drawn(desk, size=2)


@pytest.fixture
def pane(jobs, qtbot, campaign):
    made = CampaignsPane(jobs)
    qtbot.addWidget(made)
    made.resize(1196, 606)
    made.show()
    return made


def facts(desk):
    return desk.ask(campaigns.campaigns)[0]


def typed(pane, qtbot, text):
    pane.commands.run("campaigns.stop")
    line = pane.stops.form.editor("stopped_why")
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_reason_stops_calling_and_going_on_takes_it_back(desk, pane, qtbot):
    assert pane.commands.action("campaigns.stop").isEnabled()
    assert not pane.commands.action("campaigns.go_on").isEnabled()
    typed(pane, qtbot, "The ward moves.")
    assert (facts(desk).is_stopped, facts(desk).stopped_why) == (True, "The ward moves.")
    assert not pane.stops.isVisible()
    assert pane.strip.current.text == "Calling stopped. Waiting: 2 open cases"
    shown = pane.pages.monitor.stopped.text()
    assert "(Li): The ward moves. Alt+G lets it go on." in shown
    assert pane.model.index(0, 1).data() == "Stopped"
    assert not pane.commands.action("campaigns.stop").isEnabled()
    pane.commands.run("campaigns.go_on")
    assert not facts(desk).is_stopped
    assert not pane.pages.monitor.stopped.isVisible()
    assert pane.strip.take_back()
    assert facts(desk).stopped_why == "The ward moves."
    assert pane.strip.take_back()
    assert not facts(desk).is_stopped


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_question_has_room_in_the_smallest_window(desk, pane, language):
    languages.of_app().use(language)
    agree(desk)
    pane.commands.run("campaigns.stop")
    monitor, box = pane.pages.monitor, pane.stops
    for one in (pane, box):
        one.layout().activate()
    assert box.said.text().count("\n") == 2
    assert box.said.height() >= box.said.sizeHint().height()
    assert not monitor.heat.isVisible()
    assert monitor.strata_view.height() > 100
    box.leave()
    assert monitor.heat.isVisible()
    assert monitor.rates_view.isVisible()


def agree(desk):
    """Let somebody of the campaign agree on a time this afternoon."""
    first = next(iter(desk.store.rows.all("SELECT id FROM callback ORDER BY id /* whole: a test */")))[0]
    call(desk, bytes(first), "221", start_at=NOON.replace(hour=8))


def test_without_a_reason_nothing_is_stopped_and_esc_leaves(desk, pane, qtbot):
    typed(pane, qtbot, "")
    assert pane.stops.isVisible()
    assert not facts(desk).is_stopped
    qtbot.keyClick(pane.stops.form.editor("stopped_why"), Qt.Key.Key_Escape)
    assert not pane.stops.isVisible()
    assert pane.stops.isVisibleTo(pane) is False


def test_whom_it_concerns_is_said_in_both_languages(desk, pane, campaign):
    agree(desk)
    pane.commands.run("campaigns.stop")
    said = pane.stops.said.text().splitlines()
    assert said[0] == "Not called until calling goes on: 2 open cases"
    assert said[1] == "Agreed on a time: 1 case, the next today 16:00. Nobody calls then while calling is stopped."
    pane.stops.leave()
    languages.of_app().use("zh_CN")
    pane.commands.run("campaigns.stop")
    assert "恢复拨打之前，2 个未结个案暂停拨打" in pane.stops.said.text()
    assert "今天 16:00" in pane.stops.said.text()


def test_what_another_station_says_meanwhile_ends_the_question(desk, pane, campaign):
    pane.commands.run("campaigns.stop")
    pane.reload()
    assert pane.stops.isVisible()
    desk.do(campaign_field.close_field, campaign)
    pane.reload()
    assert not pane.stops.isVisible()
    assert not pane.commands.action("campaigns.stop").isEnabled()


def two(desk, jobs, qtbot):
    """A pane with the campaigns A, which is called, and B, which is stopped."""
    called(desk)
    found = {one.name: one.id for one in desk.ask(campaigns.campaigns)}
    desk.do(campaign_field.stop, found["B"], "B has a complaint")
    return shown(jobs, qtbot)


def called(desk):
    for name in ("A", "B"):
        drawn(desk, size=2, name=name)


def shown(jobs, qtbot):
    made = CampaignsPane(jobs)
    qtbot.addWidget(made)
    made.resize(1196, 606)
    made.show()
    return made


def choose(pane, name):
    names = [pane.model.index(place, 0).data() for place in range(pane.model.rowCount())]
    pane.view.select(names.index(name))


def test_undo_is_about_the_campaign_that_was_stopped_whichever_is_chosen_by_now(desk, jobs, qtbot):
    pane = two(desk, jobs, qtbot)
    choose(pane, "A")
    typed(pane, qtbot, "A stops")
    choose(pane, "B")
    assert pane.strip.take_back()
    assert {one.name: one.stopped_why for one in desk.ask(campaigns.campaigns)} == {"A": "", "B": "B has a complaint"}


def reasons(desk):
    return {one.name: one.stopped_why for one in desk.ask(campaigns.campaigns) if one.is_stopped}


def test_undo_of_an_undo_stops_again_for_the_same_reason(desk, pane, qtbot):
    typed(pane, qtbot, "The ward moves.")
    assert pane.strip.take_back()
    assert not facts(desk).is_stopped
    assert pane.strip.take_back()
    assert facts(desk).stopped_why == "The ward moves."


def test_undo_stays_about_what_was_stopped_when_another_stop_is_refused(desk, jobs, qtbot):
    called(desk)
    pane = shown(jobs, qtbot)
    choose(pane, "A")
    typed(pane, qtbot, "A stops")
    choose(pane, "B")
    typed(pane, qtbot, "")
    assert reasons(desk) == {"A": "A stops"}
    assert pane.strip.take_back()
    assert reasons(desk) == {}


def test_undo_about_another_campaign_keeps_the_question_and_what_is_typed(desk, jobs, qtbot):
    called(desk)
    pane = shown(jobs, qtbot)
    choose(pane, "A")
    typed(pane, qtbot, "A stops")
    pane.strip.take_back()
    choose(pane, "B")
    pane.commands.run("campaigns.stop")
    qtbot.keyClicks(pane.stops.form.editor("stopped_why"), "half typed")
    assert pane.strip.take_back()
    assert reasons(desk) == {"A": "A stops"}
    assert pane.stops.isVisible()
    assert pane.stops.form.value("stopped_why") == "half typed"


@pytest.mark.parametrize("page", ["plan", "import_frame"])
def test_no_step_is_taken_with_a_campaign_that_is_not_on_the_screen(desk, pane, qtbot, page):
    typed(pane, qtbot, "The ward moves.")
    getattr(pane, page)()
    steps = ("release", "top_up", "stop", "go_on", "close", "results", "answers")
    assert [name for name in steps if pane.commands.action(f"campaigns.{name}").isEnabled()] == []


def test_a_question_that_ends_unseen_leaves_the_keyboard_where_it_is(desk, pane, qtbot, campaign):
    pane.commands.run("campaigns.stop")
    pane.plan()
    line = pane.plan_form.form.editor("name")
    line.setFocus()
    desk.do(campaign_field.close_field, campaign)
    pane.reload()
    assert not pane.stops.isVisibleTo(pane.stops.parentWidget())
    assert pane.focusWidget() is line


def test_the_keyboard_goes_back_to_the_list_from_the_question(pane, qtbot):
    pane.commands.run("campaigns.stop")
    qtbot.keyClick(pane.stops.form.editor("stopped_why"), Qt.Key.Key_Escape)
    assert pane.focusWidget() is pane.view


def test_nobody_is_asked_where_somebody_else_has_stopped_it_meanwhile(desk, pane, campaign):
    desk.do(campaign_field.stop, campaign, "another desk's reason")
    pane.reload()
    pane.stops.ask()
    assert not pane.stops.isVisible()


def test_enter_on_the_button_that_leaves_stops_nothing(desk, pane, qtbot):
    pane.commands.run("campaigns.stop")
    qtbot.keyClicks(pane.stops.form.editor("stopped_why"), "typed")
    pane.stops.back.setFocus()
    qtbot.keyClick(pane.stops.back, Qt.Key.Key_Return)
    assert not facts(desk).is_stopped


def test_asking_again_keeps_what_is_typed(pane, qtbot):
    pane.commands.run("campaigns.stop")
    qtbot.keyClicks(pane.stops.form.editor("stopped_why"), "half typed")
    pane.commands.run("campaigns.stop")
    assert pane.stops.form.value("stopped_why") == "half typed"


@pytest.mark.parametrize("page", ["results", "opinions", "sheets"])
def test_the_question_is_seen_whatever_page_is_shown_and_not_asked_while_planning(pane, page):
    pane.pages.show_page(page)
    pane.commands.run("campaigns.stop")
    assert pane.stops.isVisible()
    pane.stops.leave()
    pane.plan()
    assert not pane.commands.action("campaigns.stop").isEnabled()


def test_since_when_it_is_stopped_is_told_in_the_centers_time(desk, pane, qtbot):
    typed(pane, qtbot, "The ward moves.")
    since = desk.ask(campaign_progress.progress, facts(desk).id).campaign.stopped_at
    assert since.utcoffset() == NOON.astimezone(ZoneInfo(desk.settings.time_zone)).utcoffset()
    assert f"since {since:%Y-%m-%d %H:%M}" in pane.pages.monitor.stopped.text()
