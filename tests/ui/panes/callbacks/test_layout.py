"""While a call is made its outcome is asked; before, it can be dialed."""

from app.ui.panes.callbacks.pane import CallbacksPane


def test_parts_come_and_go_with_the_call(jobs, qtbot) -> None:
    pane = CallbacksPane(jobs)
    qtbot.addWidget(pane)
    pane.show_parts(taken=False, calling=False)
    assert (pane.card.isHidden(), pane.outcome.isHidden(), pane._empty_card.isHidden()) == (True, True, False)
    pane.show_parts(taken=True, calling=False)
    assert (pane.card.isHidden(), pane.outcome.isHidden(), pane._answered.isHidden()) == (False, True, True)
    pane.show_parts(taken=True, calling=True)
    assert (pane.outcome.isHidden(), pane.watch.isHidden(), pane._answered.isHidden()) == (False, False, False)
    assert all(button.isHidden() for button in pane._before)
