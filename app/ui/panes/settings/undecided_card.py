"""What supervisors left undecided for too long, for the administrator: what and since when, without values or names."""

from PySide6.QtWidgets import QLabel, QWidget

from app.models.conflicts import Undecided
from app.services import conflicts, wording
from app.ui.kit import languages
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.page import muted

#: Lines that are shown; the count says how many there are.
_MOST = 8


class UndecidedCard(Card):
    """Hidden where nothing is that late, and from everybody else."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("settings.hub.undecided")
        self._jobs = jobs
        self._late: tuple[Undecided, ...] = ()
        self._hint, self._lines = muted(QLabel(self)), QLabel(self)
        self._hint.setWordWrap(True)
        for label in (self._hint, self._lines):
            self.body.addWidget(label)
        self.retranslate()

    def refresh(self) -> None:
        """Ask what is that late."""
        self._jobs.ask(conflicts.listed, key="undecided", done=self._show, failed=self._hide)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Undecided for too long"))
        self._hint.setText(self.tr("A supervisor decides these, at any station: Settings, Hub."))
        language = languages.current()
        lines = [self._line(one, language) for one in self._late[:_MOST]]
        left = len(self._late) - len(lines)
        lines += [self.tr("and {count} more").format(count=left)] if left else []
        self._lines.setText("\n".join(lines))
        self.setVisible(bool(self._late))

    def _line(self, one: Undecided, language: str) -> str:
        entity = wording.label("conflict_entity", one.entity, language)
        field = wording.label("conflict_field", one.field, language)
        return self.tr("{what}, since {at}").format(what=f"{entity} · {field}", at=f"{one.since:%Y-%m-%d %H:%M}")

    def _show(self, late: tuple[Undecided, ...]) -> None:
        self._late = late
        self.retranslate()

    def _hide(self, _error: object) -> None:
        self._show(())
