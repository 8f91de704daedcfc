"""From a drill to the owner of a script: a key point that is practiced and seems wrong is flagged where it stands."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.errors import AppError
from app.services import scripts
from app.services.office import View
from app.services.script_reading import Point
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.presenting import spoken
from app.ui.parts.flag_line import FlagLine


@dataclass(frozen=True)
class Practiced:
    """The version that is practiced now, its key points, and which of them was asked."""

    script: str
    version: int
    points: tuple[Point, ...]
    point: str


def practiced(view: View, script: str, point: str, language: str) -> Practiced:
    """Return what a flag can be about. Raises ``RecordGone``."""
    found = scripts.counting(view, script, drafts=True)
    texts = {one.id: one.texts.get(language) or next(iter(one.texts.values()), one.id) for one in found.key_points}
    points = tuple(Point(one.id, texts[one.id], one.critical) for one in found.key_points)
    return Practiced(found.key, found.version, points, point)


class ScriptFlagging(FlagLine):
    """Hidden until asked for. ``told(text)`` once it is flagged, ``refused(error)``, ``closed()`` whatever happened."""

    told = Signal(str)
    refused = Signal(object)
    closed = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__("training.flagging", parent)
        self._jobs = jobs
        self._found: Practiced | None = None
        self.flagged.connect(self._send_flag)
        self.left.connect(self._close)
        self.hide()

    def ask_about(self, script: str, point: str) -> None:
        """Ask what is wrong with a script; the key point that was practiced is chosen already."""
        self._jobs.ask(
            practiced, key="training.flagging", done=self._ask, failed=self._refuse, script=script, point=point,
            language=spoken(languages.current()),
        )  # fmt: skip

    def _ask(self, found: Practiced) -> None:
        self._found = found
        self.begin(found.points)
        self.choose(found.point)

    def _send_flag(self, note: str, point: str) -> None:
        found = self._found
        self._close()
        if found is not None:
            said: dict[str, Any] = {
                "key": found.script,
                "version": found.version,
                "note": note,
                "key_point": point or None,
            }
            self._jobs.do(scripts.flag, done=self._tell, failed=self._refuse, initiator=self, **said)

    def _tell(self, _flag: bytes) -> None:
        self.told.emit(self.tr("The script is flagged; whoever looks after it sees it and answers."))

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _close(self) -> None:
        self._found = None
        self.hide()
        self.closed.emit()
