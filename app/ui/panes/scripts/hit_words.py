"""A found script as a line of the list: what is unusual about it, why it was found, and the key that opens it."""

from typing import Any

from PySide6.QtCore import QObject

from app.services import reference, wording
from app.services.script_outline import ScriptLine
from app.ui.kit import languages
from app.ui.panes.scripts.line_list import Line
from app.ui.panes.scripts.presenting import ENDED, marks, tone, topic_label

_NUMBERED = 9
MARKED = (*ENDED, "review_due")


class HitWords(QObject):
    """Says it in the language of the window."""

    def line(self, place: int, hit: Any, kept: ScriptLine | None, query: str) -> Line:
        """Return the line of a hit at a place, counted from 0; ``kept`` is what the library knows of it."""
        language = languages.current()
        chips: list[tuple[str, str]] = []
        if hit.urgent:
            chips.append((self.tr("Urgent"), "danger"))
        if hit.standing in MARKED:
            chips.append((wording.label("script_standing", hit.standing, language), tone(hit.standing)))
        where = topic_label(kept.topic, reference.categories(), language) if kept else ""
        why = hit.why if hit.why and hit.why != hit.title else ""
        detail = self.tr("“{phrase}”").format(phrase=why) if why else where
        is_ended = hit.standing in ENDED
        return Line(hit.key, hit.title, detail or hit.key, tuple(chips), _hint(place), marks(detail, query), is_ended)


def _hint(place: int) -> str:
    """The first line says which key goes with the numbers."""
    return "" if place >= _NUMBERED else f"Alt+{place + 1}" if place == 0 else str(place + 1)
