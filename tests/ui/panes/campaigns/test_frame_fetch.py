"""A list that is elsewhere is fetched where a campaign is planned, stopped, or refused in words."""

from dataclasses import replace

import pytest

from app.models.frames import Frame
from app.services import campaigns, frames, hub_sync
from app.services.hub_sync import Enrollment
from app.ui.kit import languages
from app.ui.panes.campaigns.frame_fetch import FrameFetch
from app.ui.panes.campaigns.pane import CampaignsPane
from tests.desk import sign_in
from tests.services.drawing import plan
from tests.services.objects_in_memory import MemoryObjects, push
from tests.services.old_frames import lost


@pytest.fixture
def hub(desk):
    """A hub that has the list, which this station has lost."""
    found = MemoryObjects()
    desk.outside["objects"] = found
    sign_in(desk, "admin")
    desk.do(hub_sync.join, Enrollment("hub", "north", "pc", {"user": "pc"}))
    sign_in(desk, "li")
    push(desk)
    return found


@pytest.fixture
def pane(jobs, desk, hub, qtbot):
    """The pane, planning from a list that is elsewhere."""
    lost(desk, desk.ask(frames.frames)[0].id)
    made = CampaignsPane(jobs)
    qtbot.addWidget(made)
    made.show()
    made.plan()
    return made


def test_a_list_that_is_elsewhere_is_fetched_and_drawn_from(pane, desk):
    form = pane.plan_form
    form.form.set_values({"name": "Summer", "size": 12}, clear=False)
    form.check()
    assert "2026Q1 are not on this computer" in pane.strip.current.text
    assert form.fetch.isVisible()
    pane.strip.dismiss()
    form.fetch.button.click()
    assert "on this computer now" in pane.strip.current.text
    assert not form.fetch.isVisible()
    assert form.form.values()["name"] == "Summer"
    form.check()
    assert len(form._found.chosen) == len(desk.ask(campaigns.planned, plan()).chosen) == 12


def test_what_the_hub_does_not_have_is_said_and_can_be_asked_for_again(pane, hub):
    hub.uses.clear()
    pane.plan_form.fetch.button.click()
    assert "does not have the content of 2026Q1 yet" in pane.strip.current.text
    assert pane.plan_form.fetch.button.text() == "Fetch from the hub"
    assert pane.plan_form.fetch.isVisible()


def test_while_it_comes_the_button_stops_it(jobs, desk, hub, qtbot):
    made = FrameFetch(jobs)
    qtbot.addWidget(made)
    made.show()
    frame: Frame = replace(desk.ask(frames.frames)[0], here=False)
    made.show_frame(frame)
    opened = hub.part

    def pressed(name: bytes, salt: bytes, number: int) -> bytes | None:
        assert made.button.text() == "Stop"
        made.button.click()
        return opened(name, salt, number)

    hub.part = pressed
    with qtbot.assertNotEmitted(made.fetched), qtbot.assertNotEmitted(made.refused):
        made.button.click()
    assert made.button.text() == "Fetch from the hub"
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: made.button.text() == "从中心取回")


def test_a_list_that_is_here_offers_nothing(jobs, desk, qtbot):
    made = FrameFetch(jobs)
    qtbot.addWidget(made)
    made.show_frame(desk.ask(frames.frames)[0])
    assert not made.isVisibleTo(None)
    made.show_frame(None)
    assert not made.isVisibleTo(None)
