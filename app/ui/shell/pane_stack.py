"""Holds the panes of a person, each made when it is first shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.popups import PageStack
from app.ui.shell.pane_specs import PanePlace, PaneSpec


class PaneStack(PageStack):
    """`made(pane id, widget)` once for each pane, before it is shown; `shown(pane id)` at each change."""

    made = Signal(str, object)
    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk.panes")
        self._specs: dict[str, PaneSpec] = {}
        self._place: PanePlace | None = None
        self._panes: dict[str, QWidget] = {}
        self._early: dict[str, QWidget] = {}

    def lay_by(self, name: str, pane: QWidget) -> None:
        """Keep a pane that was made on this stack before it is known whose it will be (``Prelude``)."""
        self._early[name] = pane

    def open_for(self, specs: Sequence[PaneSpec], place: PanePlace) -> None:
        """Hold these panes from now on; what was laid by and is none of them is given up."""
        self._specs = {spec.id: spec for spec in specs}
        self._place = place
        for name in set(self._early) - set(self._specs):
            self._early.pop(name).deleteLater()
        for pane in self._early.values():
            self.addWidget(pane)

    @property
    def ids(self) -> tuple[str, ...]:
        """The panes that this person sees."""
        return tuple(self._specs)

    @property
    def current(self) -> str:
        """The pane that is shown, "" before the first."""
        return next((name for name, pane in self._panes.items() if pane is self.currentWidget()), "")

    def spec(self, name: str) -> PaneSpec | None:
        """Return what is known of a pane, None where the person does not see it."""
        return self._specs.get(name)

    def pane(self, name: str) -> QWidget | None:
        """Return a pane if it was made already."""
        return self._panes.get(name)

    def make(self, name: str) -> QWidget | None:
        """Return a pane, made now if need be; None where the person does not see it."""
        if name not in self._specs or self._place is None:
            return None
        if name not in self._panes:
            # A pane made elsewhere and moved here would be styled anew, widget by widget: a tenth of a second.
            pane = self._early.pop(name, None) or self._specs[name].factory(self._place, self)
            self._panes[name] = pane
            if self.indexOf(pane) < 0:
                self.addWidget(pane)
            self.made.emit(name, pane)
        return self._panes[name]

    def show_pane(self, name: str) -> QWidget | None:
        """Show a pane and return it; None where the person does not see it."""
        pane = self.make(name)
        if pane is not None and pane is not self.currentWidget():
            self.setCurrentWidget(pane)
            self.shown.emit(name)
        return pane
