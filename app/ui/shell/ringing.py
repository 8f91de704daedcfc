"""A call that rings: shown in intake, or told beside a call of the call-backs that is in hand."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from app.ui.kit.messages import Message

#: As long as a telephone rings before most people give up, in seconds.
_RINGS_S = 25


class Ringing(QObject):
    """Brings whoever rings to intake."""

    def __init__(self, desk: Any) -> None:
        super().__init__(desk)
        self._desk: Any = desk  # the Desk that made it; naming its class would close a circle

    def pop(self, message: Mapping[str, str]) -> bool:
        """Show a call that rings in intake, and say whether this person takes calls.

        Beside a call in hand in the call-backs it is only told: the keys of an interview answer nobody who rings.
        """
        known: Any = self._desk.panes.pane("intake")
        stays = known is not None and self._is_calling()
        intake: Any = known if stays else self._desk.show_pane("intake")
        if intake is None:
            return False
        if not stays:
            self._desk.close_overlays()
        intake.screen_pop(message.get("number", ""), message.get("call_id") or None)
        if stays:
            text = self.tr("A call rings. F2 picks it up; whoever you talk with waits meanwhile.")
            offer = Message("warning", text, self.tr("Pick up"), self.pick_up, seconds=_RINGS_S)
            self._desk.strip.post(offer)
            self._desk.panes.pane("callbacks").hear(self.rings)
        return True

    def rings(self) -> bool:
        """Whether a call rings in intake."""
        intake: Any = self._desk.panes.pane("intake")
        return intake is not None and bool(intake.tabs.ringing_numbers())

    def pick_up(self) -> None:
        """Talk in intake with whoever rings, from wherever that was told."""
        self._desk.strip.withdraw_offer(self.pick_up)
        intake: Any = self._desk.show_pane("intake")
        if intake is not None:
            intake.pick_up()

    def _is_calling(self) -> bool:
        """Whether a call of the call-backs is on the screen, from dialing to its outcome."""
        callbacks: Any = self._desk.panes.pane("callbacks")
        return callbacks is not None and self._desk.panes.current == "callbacks" and callbacks.is_calling()
