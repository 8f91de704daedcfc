"""A found script as a line of the list: what is unusual about it, why it was found, and the key that opens it."""

from collections.abc import Mapping, Sequence
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

    def lines(self, hits: Sequence[Any], known: Mapping[str, ScriptLine], query: str) -> list[Line]:
        """Return the lines of what was found; the first that does not really fit says so, and all such are grey."""
        weak = next((place for place, hit in enumerate(hits) if not hit.fits), -1)
        return [
            self.line(place, hit, known.get(hit.key), query, is_first_weak=place == weak)
            for place, hit in enumerate(hits)
        ]

    def line(self, place: int, hit: Any, kept: ScriptLine | None, query: str, *, is_first_weak: bool = False) -> Line:
        """Return the line of a hit at a place, counted from 0; ``kept`` is what the library knows of it.

        ``is_first_weak`` where it is the first of those that are only near.
        """
        language = languages.current()
        chips: list[tuple[str, str]] = [(self.tr("Only near"), "warning")] if is_first_weak else []
        if hit.urgent:
            chips.append((self.tr("Urgent"), "danger"))
        if hit.standing in MARKED:
            chips.append((wording.label("script_standing", hit.standing, language), tone(hit.standing)))
        where = topic_label(kept.topic, reference.categories(), language) if kept else ""
        why = hit.why if hit.why and hit.why != hit.title else ""
        detail = self.tr("“{phrase}”").format(phrase=why) if why else where
        is_grey = hit.standing in ENDED or not hit.fits
        return Line(hit.key, hit.title, detail or hit.key, tuple(chips), _hint(place), marks(detail, query), is_grey)


def _hint(place: int) -> str:
    """The first line says which key goes with the numbers."""
    return "" if place >= _NUMBERED else f"Alt+{place + 1}" if place == 0 else str(place + 1)
