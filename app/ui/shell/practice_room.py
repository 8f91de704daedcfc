"""Opens the practice desk for a mock call, puts the real intake pane on it, and throws it away afterwards."""

import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from shiboken6 import Shiboken

from app.models.errors import AppError
from app.ui.kit.jobs import Jobs
from app.ui.parts.refusal import Refusal

if TYPE_CHECKING:
    # Loaded when the first mock call begins: no start waits for it.
    from app.services.mock_calls import Call
    from app.services.practice_desk import PracticeDesk


class PracticeRoom(QObject):
    """At most one mock call at a time, beside the panes of a desk: a real call shows intake at once, as always."""

    def __init__(self, desk: Any) -> None:
        super().__init__(desk)
        self._desk: Any = desk  # the Desk that made it; naming its class would close a circle
        self._call: Call | None = None
        self._opening = False
        self._place: PracticeDesk | None = None
        self._room: Jobs | None = None
        self._gone: list[tuple[Any, Any, Any]] = []
        self.pane: Any = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._throw_away)

    @property
    def _jobs(self) -> Jobs:
        """The jobs of the real desk."""
        return self._desk.jobs

    def open(self, wanted: tuple[str, str]) -> None:
        """Begin a mock call of a scenario in a language; one that goes on comes to the front instead."""
        if self.pane is not None:
            self._bring()
            self.pane.focus_first()
            self._desk.strip.info(self.tr("This mock call goes on; Ctrl+E ends it."))
        elif not self._opening:
            from app.services import mock_calls

            self._opening = True
            scenario, language = wanted
            seed = int.from_bytes(os.urandom(4), "big")
            self._desk.strip.info(self.tr("The practice desk is being made…"))
            self._jobs.ask(
                mock_calls.begin, key="practice.begin", done=self._furnish, failed=self._refuse,
                scenario=scenario, language=language, seed=seed,
            )  # fmt: skip

    def masked(self, masked: bool) -> None:
        """Cover the call while the window is locked."""
        if self.pane is not None:
            self.pane.masked(masked)

    def close(self) -> None:
        """End the call because the person leaves: what was said is kept, if something was."""
        pane = self.pane
        self._take_down()
        if pane is not None:
            pane.hush()
        if pane is not None and any(one.by_operator for one in pane.call.turns):
            self._keep(pane.call, pane.started_at, None)
        self._throw_away()

    def _furnish(self, call: "Call") -> None:
        from app.services import practice_desk

        self._call = call
        self._jobs.ask(
            practice_desk.open_for, key="practice.open", done=self._show, failed=self._refuse, office=self._jobs.office
        )  # fmt: skip

    def _show(self, place: "PracticeDesk") -> None:
        if self._call is None:
            return
        from app.ui.panes.intake.pane import IntakePane
        from app.ui.panes.practice.pane import PracticePane

        self._opening = False
        self._place = place
        room = self._room = self._jobs.beside(place.office)
        room.failed.connect(self._refuse)
        room.faulted.connect(self._jobs.faulted)
        stack = self._desk.panes
        intake = IntakePane(room, parent=stack)
        self.pane = PracticePane(room, self._call, intake, parent=stack)
        self.pane.ended.connect(self._end)
        self.pane.wanted.connect(self._bring)
        stack.addWidget(self.pane)
        self._desk.strip.clear()
        stack.setCurrentWidget(self.pane)
        self.pane.focus_first()

    def _bring(self) -> None:
        """Bring the call to the front, from whatever pane is shown."""
        self._desk.panes.setCurrentWidget(self.pane)

    def _end(self, played: Any) -> None:
        self._keep(played.call, played.started_at, played.written)

    def _keep(self, call: "Call", started_at: Any, written: Any) -> None:
        from app.services import mock_records

        self._jobs.do(
            mock_records.keep, done=self._kept, failed=self._not_kept, initiator=self, call=call,
            started_at=started_at, written=written,
        )  # fmt: skip

    def _kept(self, call: bytes) -> None:
        if self.pane is None:
            return  # the person has left
        self._take_down()
        training: Any = self._desk.show_pane("training")
        if training is not None:
            training.show_mock_call(call)

    def _not_kept(self, error: AppError) -> None:
        self._refuse(error)
        if self.pane is not None:
            self.pane.again()

    def _take_down(self) -> None:
        """Take the call from the screen. It may be in the middle of a signal of its own: it goes when that is over."""
        if self.pane is not None:
            self._desk.panes.removeWidget(self.pane)
            self.pane.hide()
            self._gone.append((self.pane, self._room, self._place))
            self._later.start()
        self.pane = self._room = self._place = None

    def _throw_away(self) -> None:
        gone, self._gone = self._gone, []
        for pane, room, place in gone:
            # The pane first: a list that would ask something a moment later finds no jobs any more.
            Shiboken.delete(pane)
            room.close()
            room.deleteLater()
            place.close()

    def _refuse(self, error: AppError) -> None:

        self._opening = False
        self._desk.strip.danger(Refusal(error))
