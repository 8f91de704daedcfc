import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.models.accounts import OperatorState
from app.services import accounts
from app.ui.kit import languages
from app.ui.shell import desk as desk_module
from tests.windows import put_up


def test_the_desk_begins_with_the_first_pane_of_the_person(desk_of):
    assert desk_of("wang").panes.current == "intake"
    assert desk_of("chen").panes.current == "work"
    assert desk_of("admin").panes.current == "scripts"


def test_coming_to_the_desk_is_recorded(desk, house):
    assert house.office.ask(accounts.my_state)[0] is OperatorState.READY


def test_a_desk_gives_back_what_its_start_has_left_once_it_stands(desk_of, house, qtbot, monkeypatch):
    given = []

    def give_back():
        given.append("memory")

    monkeypatch.setattr(desk_module, "_AT_REST_MS", 1)
    house.office.outside["give_back_memory"] = give_back
    desk_of("wang")

    def has_given():
        return given == ["memory"]

    qtbot.waitUntil(has_given)


@pytest.mark.parametrize("name", ["intake", "work", "scripts", "settings"])
def test_each_way_leads_to_its_pane(desk, name):
    desk.table.run(f"go.{name}")
    assert desk.panes.current == name
    assert desk.rail.button(name).isChecked()


def test_a_way_to_a_pane_that_the_person_does_not_see_is_closed(desk_of):
    desk = desk_of("admin")
    desk.table.run("go.intake")
    assert desk.panes.current == "scripts"
    assert not desk.table.action("go.intake").isEnabled()


def test_the_lists_of_the_strip_are_commands_too(desk):
    for name in ("open", "due_today", "overdue", "callbacks"):
        desk.table.run(f"desk.{name}")
    assert desk.panes.pane("work").asked == ["open", "due_today", "overdue", "callbacks"]


def test_the_sheet_of_the_shift_is_one_step_from_signing_out(desk):
    desk.table.run("desk.handover")
    assert (desk.panes.current, desk.panes.pane("work").asked) == ("work", ["sheet"])


@pytest.mark.parametrize(
    ("command", "signal"),
    [("desk.lock", "lock_wanted"), ("desk.switch_user", "leave_wanted"), ("desk.close", "close_wanted")],
)
def test_what_the_window_must_do_is_asked_for(qtbot, desk, command, signal):
    with qtbot.waitSignal(getattr(desk, signal)):
        desk.table.run(command)


def test_to_sign_out_of_a_running_call_takes_a_second_try(qtbot, desk):
    desk.state.take(OperatorState.TALKING)
    with qtbot.assertNotEmitted(desk.leave_wanted):
        desk.switch_user()
    assert desk.strip.current.text.startswith("A call is going on. Sign out once more")
    assert desk.strip.current.seconds == 10
    with qtbot.waitSignal(desk.leave_wanted):
        desk.switch_user()


def test_the_warning_before_signing_out_does_not_wait_behind_an_error(qtbot, desk):
    desk.state.take(OperatorState.TALKING)
    desk.strip.danger("letter.eml is empty")
    desk.switch_user()
    assert desk.strip.current.text.startswith("A call is going on. Sign out once more")
    with qtbot.waitSignal(desk.leave_wanted):
        desk.switch_user()


def test_a_try_after_the_warning_has_gone_is_a_first_one_again(qtbot, desk):
    desk.state.take(OperatorState.TALKING)
    desk.switch_user()
    desk.strip.clear()
    with qtbot.assertNotEmitted(desk.leave_wanted):
        desk.switch_user()


def test_the_warning_before_signing_out_has_a_way_to_do_it_all_the_same(qtbot, desk):
    desk.state.take(OperatorState.HOLD)
    desk.switch_user()
    with qtbot.waitSignal(desk.leave_wanted):
        desk.strip.current.step()


def test_a_call_that_ended_meanwhile_keeps_nobody_from_signing_out(qtbot, desk):
    desk.state.take(OperatorState.TALKING)
    desk.switch_user()
    desk.state.take(OperatorState.WRAP_UP)
    with qtbot.waitSignal(desk.leave_wanted):
        desk.switch_user()


def test_one_thing_at_a_time_lies_over_the_desk_and_all_can_be_taken_away(desk):
    desk.open_palette()
    desk.show_shortcuts()
    desk.close_overlays()
    assert desk._palette.isHidden()
    assert desk._sheet.isHidden()


def test_what_is_overdue_is_counted_on_the_rail(desk):
    from app.services.inquiries import Today

    desk.today.counted.emit(Today(5, 3, 1, 0))
    assert desk.rail.button("work").accessibleDescription() == "3"


def test_a_language_is_kept_with_the_account(desk, house):
    desk.appearance.choose(language="zh_CN")
    kept = {one.name: one.language for one in house.office.ask(accounts.people)}
    assert kept["wang"] == "zh_CN"
    assert languages.current() == "zh_CN"


def test_the_focus_comes_back_after_the_desk_was_covered(qtbot, desk):
    line = desk.panes.pane("intake").line
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    desk.remember_focus()
    desk.rail.button("work").setFocus()
    desk.focus_again()
    assert line.hasFocus()


def test_unsaved_conversations_are_counted(desk):
    desk.panes.pane("intake").dirty = 3
    assert desk.unsaved() == 2


def test_tab_goes_from_the_rail_over_the_top_through_the_pane_to_the_strip(qtbot, desk):
    line = desk.panes.pane("intake").line
    put_up(qtbot, desk.window())
    desk.rail.button("settings").setFocus()
    went = []
    for _ in range(12):
        qtbot.keyClick(desk.window().focusWidget(), Qt.Key.Key_Tab)
        went.append(desk.window().focusWidget())
    assert went[0] is desk.state
    assert went.index(desk.top.find_button) < went.index(line)
    assert desk.today.isAncestorOf(went[went.index(line) + 1])


def test_enter_presses_the_button_that_has_the_keyboard(qtbot, desk):
    put_up(qtbot, desk.window())
    button = QPushButton("Go on", desk.panes.pane("intake"))
    button.setObjectName("desk.go")
    button.show()
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_way_to_a_pane_takes_away_what_lies_over_it(desk):
    for over in (desk.open_palette, desk.show_shortcuts):
        over()
        desk.table.run("go.work")
        assert (desk._palette.isVisible(), desk.panes.current) == (False, "work")
    assert not desk._sheet.isVisible()
