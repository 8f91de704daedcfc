"""One line about the unit that an inquiry should go to: which, why, and a button that takes it."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.services.wording import names_in_a_row
from app.ui.kit import languages
from app.ui.kit.labels import ElidedLabel, KeyHint


class PastDispatches(QObject):
    """Counts in words. No class may stand below it: from there tr takes the source with its number for translated."""

    def like(self, seen: int) -> str:
        """Return how many were alike in what is still to be put in for ``parts``."""
        return self.tr("%n recent dispatch(es) of the same {parts}", "", seen)


class UnitAdvice(QWidget):
    """Shows an advice (``services.routing.Advice``) or that there is none. `taken()` when its button is pressed.

    ``keys`` is the key of the pane's command that does the same.
    """

    taken = Signal()

    def __init__(self, name: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.advice: Any = None
        self._chosen = ""
        self._past = PastDispatches(self)
        self._text = ElidedLabel("", self)
        self._text.setProperty("type", "hint")
        self.take = QPushButton(self)
        self.take.setObjectName(f"{name}.take")
        self.take.setProperty("tone", "tag")
        self._hint = KeyHint(keys, self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._text, 1)
        line.addWidget(self.take)
        line.addWidget(self._hint)
        # The line keeps its height while nothing is suggested: what stands below must not move under the hand.
        self.setMinimumHeight(max(self.take.sizeHint().height(), self._text.sizeHint().height()))
        self.take.clicked.connect(self.taken)
        self.retranslate()

    @property
    def unit(self) -> str:
        """The code of the suggested unit, "" for none."""
        return self.advice.unit if self.advice is not None else ""

    def show_advice(self, advice: Any, chosen: str = "") -> None:
        """Show what is suggested, None while nothing was asked, beside the unit that is chosen."""
        self.advice, self._chosen = advice, chosen
        self._refresh()

    def show_chosen(self, chosen: str) -> None:
        """Take the unit that is chosen now."""
        if chosen != self._chosen:
            self._chosen = chosen
            self._refresh()

    def text(self) -> str:
        """Return the line as it stands."""
        return self._text.text()

    def said_by_rule(self) -> str:
        """Return the reason of a due time that the rule proposes."""
        return self.tr("By the rule “{rule}”").format(rule=self.advice.rule if self.advice else "")

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.take.setText(self.tr("Take it"))
        self.take.setAccessibleName(self.tr("Take the suggested unit"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _refresh(self) -> None:
        offered = bool(self.unit) and self.unit != self._chosen
        self.take.setVisible(offered)
        self._hint.setVisible(offered)
        self._text.setText(self._words())

    def _words(self) -> str:
        advice = self.advice
        if advice is None:
            return ""
        if not advice.unit:
            return self.tr("No unit is suggested: no rule fits, and past dispatches are not clear enough.")
        if advice.by == "rule":
            heard = self.tr(" (said: {words})").format(words=_words(advice)) if advice.words else ""
            reason = self.tr("by the rule “{rule}”{heard}").format(rule=advice.rule, heard=heard)
        else:
            reason = self._learned(advice)
        taken = self.unit == self._chosen
        text = self.tr("As suggested: {unit}, {reason}") if taken else self.tr("Suggested: {unit}, {reason}")
        return text.format(unit=self._name(advice), reason=reason)

    def _learned(self, advice: Any) -> str:
        share = f"{advice.probability:.0%}"
        if advice.level == "words":
            return self.tr("{share} sure, by the words {words}").format(share=share, words=_words(advice))
        parts = [self._part(one) for one in advice.level.split("+")]
        seen = max(1, round(advice.seen))
        same = self._past.like(seen).format(parts=self.tr(", ").join(parts))
        return self.tr("{share} sure, {same}").format(share=share, same=same)

    def _part(self, name: str) -> str:
        words = {
            "category": self.tr("category"),
            "parent": self.tr("group of categories"),
            "summary": self.tr("summary"),
            "area": self.tr("area"),
            "place": self.tr("place"),
            "channel": self.tr("channel"),
        }
        return words[name]

    def _name(self, advice: Any) -> str:
        chinese = languages.current().startswith("zh")
        return (advice.name if chinese else advice.name_en or advice.name) or advice.unit


def _words(advice: Any) -> str:
    return names_in_a_row(advice.words, languages.current())
