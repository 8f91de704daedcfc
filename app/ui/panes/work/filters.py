"""The filters above the list: a search line, two switches, and choices that say "any" until they are used."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.categories import type_ahead
from app.services import reference, units, wording
from app.services.worklists import DUES, STRETCHES, Listing
from app.ui.kit import icons, languages, theme
from app.ui.kit.flow import FlowLayout
from app.ui.kit.jobs import Jobs
from app.ui.kit.search_box import SearchBox
from app.ui.kit.type_ahead import Suggestion, TypeAhead
from app.ui.panes.work.views_menu import ViewsMenu
from app.ui.parts.unit_suggestions import suggest_units

_CHOICES = ("due", "state", "urgency", "channel", "owner")
_FEW_PIXELS = 720
_ORDERS = ("opened", "oldest", "due", "best")
_SETS = {"state": "inquiry_state", "urgency": "urgency", "channel": "channel"}


class FilterChoice(QComboBox):
    """One code out of a few, or any. ``chosen()`` after a person's choice; the wheel never changes it."""

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self.chosen)

    def value(self) -> str:
        """Return the code, "" for any."""
        return str(self.currentData() or "")

    def set_value(self, code: str) -> None:
        """Show a code without a signal."""
        self.setCurrentIndex(max(0, self.findData(code)))

    def show_options(self, any_text: str, options: Mapping[str, str]) -> None:
        """Offer any and these codes, in the language of the window; the choice stays."""
        former = self.value()
        self.clear()
        self.addItem(any_text, "")
        for code, label in options.items():
            self.addItem(label, code)
        self.set_value(former)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class InquirySearch(SearchBox):
    """The search line over inquiries, with its own words."""

    def retranslate(self) -> None:
        """Set its texts in the language of the window."""
        self.setPlaceholderText(self.tr("Words of an inquiry, or its number"))
        self.setAccessibleName(self.tr("Search inquiries"))


class FilterBar(QWidget):
    """What narrows the list. ``changed(Listing)`` at each key and choice; ``left()`` Esc in the empty search line."""

    changed = Signal(object)
    left = Signal()
    entered = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._listing = Listing()
        self._people: dict[str, str] = {}
        self._build()
        self._connect()
        self.retranslate()

    @property
    def listing(self) -> Listing:
        """What is asked for."""
        return self._listing

    def show_listing(self, listing: Listing) -> None:
        """Show these filters without a signal."""
        self._listing = listing
        blocked = self.search.blockSignals(True)
        self.search.setText(listing.text)
        self.search.blockSignals(blocked)
        self.mine.setChecked(listing.mine)
        self.open_only.setChecked(listing.open_only)
        for name, choice in self._choices.items():
            choice.set_value(getattr(listing, name))
        self.mine.setEnabled(not listing.owner)
        self.views.show_listing(listing)
        self._show_keys()
        self._show_count()
        if self._narrowing_count():
            self.more.setChecked(True)

    def show_people(self, people: Mapping[str, str]) -> None:
        """Offer these owners: id (hex) → name."""
        self._people = dict(people)
        self._choices["owner"].show_options(self.tr("Any owner"), self._people)
        self._choices["owner"].set_value(self._listing.owner)

    def focus_search(self) -> None:
        """Put the cursor into the search line, what stands there marked."""
        self.search.setFocus()
        self.search.selectAll()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        language = languages.current()
        self.mine.setText(self.tr("Mine"))
        self.mine.setToolTip(self.tr("Only inquiries that are mine; off: everyone's"))
        self.open_only.setText(self.tr("Open"))
        self.open_only.setToolTip(self.tr("Only inquiries that are open; off: closed ones too"))
        self.more.setToolTip(self.tr("By due time, state, category, unit, area, owner, urgency and channel"))
        any_texts = {
            "due": self.tr("Any due time"),
            "state": self.tr("Any state"),
            "urgency": self.tr("Any urgency"),
            "channel": self.tr("Any channel"),
            "owner": self.tr("Any owner"),
        }
        sets = {"due": self._dues(), "owner": self._people}
        for name, text in any_texts.items():
            options = wording.labels(_SETS[name], language) if name in _SETS else sets[name]
            self._choices[name].show_options(text, options)
            self._choices[name].setAccessibleName(text)
        self._show_orders()
        lines = {self.category: self.tr("Any category"), self.unit: self.tr("Any unit"), self.area: self.tr("Any area")}
        for line, text in lines.items():
            line.setPlaceholderText(text)
            line.setAccessibleName(text)
        self._clear.setText(self.tr("Clear"))
        self._clear.setAccessibleName(self.tr("Clear filters"))
        self._show_keys()
        self._show_count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the search line a line of its own where there is little room."""
        super().resizeEvent(event)
        few = event.size().width() < _FEW_PIXELS * theme.of_app().px("base") / 14
        direction = QBoxLayout.Direction.TopToBottom if few else QBoxLayout.Direction.LeftToRight
        if self._top.direction() != direction:
            self._top.setDirection(direction)

    def _narrowing_count(self) -> int:
        one = self._listing
        named = (one.due, one.state, one.category, one.unit, one.urgency, one.channel, one.area, one.owner)
        return sum(1 for text in named if text)

    def _show_count(self) -> None:
        count = self._narrowing_count()
        text = self.tr("Filters ({count})").format(count=count) if count else self.tr("Filters")
        self.more.setText(text)
        self.more.setAccessibleName(text)
        self._clear.setVisible(bool(count))

    def _dues(self) -> dict[str, str]:
        texts = (self.tr("Overdue"), self.tr("Due today"), self.tr("Paused"))
        return dict(zip(DUES[1:], texts, strict=True))

    def _show_orders(self) -> None:
        texts = (
            self.tr("Newest first"),
            self.tr("Oldest first"),
            self.tr("Due soonest"),
            self.tr("Best match"),
        )
        order = self._choices["order"]
        former = order.value() or _ORDERS[0]
        order.clear()
        for code, text in zip(_ORDERS, texts, strict=True):
            order.addItem(text, code)
        order.set_value(former)
        order.setAccessibleName(self.tr("Order"))
        order.setToolTip(
            self.tr(
                "In which order; “Due soonest” shows only open inquiries that have a due time, “Best match” needs words"
            )
        )

    def _build(self) -> None:
        self.search = InquirySearch("work.search", self)
        self.search.setMinimumWidth(220)
        self.mine = self._switch("work.mine", "person")
        self.open_only = self._switch("work.open_only", "work")
        self.more = self._switch("work.filters", "filter")
        self.more.setChecked(False)
        self._choices = {name: FilterChoice(f"work.{name}", self) for name in ("order", *_CHOICES)}
        self.category = TypeAhead("work.category", self._categories, self)
        self.unit = TypeAhead("work.unit", self._units, self)
        self.area = TypeAhead("work.area", self._areas, self)
        self.views = ViewsMenu(self._jobs, self)
        self._clear = QPushButton(self)
        self._clear.setObjectName("work.clear")
        self._clear.setProperty("tone", "quiet")
        icons.give(self._clear, "close", "muted")
        pad = theme.of_app().px("pad")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.addLayout(self._top)
        self._top.setSpacing(pad)
        self._top.addWidget(self.search, 1)
        switches = QHBoxLayout()
        self._top.addLayout(switches)
        switches.setSpacing(pad)
        for widget in (self.mine, self.open_only, self._choices["order"], self.more, self.views):
            switches.addWidget(widget)
        switches.addStretch(1)
        self._narrow = self._narrowing(pad)
        column.addWidget(self._narrow)

    def _narrowing(self, pad: int) -> QWidget:
        narrow = QWidget(self)
        flow = FlowLayout(narrow, gap=pad)
        due, state, urgency, channel, owner = (self._choices[name] for name in _CHOICES)
        for line in (self.category, self.unit, self.area):
            line.setFixedWidth(168)
        for widget in (due, state, self.category, self.unit, self.area, owner, urgency, channel, self._clear):
            flow.addWidget(widget)
        narrow.hide()
        return narrow

    def _switch(self, name: str, icon: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setChecked(True)
        icons.give(button, icon, "muted")
        return button

    def _connect(self) -> None:
        self.search.typed.connect(self._follow)
        self.search.left.connect(self.left)
        self.search.chosen.connect(self.entered)
        self.search.moved.connect(self._move_down)
        for button in (self.mine, self.open_only):
            button.clicked.connect(self._follow)
        self.more.toggled.connect(self._narrow.setVisible)
        for choice in self._choices.values():
            choice.chosen.connect(self._follow)
        for line in (self.category, self.unit, self.area):
            line.chosen.connect(self._follow)
        self._clear.clicked.connect(self.clear)
        self.views.chosen.connect(self._take_view)

    def clear(self) -> None:
        """Show what lies on this desk again."""
        self.show_listing(Listing())
        self.changed.emit(self._listing)

    def _take_view(self, listing: Listing) -> None:
        self.show_listing(listing)
        self.changed.emit(self._listing)

    def _move_down(self, by: int) -> None:
        if by > 0:
            self.entered.emit()

    def _follow(self) -> None:
        self._listing = replace(
            self._listing,
            text=self.search.query,
            mine=self.mine.isChecked(),
            open_only=self.open_only.isChecked(),
            category=self.category.key,
            unit=self.unit.key,
            area=self.area.key,
            **{name: choice.value() for name, choice in self._choices.items()},
        )
        if self._listing.due in STRETCHES and self._listing.order != "due":
            self._listing = replace(self._listing, order="due")
            self._choices["order"].set_value("due")
        self.mine.setEnabled(not self._listing.owner)
        self.views.show_listing(self._listing)
        self._show_count()
        self.changed.emit(self._listing)

    def _show_keys(self) -> None:
        category, unit = self._listing.category, self._listing.unit
        known = reference.categories().by_code.get(category) if category else None
        self.category.show_key(category, known.label.for_language(languages.current()) if known else category)
        names = [one.label for one in self._units(unit) if one.key == unit] if unit else []
        self.unit.show_key(unit, names[0] if names else unit)
        self.area.show_key(self._listing.area, self._listing.area)

    def _categories(self, text: str) -> Sequence[Suggestion]:
        return suggest_categories(text)

    def _units(self, text: str) -> Sequence[Suggestion]:
        return suggest_units(self._jobs, text)

    def _areas(self, text: str) -> Sequence[Suggestion]:
        return suggest_areas(self._jobs, text)


def suggest_categories(text: str) -> list[Suggestion]:
    """Return categories for a type-ahead: the label, and beside it the way there."""
    language, tree = languages.current(), reference.categories()
    found: list[Suggestion] = []
    for match in type_ahead(tree, text):
        above = [tree.by_code[code].label.for_language(language) for code in match.path[:-1]]
        found.append(Suggestion(match.category.code, match.category.label.for_language(language), " › ".join(above)))
    return found


def suggest_areas(jobs: Jobs, text: str) -> list[Suggestion]:
    """Return the areas of the directory that fit, and what was typed: an inquiry may name any place."""
    typed = text.strip()
    known = sorted({area for one in jobs.office.ask(units.list_units) for area in one.areas})
    found = [one for one in known if typed.lower() in one.lower()]
    return [Suggestion(one, one) for one in dict.fromkeys((*found, *([typed] if typed else ())))]
