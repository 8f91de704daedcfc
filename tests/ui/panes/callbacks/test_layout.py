"""While a call is made its outcome is asked; before, it can be dialed."""

from PySide6.QtGui import QFontMetrics

from app.services.wording import label
from app.ui.kit import theme
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.desk import sign_in


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


def test_the_buttons_of_a_supervisor_leave_the_queue_its_share_at_the_smallest_size(office, jobs, qtbot) -> None:
    sign_in(office, "li")
    pane = CallbacksPane(jobs)
    qtbot.addWidget(pane)
    pane.resize(1160, 620)  # what the rail and the bars leave of 1280 by 720
    pane.show()
    pane.refresh()
    buttons = [one for one in pane._foot.widgets() if one.isVisible() and one is not pane._count]
    assert len(buttons) == 5
    side = pane.view.parentWidget()
    assert side.minimumSizeHint().width() < sum(one.width() for one in buttons)
    assert side.width() <= 0.48 * pane.width()
    assert all(one.geometry().right() <= side.width() for one in buttons)
    assert pane._count.isVisible()


def test_the_reason_of_a_call_is_read_whole_at_the_smallest_size(jobs, qtbot) -> None:
    pane = CallbacksPane(jobs)
    qtbot.addWidget(pane)
    pane.resize(1160, 620)
    pane.show()
    chip = theme.of_app().font("small")
    for why in ("untried_slot", "redial", "in_turn", "must"):
        text = label("why_now", why, "en")
        assert QFontMetrics(chip).horizontalAdvance(text) + 32 <= pane.view.columnWidth(0), text


def test_why_a_call_was_referred_is_read_whole_at_the_smallest_size(office, jobs, qtbot) -> None:
    sign_in(office, "li")
    pane = CallbacksPane(jobs)
    qtbot.addWidget(pane)
    pane.resize(1160, 620)
    pane.show()
    pane.refresh()
    pane.turn_to_referred()
    metrics = QFontMetrics(pane.referred.view.font())
    widths = [pane.referred.view.columnWidth(place) for place in (0, 2)]
    for text, width in zip(("Blocked or marked as spam", "11 h 59 min ago"), widths, strict=True):
        assert metrics.horizontalAdvance(text) + 16 <= width, text


def test_until_the_queue_was_looked_up_nobody_is_said_to_be_missing_from_it(jobs, qtbot) -> None:
    pane = CallbacksPane(jobs)
    qtbot.addWidget(pane)
    assert not pane._empty.isHidden()
    assert pane._empty.sizeHint().height() > pane._empty.fontMetrics().height()
    assert pane._count.text() == ""
    assert pane._empty.accessibleName() == "Who is to be called is being looked up …"
    assert all(button.isHidden() for button in pane._boards.values())
    pane.refresh()
    assert pane._count.text() == "Calls today: 0"
    assert pane._empty.accessibleName().startswith("Nobody is to be called now")
    assert all(button.isHidden() for button in pane._boards.values())
