"""A softphone starts the program a second time: the number shows in the window that runs already."""

from app.outside import instance
from tests.journeys.whole_window import Station, whole_window


def test_the_number_of_a_second_start_shows_in_the_running_window(qtbot, office, tmp_path):
    office.sign_in(None)
    only = instance.claim(tmp_path)
    try:
        with whole_window(qtbot, Station(office, tmp_path), listen=only.listen) as operator:
            operator.signs_in("wang")
            operator.window.desk.show_work()
            said = {"action": "screen_pop", "number": "138 1234 5678", "call_id": "42"}
            assert instance.send(tmp_path, said)
            operator.until(lambda: operator.window.desk.panes.current == "intake")
            assert operator.intake.front.state.draft.call_id == "42"
            assert operator.window.desk.state.state.value == "ringing"
    finally:
        only.close()


def test_a_call_before_anybody_signed_in_waits(qtbot, office, tmp_path):
    office.sign_in(None)
    only = instance.claim(tmp_path)
    try:
        with whole_window(qtbot, Station(office, tmp_path), listen=only.listen) as operator:
            operator.until((tmp_path / "instance.json").exists)
            assert instance.send(tmp_path, {"action": "screen_pop", "number": "138 1234 5678", "call_id": "7"})
            operator.until(lambda: operator.hands.shows("sign_in.call"))
            operator.signs_in("wang")
            operator.until(lambda: operator.intake.front.state.draft.call_id == "7")
    finally:
        only.close()
