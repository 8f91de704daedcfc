"""A line of chips: every clock of one inquiry, the most pressing first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.ui.kit import theme
from app.ui.kit.flow import FlowLayout
from app.ui.kit.labels import Chip
from app.ui.panes.work.clock_words import ClockChip


class ClockRow(QWidget):
    """Shows chips; they are kept and filled anew. Nothing is there while there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("work.clocks")
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self, gap=theme.of_app().px("pad"))
        self.hide()

    def show_chips(self, chips: Sequence[ClockChip]) -> None:
        """Show these chips; the tip of each says the exact times."""
        while len(self._chips) < len(chips):
            chip = Chip("", "", self)
            self._chips.append(chip)
            self._flow.addWidget(chip)
        for place, widget in enumerate(self._chips):
            widget.setVisible(place < len(chips))
            if place < len(chips):
                widget.show_text(chips[place].text, chips[place].tone)
                widget.setToolTip(chips[place].tip)
        self.setVisible(bool(chips))

    def texts(self) -> list[str]:
        """Return what the chips say."""
        return [chip.text() for chip in self._chips if not chip.isHidden()]
