"""The way to a pane is open to whoever sees it."""

from types import SimpleNamespace

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
