"""The question bank: every question with its state and version, writing one, and bringing questions in."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.models.drill_items import Item, ItemState
from app.models.errors import AppError
from app.models.item_statistics import ItemFigures
from app.models.question_files import ReadQuestion
from app.models.question_writing import KINDS
from app.services import bank_imports, item_pools, question_bank, wording
from app.services.bank_imports import RowReport
from app.services.question_bank import Filled
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.training import asking, presenting_bank
from app.ui.panes.training.asking import Bank
from app.ui.panes.training.bank_detail import BankDetail
from app.ui.panes.training.commands import BANK
from app.ui.panes.training.item_form import ItemForm
from app.ui.panes.training.presenting import spoken


class BankPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._bank = Bank()
        self._filtering = self._writing = False
        self._item: Item | None = None
        self._source, self._next = "", b""
        self.commands = CommandTable(BANK, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look at the bank again."""
        self._jobs.ask(asking.bank, key="training.bank", done=self._show, failed=self._refuse)

    def take_focus(self) -> None:
        """Put the focus into the list, or into the form that is open."""
        self.form.take_focus() if self.is_writing() else self.view.setFocus()

    def has_item(self) -> bool:
        """Whether a question is chosen."""
        return self._item is not None and not self.is_writing()

    def is_sample(self) -> bool:
        """Whether the chosen question waits to be looked at."""
        return self._item is not None and self.has_item() and self._item.state is ItemState.SAMPLE

    def is_writing(self) -> bool:
        """Whether the form is open."""
        return self._writing

    def may_write(self) -> bool:
        """Whether a question can be written now."""
        return not self.is_writing()

    def may_change(self) -> bool:
        """Whether the chosen question is of a kind that a person writes."""
        return self._item is not None and self.has_item() and self._item.kind in KINDS

    def write(self) -> None:
        """Ask for a new question, of the topic of the chosen one."""
        self._ask(None)

    def change(self) -> None:
        """Ask what is to be changed of the chosen question."""
        self._ask(self._item)

    def save(self) -> None:
        """Save what the form says."""
        self.form.save()

    def fill(self) -> None:
        """Make questions from every script that counts."""
        self._jobs.do(question_bank.fill, done=self._filled, failed=self._refuse, initiator=self)

    def review(self) -> None:
        """Say that the chosen question was looked at and is right."""
        self._decide(ItemState.REVIEWED)

    def retire(self) -> None:
        """Ask the chosen question never again."""
        self._decide(ItemState.RETIRED)

    def choose_file(self) -> None:
        """Ask which file is brought in."""
        kinds = self.tr("Questions (*.xlsx *.csv *.gift *.txt)")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Bring questions in"), "", kinds)
        self.bring(file)

    def bring(self, file: str) -> None:
        """Bring the questions of a file in; the topic that is searched for is theirs where they name none."""
        if file:
            self._source = Path(file).name
            self._jobs.ask(
                bank_imports.read, key="training.read", done=self._read, failed=self._refuse, path=Path(file),
                topic=self.search.text().strip(),
            )  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Question bank"))
        self.view.setAccessibleName(self.tr("Questions"))
        self.search.setAccessibleName(self.tr("Search the questions"))
        self.search.setPlaceholderText(self.tr("Topic, words of the question, or state"))
        self._empty.show_text(
            self.tr("The question bank is empty"),
            self.tr("Make questions from the scripts (Alt+G), write one (Ctrl+Shift+N), or bring a file in."),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.bank")
        pad = theme.of_app().px("pad")
        self.search = QLineEdit(self)
        self.search.setObjectName("training.bank.search")
        self._count = QLabel(self)
        self._count.setProperty("type", "muted")
        self._empty = EmptyState("training.bank.empty", "question", parent=self)
        self.rows = WholeList(_COLUMNS, _key_of, self)
        self.view = TableView(self.rows, name="training.bank.list", empty=self._empty, parent=self)
        self.detail = BankDetail(self)
        self._stack, self._list, self.form = QStackedWidget(self), QWidget(self), ItemForm(self)
        self._lay_out(pad)
        self.form.put_below(self.commands.button("training.bank_save", self.form, tone="primary"))
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.form)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _lay_out(self, pad: int) -> None:
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        top = QHBoxLayout()
        column.addLayout(top)
        top.setSpacing(pad)
        top.addWidget(self.search, 1)
        top.addWidget(self._count)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.view)
        split.addWidget(self.detail)
        split.setSizes([820, 300])
        column.addWidget(split, 1)
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        buttons.setSpacing(pad)
        for name in ("review", "retire", "new", "change", "fill", "import"):
            buttons.addWidget(self.commands.button(f"training.bank_{name}", self._list))
        buttons.addStretch(1)

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        self.search.textChanged.connect(self._filter)
        self.form.wanted.connect(self._keep)
        self.form.left.connect(self._back)

    def _ask(self, item: Item | None) -> None:
        self._writing = True
        self._stack.setCurrentWidget(self.form)
        self.form.ask(self._item.topic if self._item else self.search.text().strip(), item)
        self.commands.refresh()

    def _keep(self, item: Item) -> None:
        self._next = item.id
        self._jobs.do(question_bank.save, done=self._kept, failed=self._refuse, initiator=self, item=item)

    def _kept(self, _version: bytes) -> None:
        self.told.emit(self.tr("The question is saved; the next exam can draw it."))
        self._back()

    def _back(self) -> None:
        self._writing = False
        self._stack.setCurrentWidget(self._list)
        self.commands.refresh()
        self.reload()
        self.view.setFocus()

    def _show(self, found: Bank) -> None:
        self._bank = found
        self._filter()

    def _filter(self) -> None:
        kept = self._next or (self._item.id if self._item else b"")
        self._next = b""
        language, items = languages.current(), self._bank.items
        shown = [one for one in items if presenting_bank.fits(one, self.search.text(), language)]
        self._filtering = True
        self.rows.show_lines(shown)
        self._count.setText(f"{len(shown):,} / {len(items):,}")
        ids = [one.id for one in shown]
        if shown:
            self.view.select(ids.index(kept) if kept in ids else 0)
        self._filtering = False

    def _pick(self, item: Item | None) -> None:
        self._item = item
        if not self._filtering:
            self.detail.show_reports(())  # whoever goes to a question wants to see it
        self.commands.refresh()
        if item is not None:
            self.detail.show_item(item, self._bank.points)
            self._jobs.ask(
                item_pools.figures_of, key="training.pool", done=self._measured, failed=self._refuse, item=item.id,
                number=item.number,
            )  # fmt: skip

    def _measured(self, found: ItemFigures | None) -> None:
        self.detail.show_item(self._item, self._bank.points, figures=found)

    def _decide(self, state: ItemState) -> None:
        if self._item is not None:
            self.detail.show_reports(())
            self._next = self._following(self._item)
            self._jobs.do(
                question_bank.decide, done=self._decided, failed=self._refuse, initiator=self, item=self._item.id,
                state=state,
            )  # fmt: skip

    def _following(self, item: Item) -> bytes:
        """Return the next sample of those shown: who looks through a bank goes from one to the next."""
        shown = [one for one in self._bank.items if presenting_bank.fits(one, self.search.text(), languages.current())]
        places = [at for at, one in enumerate(shown) if one.id == item.id]
        after = shown[places[0] + 1 :] if places else []
        return next((one.id for one in after if one.state is ItemState.SAMPLE), b"")

    def _decided(self, _none: None) -> None:
        self.reload()

    def _filled(self, found: Filled) -> None:
        said = self.tr("Made from the scripts: {added} new, {updated} changed, {unchanged} as before")
        self.told.emit(said.format(added=found.added, updated=found.updated, unchanged=found.unchanged))
        self.reload()

    def _read(self, found: list[ReadQuestion]) -> None:
        self._jobs.do(
            bank_imports.import_questions, done=self._brought, failed=self._refuse, initiator=self, read=found,
            source=self._source,
        )  # fmt: skip

    def _brought(self, found: list[RowReport]) -> None:
        self.detail.show_reports(found)
        counts = bank_imports.counts(found)
        words = (
            f"{wording.label('row_fate', one.value, languages.current())} {count}" for one, count in counts.items()
        )
        self.told.emit(" · ".join(words))
        self.reload()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _key_of(item: Item) -> bytes:
    return item.id


def _topic(item: Item) -> str:
    return asking.topic_name(item.topic, languages.current())


def _prompt(item: Item) -> str:
    return item.prompt_in(spoken(languages.current()))


def _kind(item: Item) -> str:
    return wording.label("drill_kind", item.kind.value, languages.current())


def _state(item: Item) -> str:
    return wording.label("item_state", item.state.value, languages.current())


def _tone(item: Item) -> str:
    return "accent" if item.state is ItemState.REVIEWED else "warning"


_COLUMNS = (
    Column("topic", QT_TRANSLATE_NOOP("tables", "Topic"), 200, show=_topic, sortable=False),
    Column("prompt", QT_TRANSLATE_NOOP("tables", "Question"), 0, show=_prompt, sortable=False),
    Column("kind", QT_TRANSLATE_NOOP("tables", "Kind"), 170, show=_kind, sortable=False),
    Column("number", QT_TRANSLATE_NOOP("tables", "Version"), 64, "number", sortable=False),
    Column("state", QT_TRANSLATE_NOOP("tables", "State"), 170, "chip", show=_state, tone=_tone, sortable=False),
)
