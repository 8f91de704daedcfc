"""The wordings of a script as tabs: language, for whom, plain; and which one is shown where another is missing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabBar, QVBoxLayout, QWidget

from app.scripts_library.script import Script, Variant
from app.services.script_writing import WordingFacts
from app.ui.kit import icons, languages, theme
from app.ui.kit.editors import ChoiceEditor
from app.ui.panes.scripts.editor.row_kind import YES_NO
from app.ui.panes.scripts.editor.sheet import Sheet
from app.ui.panes.scripts.editor.wording_body import WordingBody
from app.ui.panes.scripts.editor.wordings import (
    KINDS,
    LANGUAGES,
    facts_of,
    missing_of,
    name_of,
    with_text,
    with_variant,
    without_variant,
)


class WordingPage(QWidget):
    """``removed()`` after a wording went; ``put_back`` brings it back. ``chosen(Variant)`` when another is in front."""

    removed = Signal()
    chosen = Signal(object)

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._facts: Sequence[WordingFacts] = ()
        self._missing: Sequence[Mapping[str, str]] = ()
        self._gone: Variant | None = None
        self._build()
        self._connect()
        self.retranslate()

    @property
    def place(self) -> int:
        """Which wording is in front, -1 without any."""
        return self.tabs.currentIndex()

    def show_script(self, script: Script) -> None:
        """Show the wordings of a script; the one in front stays there."""
        self._show_tabs(script.variants)
        self._show_body()

    def show_facts(self, facts: Sequence[WordingFacts], missing: Sequence[Mapping[str, str]]) -> None:
        """Show the figures of each wording, and what of the critical key points is missing."""
        self._facts, self._missing = facts, missing
        self._show_facts()

    def go_to(self, place: int, section: str = "say") -> None:
        """Put the cursor into a section of a wording."""
        self.tabs.setCurrentIndex(min(max(place, 0), self.tabs.count() - 1))
        if self.tabs.count():
            self.body.texts[section].setFocus()
        else:
            self._language.setFocus()

    def focus_first(self) -> None:
        """Put the cursor where the page begins."""
        self.go_to(max(0, self.place))

    def put_back(self) -> None:
        """Bring back the wording that went last."""
        if self._gone is not None:
            gone, self._gone = self._gone, None
            self._sheet.become(with_variant(self._sheet.script, gone))
            self.show_script(self._sheet.script)
            self.tabs.setCurrentIndex(self.tabs.count() - 1)

    def add(self) -> None:
        """Add the wording that is chosen at the foot, or go to it where it is there."""
        language = self._language.value() or "zh"
        variant = Variant(language, self._kind.value(), plain=self._plain.value() == "yes")
        self._sheet.become(with_variant(self._sheet.script, variant))
        self.show_script(self._sheet.script)
        places = [one.place for one in self._sheet.script.variants]
        self.go_to(places.index(variant.place))

    def remove(self) -> None:
        """Take the wording in front away."""
        if self.place >= 0:
            self._gone = self._sheet.script.variants[self.place]
            self._sheet.become(without_variant(self._sheet.script, self.place))
            self.show_script(self._sheet.script)
            self.removed.emit()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.tabs.setAccessibleName(self.tr("Wordings"))
        self._order.setText(
            self.tr(
                "Where a wording is missing, its language is kept first, then plain or usual words, then for whom; "
                "the reader says what it had to give up."
            )
        )
        names = (
            (self._language, self.tr("Language")),
            (self._kind, self.tr("For whom")),
            (self._plain, self.tr("Plain")),
        )
        for choice, name in names:
            choice.setAccessibleName(name)
            choice.setToolTip(name)
            choice.show_options(choice.options, languages.current())
        self._language.setItemText(0, self.tr("Language"))
        self._kind.setItemText(0, self.tr("For everybody"))
        self._plain.setItemText(0, self.tr("Plain words?"))
        for button, name in ((self._add, self.tr("Add wording")), (self._remove, self.tr("Remove wording"))):
            button.setText(name)
            button.setAccessibleName(name)
        self._show_tabs(self._sheet.script.variants)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("scripts.editor.wordings")
        self.tabs.setExpanding(False)
        self.body = WordingBody(self)
        self._order = QLabel(self)
        self._order.setProperty("type", "hint")
        self._order.setWordWrap(True)
        self._language = ChoiceEditor(LANGUAGES, "en", self)
        self._kind = ChoiceEditor(KINDS, "en", self)
        self._plain = ChoiceEditor(YES_NO, "en", self)
        self._add, self._remove = QPushButton(self), QPushButton(self)
        self._remove.setProperty("tone", "quiet")
        parts = (self._language, "language"), (self._kind, "kind"), (self._plain, "plain"), (self._add, "add")
        icons.give(self._add, "add")
        icons.give(self._remove, "delete", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.tabs)
        column.addWidget(self.body, 1)
        foot = QHBoxLayout()
        column.addLayout(foot)
        for widget, name in (*parts, (self._remove, "remove")):
            widget.setObjectName(f"scripts.editor.wording.{name}")
            foot.addWidget(widget)
        foot.addStretch(1)
        column.addWidget(self._order)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.body.edited.connect(self._edit)
        self._add.clicked.connect(self.add)
        self._remove.clicked.connect(self.remove)

    def _edit(self, section: str, text: str) -> None:
        self._sheet.become(with_text(self._sheet.script, self.place, section, text))

    def _turn(self) -> None:
        self._show_body()
        if self.place >= 0:
            self.chosen.emit(self._sheet.script.variants[self.place])

    def _show_tabs(self, variants: Sequence[Variant]) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(variants):
            self.tabs.removeTab(self.tabs.count() - 1)
        for place, variant in enumerate(variants):
            name = name_of(variant, self.tr("plain"), languages.current())
            if place < self.tabs.count():
                self.tabs.setTabText(place, name)
            else:
                self.tabs.addTab(name)
        self.tabs.blockSignals(False)

    def _show_body(self) -> None:
        has_one = 0 <= self.place < len(self._sheet.script.variants)
        self.body.setVisible(has_one)
        self._remove.setEnabled(has_one)
        if has_one:
            self.body.show_variant(self._sheet.script.variants[self.place])
        self._show_facts()

    def _show_facts(self) -> None:
        variants = self._sheet.script.variants
        if 0 <= self.place < len(variants):
            missing = missing_of(self._missing, variants[self.place].language)
            self.body.show_facts(facts_of(self._facts, self.place), missing)
