"""Empty states stay together."""

from app.ui.kit.cards import EmptyState
from app.ui.panes.scripts.centered import CenteredPage


def test_an_empty_state_keeps_its_height_a_little_above_the_middle(qtbot) -> None:
    empty = EmptyState("test.empty", "scripts")
    empty.show_text("Nothing", "Do something", "Go")
    page = CenteredPage(empty)
    qtbot.addWidget(page)
    page.resize(400, 800)
    page.show()
    assert empty.height() < 300
    assert 0 < empty.geometry().center().y() < 400
