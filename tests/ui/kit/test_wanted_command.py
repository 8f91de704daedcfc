"""A command that comes too early is done once it may be done, and is forgotten when the person goes elsewhere."""

from PySide6.QtWidgets import QWidget

from app.ui.kit.commands import Command, CommandTable
from app.ui.kit.wanted_command import WantedCommand

ROWS = (Command("a.ring", "Ring", "Ring", enabled_when="ready", run="ring"),)


class Page(QWidget):
    """A page that is ready some time."""

    ready = False

    def __init__(self) -> None:
        super().__init__()
        self.rung = 0
        self.commands = CommandTable(ROWS, self)
        self.wanted = WantedCommand(self)

    def ring(self) -> None:
        self.rung += 1


def test_it_is_done_once_when_the_page_is_ready(qtbot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.wanted.await_action(page.commands.action("a.ring"))
    assert page.wanted.waits
    page.ready = True
    page.commands.refresh()
    qtbot.waitUntil(lambda: page.rung == 1)
    assert not page.wanted.waits
    page.ready = False
    page.commands.refresh()
    page.ready = True
    page.commands.refresh()
    assert page.rung == 1


def test_what_was_dropped_is_not_done(qtbot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.wanted.await_action(page.commands.action("a.ring"))
    page.wanted.drop()
    page.ready = True
    page.commands.refresh()
    assert not page.wanted._soon.isActive()
    assert page.rung == 0
