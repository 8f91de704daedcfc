"""What the commands of the scripts pane do that put a script in front: one's own favorites, pins for everybody."""

from datetime import date, datetime

from app.models.errors import AppError
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.asking import Shelf
from app.ui.panes.scripts.exporting import Exporter
from app.ui.panes.scripts.pin_line import PinLine
from app.ui.panes.scripts.writing import WritingPane


class ShelvingPane(WritingPane):
    """A pane with a library that stands behind a shelf; the class below it makes both and ``pin_line``."""

    pin_line: PinLine
    exporting: Exporter | None
    _shelf: Shelf | None = None

    def star(self) -> None:
        """Put the open script among one's own favorites, or take it from there."""
        card = self.desk.reading.card
        if card is not None and self._shelf is not None:
            on = card.script.key not in self._shelf.front.stars
            done = self._starred if on else self._unstarred
            self.jobs.do(asking.star, done=done, failed=self._refuse, script=card.script.key, on=on)

    def can_pin(self) -> bool:
        """Whether a script is open and this person may pin it for everybody."""
        return self.has_script() and self._shelf is not None and self._shelf.front.may_pin

    def pin(self) -> None:
        """Ask until when the open script is pinned."""
        card = self.desk.reading.card
        if card is not None and self._shelf is not None:
            front = self._shelf.front
            until = next((one.until_on for one in front.pins if one.key == card.script.key), None)
            self.pin_line.begin(card.script.title, front.today, until)

    def can_export_board(self) -> bool:
        """Whether a board is in front and can be written out."""
        return self.exporting is not None and self.desk.library.to_do.isVisible()

    def export_board(self) -> None:
        """Let a person choose a file, then write every row of the board in front into it."""
        if self.exporting is not None:
            self.exporting.choose_table(self.desk.library.to_do.choice.name)

    def make_pin_line(self) -> PinLine:
        """Return the line that asks for the day."""
        self.pin_line = PinLine("scripts.pinning", self._now, self)
        self.pin_line.wanted.connect(self._pin_until)
        self.pin_line.left.connect(self._leave_pin)
        return self.pin_line

    def _now(self) -> datetime:
        return self.jobs.office.ask(asking.now)

    def _pin_until(self, until: date | None) -> None:
        card = self.desk.reading.card
        if card is not None:
            done = self._pinned if until is not None else self._unpinned
            self.jobs.do(asking.pin, done=done, failed=self._refuse, script=card.script.key, until=until)

    def _leave_pin(self) -> None:
        self.pin_line.hide()
        self.desk.reading.reader.setFocus()

    def _offer_to_bring_back(self, text: str) -> None:
        self.strip.success(text, undo=self.desk.library.to_do.bring_back)

    def _say_listed(self, count: int) -> None:
        self.strip.info(
            self.tr("Rows written: {count}.").format(count=count),
            step_text=self.tr("Open the folder"),
            step=self.exporting.open_folder if self.exporting else None,
        )

    def _starred(self, _nothing: object) -> None:
        self.strip.success(self.tr("It stands among your favorites."))

    def _unstarred(self, _nothing: object) -> None:
        self.strip.success(self.tr("It is no favorite any more."))

    def _pinned(self, _nothing: object) -> None:
        self._leave_pin()
        self.strip.success(self.tr("Pinned for everybody."))

    def _unpinned(self, _nothing: object) -> None:
        self._leave_pin()
        self.strip.success(self.tr("The pin is off."))

    def _refuse(self, error: AppError) -> None:
        raise error
