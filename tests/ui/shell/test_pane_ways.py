"""The way to a pane is open to whoever sees it."""

from types import SimpleNamespace

from app.ui.shell import commands
from app.ui.shell.pane_ways import PaneWays


class Desk(PaneWays):
    def __init__(self) -> None:
        super().__init__()
        self.panes = SimpleNamespace(ids=("intake", "training"))
        self.shown: list[str] = []

    def show_pane(self, name: str) -> None:
        self.shown.append(name)


def test_training_is_shown_to_who_practices(qtbot) -> None:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.show_training()
    assert (desk.has_training(), desk.shown) == (True, ["training"])
    desk.panes = SimpleNamespace(ids=("intake",))
    assert not desk.has_training()


def test_every_going_leads_to_a_pane_of_the_person(desk) -> None:
    for one in commands.GOING:
        if not one.id.startswith("go.") or not hasattr(PaneWays, one.run):
            continue
        assert getattr(desk, one.enabled_when)() == (one.id.removeprefix("go.") in desk.panes.ids)
        getattr(desk, one.run)()
        if getattr(desk, one.enabled_when)():
            assert desk.panes.current == one.id.removeprefix("go.")
