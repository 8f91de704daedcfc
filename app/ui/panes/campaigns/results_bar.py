"""Which results: the question, the quarter, the mode, and what they are held against."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.models.interview_records import SurveyMode
from app.services import wording
from app.ui.kit import languages, theme
from app.ui.panes.campaigns.asking_results import (
    Shown,
    Wanted,
    against_campaign,
    against_quarter,
    against_stretch,
    quarters_before,
)
from app.ui.panes.campaigns.choice import Choice
from app.ui.panes.campaigns.presenting_results import item_words

_STRETCH = {"item": 5, "quarter": 2, "mode": 2, "against": 3, "box": 2}


class ResultsBar(QWidget):
    """``changed()`` when a person wants other figures; what they are is ``wanted(campaign)``."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._build()
        self.retranslate()

    def wanted(self, campaign: bytes) -> Wanted:
        """Return what is chosen, for a campaign; of another campaign its first question, all quarters, nothing else."""
        if self._shown is None or self._shown.wanted.campaign != campaign:
            return Wanted(campaign, mode=SurveyMode(self.choices["mode"].key() or SurveyMode.TELEPHONE))
        keys = {name: one.key() for name, one in self.choices.items()}
        return Wanted(
            campaign, keys["item"], keys["quarter"], SurveyMode(keys["mode"]), keys["against"], keys["box"] == "two"
        )

    def show_choices(self, shown: Shown) -> None:
        """Offer what there is to choose."""
        self._shown = shown
        self._offer()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = {
            "item": self.tr("Question"), "quarter": self.tr("Quarter"), "mode": self.tr("Asked by"),
            "against": self.tr("Held against"), "box": self.tr("Compared by"),
        }  # fmt: skip
        for name, text in texts.items():
            self._labels[name].setText(text)
            self.choices[name].setAccessibleName(text)
        self._offer()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.of_app().px("pad"))
        grid.setVerticalSpacing(2)
        self.choices: dict[str, Choice] = {}
        self._labels: dict[str, QLabel] = {}
        for place, (name, stretch) in enumerate(_STRETCH.items()):
            choice, label = Choice(f"campaigns.results.{name}", self), QLabel(self)
            label.setProperty("type", "hint")
            label.setBuddy(choice)
            choice.decided.connect(self._say_changed)
            grid.addWidget(label, 0, place)
            grid.addWidget(choice, 1, place)
            grid.setColumnStretch(place, stretch)
            self.choices[name], self._labels[name] = choice, label

    def _offer(self) -> None:
        language = languages.current()
        modes = [(one.value, wording.label("survey_mode", one.value, language)) for one in SurveyMode]
        boxes = [("top", self.tr("Top box")), ("two", self.tr("Top two"))]
        shown = self._shown
        if shown is None:
            self._offer_all({"mode": modes, "box": boxes}, {"mode": SurveyMode.TELEPHONE.value})
            return
        every = [(name, name) for name in shown.quarters]
        before = [(against_quarter(name), name) for name in shown.quarters if name < shown.wanted.quarter]
        if stretch := quarters_before(shown):
            before.insert(
                0, (against_stretch(stretch), self.tr("Quarters before, {quarters}").format(quarters=stretch))
            )
        before += [(against_campaign(one.id), one.name) for one in shown.others]
        self._offer_all(
            {
                "item": item_words(shown.results, language),
                "quarter": [("", self.tr("All quarters")), *every],
                "mode": modes,
                "against": [("", self.tr("Nothing")), *before],
                "box": boxes,
            },
            {
                "item": shown.item,
                "quarter": shown.wanted.quarter,
                "mode": shown.wanted.mode.value,
                "against": shown.wanted.against,
                "box": "two" if shown.wanted.two else "top",
            },
        )

    def _offer_all(self, options: Mapping[str, Sequence[tuple[str, str]]], chosen: Mapping[str, str]) -> None:
        for name, offered in options.items():
            self.choices[name].offer(offered, chosen.get(name, ""))

    def _say_changed(self, _key: str) -> None:
        self.changed.emit()
