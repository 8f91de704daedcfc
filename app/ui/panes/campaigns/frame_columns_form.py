"""How a table is to be read: its name, whom it lists, whose people they are, and which heading is which field."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.frames import COLUMNS, FrameKind
from app.services import wording
from app.services.frame_sheets import FrameLook
from app.services.frames import Wishes
from app.ui.kit import languages, theme
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form

_YES, _NO = "yes", "no"
_ABOUT = (
    Field("name", "text", QT_TRANSLATE_NOOP("forms", "Name of the frame"), required=True),
    Field("kind", "choice", QT_TRANSLATE_NOOP("forms", "People listed"), required=True),
    Field("institution", "choice", QT_TRANSLATE_NOOP("forms", "All of one institution")),
    Field("fill", "choice", QT_TRANSLATE_NOOP("forms", "Empty cells of merged ones")),
    Field("any", "choice", QT_TRANSLATE_NOOP("forms", "Institutions not in the directory")),
)


class FrameColumnsForm(QWidget):
    """Asks both; ``wishes`` is the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: FrameLook | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        self.about = Form(_ABOUT, name="campaigns.frame", clock=_no_time, columns=5, parent=self)
        languages_of = ("en", "zh_CN")
        fields = [
            Field(one.value, "choice", {each: wording.label("frame_field", one.value, each) for each in languages_of})
            for one in COLUMNS
        ]
        self.map = Form(fields, name="campaigns.columns", clock=_no_time, columns=5, parent=self)
        column.addWidget(self.about)
        column.addWidget(self.map)
        self.retranslate()

    def ask(self, seen: FrameLook, places: Mapping[str, str]) -> None:
        """Ask about a table; ``places`` are the institutions of the directory, code → name."""
        same = self._seen is not None and self._seen.path == seen.path
        self._seen = seen
        headings = [Option(one, one) for one in seen.columns]
        for one in self.map.names():
            self.map.set_options(one, headings)
        self.map.set_values(dict(seen.chosen))
        self.about.set_options("institution", [Option(code, f"{name} ({code})") for code, name in places.items()])
        if not same:
            fresh = {"name": seen.path.stem, "kind": seen.kind.value, "fill": _NO, "any": _NO, "institution": ""}
            self.about.set_values(fresh)

    def problems(self) -> bool:
        """Say beside the fields what is missing, and whether something is."""
        self.map.clear_errors()
        missing = self.about.missing()
        for name in missing:
            self.about.set_error(name, self.tr("This is needed"))
        if missing:
            self.about.focus(missing[0])
        return bool(missing)

    def ask_for(self, name: str) -> None:
        """Say beside a column that it has to be chosen, and give it the keys."""
        self.map.set_error(name, self.tr("Choose its column"))
        self.map.focus(name)

    def wishes(self) -> Wishes:
        """Return how the table is to be read."""
        told: dict[str, Any] = self.about.values()
        chosen = {name: str(heading) for name, heading in self.map.values().items() if heading}
        return Wishes(
            str(told["name"]).strip(),
            FrameKind(told["kind"] or FrameKind.INPATIENT.value),
            self._seen.path.name if self._seen else "",
            chosen,
            any_institution=told["any"] == _YES,
            institution=str(told["institution"] or ""),
            fill_down=told["fill"] == _YES,
        )

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        language = languages.current()
        kinds = [Option(one.value, wording.label("frame_kind", one.value, language)) for one in FrameKind]
        self.about.set_options("kind", kinds)
        fill = ((_NO, self.tr("Refuse the rows")), (_YES, self.tr("Fill from above")))
        self.about.set_options("fill", [Option(key, text) for key, text in fill])
        known = ((_NO, self.tr("Refuse the rows")), (_YES, self.tr("Take their names")))
        self.about.set_options("any", [Option(key, text) for key, text in known])

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _no_time() -> datetime:
    return datetime(2000, 1, 1, tzinfo=UTC)
