"""Whoever rings beside a call of the call-backs is told there, and taken by one key."""


def test_a_call_that_rings_beside_one_of_the_call_backs_is_said_there_and_taken_by_one_key(desk):
    links = desk.links
    desk.show_pane("callbacks").calling = True
    intake = desk.panes.pane("intake")
    called = desk.panes.pane("callbacks")
    assert (called.asked, called.rings()) == (["hears"], False)
    intake.rings = ("138 1234 5678",)
    assert links.pop({"action": "screen_pop", "number": "138 1234 5678", "call_id": "7"})
    assert (called.asked, called.rings()) == (["hears", "hears"], True)
    assert (desk.panes.current, intake.asked[-1]) == ("callbacks", ("pop", "138 1234 5678", "7"))
    assert desk.strip.current.text.startswith("A call rings. F2 picks it up")
    desk.panes.pane("callbacks").pick_up_wanted.emit()
    assert (desk.panes.current, intake.asked[-1]) == ("intake", "picked up")
    assert desk.strip.current is None
    links.pop({"action": "screen_pop", "number": "138 1234 5678", "call_id": "8"})
    assert desk.panes.current == "intake"
