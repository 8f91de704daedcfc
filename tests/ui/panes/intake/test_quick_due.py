from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.ui.kit import languages
from app.ui.kit.line_editors import MomentEditor
from app.ui.panes.intake.quick_due import QuickDue
from tests.desk import NOON

HERE = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def quick(clock, shown):
    editor = MomentEditor(clock.now, HERE)
    editor.setObjectName("due")
    editor.setAccessibleName("Due")
    made = QuickDue(clock.now, HERE, editor)
    editor.setParent(made)
    return shown(made)


def texts(quick):
    return [one.text() for one in quick.findChildren(QPushButton) if one.isVisible()]


def test_four_times_are_offered_in_words(quick):
    assert texts(quick) == ["in 2 h", "today 16:30", "tomorrow 09:00", "tomorrow 16:30"]


def test_a_button_gives_its_time(quick, qtbot):
    with qtbot.waitSignal(quick.chosen, check_params_cb=(NOON + timedelta(hours=4, minutes=30)).__eq__):
        next(one for one in quick.findChildren(QPushButton) if one.text() == "today 16:30").click()


def test_up_and_down_step_through_the_times(quick, qtbot):
    editor = quick.findChild(MomentEditor)
    with qtbot.waitSignal(quick.chosen, check_params_cb=(NOON + timedelta(hours=2)).__eq__):
        qtbot.keyClick(editor, Qt.Key.Key_Down)
    editor.set_value(NOON + timedelta(hours=2))
    with qtbot.waitSignal(quick.chosen) as taken:
        qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert taken.args[0].tzinfo is UTC


def test_times_move_on_with_the_clock_and_speak_chinese(quick, clock):
    clock.advance(timedelta(hours=4, minutes=20))
    languages.of_app().use("zh_CN")
    quick.refresh()
    assert texts(quick) == ["2小时后", "明天 09:00", "明天 16:30"]
    languages.of_app().use("en")


def test_times_stand_in_one_line_of_as_many_as_fit(quick):
    height = quick.layout().heightForWidth(quick.width())
    quick.resize(180, quick.height())
    assert texts(quick) == ["in 2 h", "today 16:30"]
    assert quick.layout().heightForWidth(180) == height
    quick.resize(640, quick.height())
    assert len(texts(quick)) == 4
