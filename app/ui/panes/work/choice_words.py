"""The choice of a unit in words: what was suggested for a dispatch, by what, and why another one was chosen."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import QObject

from app.models.routing_choice import suggested_unit
from app.services import wording
from app.ui.kit import languages


class ChoiceWords(QObject):
    """Says what a dispatch kept of its choice, in the language of the window."""

    def choice(self, routing: Mapping[str, Any], unit: str | None, name_of: Callable[[str], str]) -> Iterator[str]:
        """Yield what was suggested and how it was decided; ``unit`` is the one chosen, ``name_of`` names a code."""
        suggested = suggested_unit(routing)
        if suggested:
            why = self._reason(routing["suggested"])
            if suggested == unit:
                yield self.tr("as suggested ({why})").format(why=why)
            else:
                yield self.tr("suggested: {unit} ({why})").format(unit=name_of(suggested), why=why)
        override = routing.get("override")
        if override:
            label = wording.label("override", str(override), languages.current())
            note = str(routing.get("note") or "")
            yield self.tr("chosen because: {reason}").format(reason=": ".join(one for one in (label, note) if one))
        moved = routing.get("moved_for")
        if moved:
            label = wording.label("return_reason", str(moved), languages.current())
            yield self.tr("taken from the former unit: {reason}").format(reason=label)

    def _reason(self, suggested: Mapping[str, Any]) -> str:
        if suggested.get("by") == "rule":
            text = self.tr("rule “{rule}”, version {version}")
            return text.format(rule=suggested.get("rule", ""), version=suggested.get("version", 0))
        share = f"{float(suggested.get('probability') or 0):.0%}"
        words = wording.names_in_a_row(map(str, suggested.get("words") or ()), languages.current())
        if words:
            return self.tr("{share} sure by past dispatches, words: {words}").format(share=share, words=words)
        return self.tr("{share} sure by past dispatches").format(share=share)
