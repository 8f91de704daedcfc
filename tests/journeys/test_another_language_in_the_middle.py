"""The language changes in the middle of a call; the call, its time and its words stay as they are."""

from datetime import timedelta

from app.models.accounts import OperatorState
from tests.journeys.whole_window import Station, whole_window


def test_a_call_goes_on_in_the_other_language(qtbot, office, clock, tmp_path):
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.is_rung()
        operator.gives("intake.pick_up")
        operator.hands.type("intake.matter.summary", "孩子发烧两天")
        clock.advance(timedelta(seconds=65))
        operator.window.appearance.choose(language="zh_CN")
        desk = operator.window.desk
        operator.until(lambda: desk.state.text() == "通话中")
        operator.until(lambda: desk.state.time_text == "01:05")
        assert desk.rail.button("intake").text() == "受理"
        assert operator.window.windowTitle() == "受理 – 一窗"
        assert operator.intake.front.state.draft.summary == "孩子发烧两天"
        assert desk.state.state is OperatorState.TALKING
