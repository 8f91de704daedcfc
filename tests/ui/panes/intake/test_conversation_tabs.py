import pytest
from PySide6.QtWidgets import QLabel

from app.models.contacts import Channel, ContactDraft
from app.ui.panes.intake.call_clock import HOLD, RINGING, TALKING, WRAP_UP
from app.ui.panes.intake.conversation import Conversation
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.conversation_tabs import ConversationTabs
from app.ui.panes.intake.still_state import StillState
from tests.desk import NOON


@pytest.fixture
def tabs(shown):
    made = ConversationTabs()
    made.resize(1180, 640)
    return shown(made)


@pytest.fixture
def add(tabs, jobs, desk, library):
    def make(name, **options):
        draft = ContactDraft(NO_ID, NOON, caller_name=name)
        made = Conversation(jobs, draft, desk, scripts=library, parent=tabs.stack)
        return tabs.add(made, **options), made

    return make


def titles(tabs):
    return [tabs._bar.tabText(place) for place in range(tabs._bar.count())]


def test_a_new_conversation_comes_to_the_front_unless_it_must_not_disturb(tabs, add):
    _, first = add("Anna")
    add("Bert", front=False)
    assert tabs.current is first
    assert titles(tabs) == ["Anna", "Bert"]
    tabs.step(1)
    assert tabs.current.title() == "Bert"
    tabs.step(1)
    assert tabs.current is first


def test_a_thrown_away_conversation_comes_back_with_undo(tabs, add):
    add("Anna")
    key, second = add("Bert")
    tabs.throw_away(key)
    assert titles(tabs) == ["Anna"]
    assert tabs.bring_back() is second
    assert tabs.current is second
    assert tabs.bring_back() is None


def test_after_the_time_of_undo_the_conversation_is_handed_over(tabs, add, qtbot):
    add("Anna")
    key, second = add("Bert")
    tabs.throw_away(key)
    with qtbot.waitSignal(tabs.freed, check_params_cb=second.__eq__):
        tabs._undo[key].timeout.emit()
    assert tabs.bring_back() is None


def test_a_locked_window_shows_neither_names_nor_what_is_written(tabs, add):
    _, first = add("Anna")
    assert tabs.findChildren(StillState, "intake.locked") == []
    tabs.cover(True)
    assert titles(tabs) == ["Phone (in)"]
    assert not first.isVisible()
    assert tabs.findChild(StillState, "intake.locked").isVisible()
    tabs.cover(False)
    assert titles(tabs) == ["Anna"]
    assert first.isVisible()


def test_a_ringing_conversation_carries_a_badge(tabs, add):
    key, first = add("Anna")
    first.timer.go(RINGING)
    tabs.retitle()
    assert tabs._bar.tabButton(0, tabs._bar.ButtonPosition.LeftSide) is not None
    assert tabs.key_of(first) == key


def test_only_the_timer_in_front_takes_room_in_the_head(tabs, add, qtbot):
    _, quiet = add("Anna")
    _, ringing = add("Berta", front=False)
    ringing.timer.go(RINGING)
    assert quiet.timer.sizeHint().width() < ringing.timer.sizeHint().width()
    for one in (quiet, ringing, quiet):
        qtbot.waitUntil(lambda one=one: tabs._timers.width() == one.timer.sizeHint().width(), timeout=1_000)
        tabs.step(1)


def test_the_menu_of_the_plus_opens_a_channel(tabs, qtbot):
    action = next(one for one in tabs._menu.actions() if one.data() == "email")
    with qtbot.waitSignal(tabs.opening, check_params_cb=Channel.EMAIL.__eq__):
        action.trigger()


def badges(tabs):
    left = tabs._bar.ButtonPosition.LeftSide
    held = [tabs._bar.tabButton(place, left) for place in range(tabs._bar.count())]
    return [chip.findChild(QLabel).text() if chip else "" for chip in held]


def test_whoever_begins_to_talk_puts_the_other_on_hold_however_it_began(tabs, add):
    _, first = add("Anna")
    first.timer.pick_up()
    _, second = add("Bert")
    second.state.edit("number", "13812345678")
    assert (first.timer.running, second.timer.running) == (HOLD, TALKING)
    first.timer.hold()
    assert (first.timer.running, second.timer.running) == (TALKING, HOLD)


def test_the_tab_of_a_caller_who_waits_says_so(tabs, add):
    _, first = add("Anna")
    first.timer.pick_up()
    _, second = add("Bert")
    second.timer.pick_up()
    tabs.retitle()
    assert badges(tabs) == ["On hold", ""]
    first.timer.hold()
    tabs.retitle()
    assert badges(tabs) == ["", "On hold"]


def test_a_conversation_that_came_back_holds_the_other_once(tabs, add):
    key, first = add("Anna")
    _, second = add("Bert")
    tabs.throw_away(key)
    assert tabs.bring_back() is first
    second.timer.pick_up()
    first.timer.pick_up()
    assert [span.state for span in second.state.draft.spans] == [TALKING, HOLD]


def test_one_that_was_thrown_away_puts_nobody_on_hold(tabs, add):
    key, first = add("Anna")
    _, second = add("Bert")
    second.timer.pick_up()
    tabs.throw_away(key)
    first.timer.pick_up()
    assert (second.timer.running, first.timer.running) == (TALKING, TALKING)
    first.timer.hang_up()
    assert first.timer.running == WRAP_UP
