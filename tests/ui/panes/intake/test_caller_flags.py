from datetime import timedelta

import pytest
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from app.models.callers import FlagCode
from app.services import callers
from app.ui.kit import languages
from app.ui.panes.intake.caller_flags import CallerFlags, FlagChip
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.never_lines import NeverLines
from tests.desk import NOON, sign_in


@pytest.fixture
def flags(jobs, state, clock, desk, shown):
    return shown(CallerFlags(jobs, state, CallerLink(jobs, state), clock=clock.now, zone=desk.zone), inside=True)


def known(flags, state, met):
    caller = met()
    state.edit("number", "138 1234 5678")
    flags._link.look_up()
    return caller


def chips(flags):
    return [chip.text() for chip in flags.findChildren(FlagChip) if chip.isVisible()]


def banner(flags):
    return flags.findChild(QFrame, "intake.do_not_call").isVisible()


def test_a_flag_is_put_on_from_the_menu_with_its_last_day(flags, state, met):
    known(flags, state, met)
    flags._menu.aboutToShow.emit()
    vip = next(action.menu() for action in flags._menu.actions() if action.text() == "Priority caller")
    vip.actions()[0].trigger()
    assert chips(flags) == ["Priority caller · Apr 1"]


def test_a_flag_ends_when_its_chip_is_pressed_twice(flags, state, met, office, jobs):
    caller = known(flags, state, met)
    jobs.do(callers.flag, initiator=flags, caller_id=caller, code=FlagCode.ABUSIVE, expires_at=NOON + timedelta(days=9))
    chip = flags.findChildren(FlagChip)[-1]
    chip.click()
    assert "Press once more" in chip.text()
    chip.click()
    assert chips(flags) == []
    assert office.ask(callers.card, caller).flags == ()


def test_never_call_needs_two_presses_and_shows_a_red_strip(flags, state, met, office):
    known(flags, state, met)
    button = flags.findChild(QPushButton, "intake.flags.never_call")
    button.click()
    assert not banner(flags)
    button.click()
    assert banner(flags)
    assert not button.isVisible()
    assert office.ask(callers.by_number, "13812345678").do_not_call


def test_nothing_is_offered_and_nothing_made_while_nobody_is_known(flags):
    flags.retranslate()
    assert not flags.isVisible()
    assert flags.findChildren(QWidget) == []


def test_what_is_known_of_the_first_caller_stands_there_at_once_in_the_language_of_the_window(
    flags, state, met, office, qtbot
):
    caller = met()
    office.do(callers.flag, caller, FlagCode.VIP)
    office.do(callers.do_not_call, "138 1234 5678", caller=caller)
    languages.of_app().use("zh_CN")
    known(flags, state, met)
    assert banner(flags)
    assert chips(flags) == ["重点服务对象"]
    assert flags.findChild(QPushButton, "intake.flags.add").text() == "加标记"
    said = flags.findChild(NeverLines)
    assert "Wang 登记" in said.text()
    qtbot.waitUntil(lambda: flags._banner.y() < said.y() < flags._flow_holder.y())
    languages.of_app().use("en")


def test_a_supervisor_is_led_to_who_said_never_again_and_an_operator_is_not(flags, state, met, office, jobs, qtbot):
    caller = known(flags, state, met)
    jobs.do(callers.do_not_call, initiator=flags, number="138 1234 5678", caller=caller)
    lift = flags.findChild(QPushButton, "intake.flags.lift")
    assert not lift.isVisible()
    sign_in(office, "li")
    flags._show()
    with qtbot.waitSignal(flags.barred_wanted) as wanted:
        lift.click()
    assert wanted.args == ["138 1234 5678", caller]
