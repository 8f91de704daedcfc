"""The right column: the search that is always ready, what it found or what fits already, and the open script."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.models.contacts import WRITTEN, GivenScript
from app.models.errors import AppError
from app.services.script_reading import OpenScript, Reading
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import Clock
from app.ui.kit.search_box import SearchBox
from app.ui.panes.intake.asking import Desk
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.result_list import ResultList
from app.ui.panes.intake.script_reader import ScriptReader
from app.ui.panes.intake.script_search import LIMIT, Hit, ScriptSearch
from app.ui.panes.intake.still_state import StillState

_SUGGEST_MS = 250
_NOTHING, _RESULTS, _READER = range(3)
_TELLS = frozenset({"script", "script_version", "script_event"})


class SayColumn(QWidget):
    """`given(OpenScript)` when a script was stamped, `left()` when the search box was left with Esc."""

    given = Signal(object)
    left = Signal()

    def __init__(
        self,
        jobs: Jobs,
        state: ConversationState,
        desk: Desk,
        *,
        scripts: ScriptSearch,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("intake.say")
        self._jobs, self._state, self._desk, self._scripts, self._clock = jobs, state, desk, scripts, clock
        self._hits: Sequence[Hit] = ()
        self._asked = ""
        self._opened_from: tuple[str | None, int | None] = (None, None)
        self._reading = Reading("en")
        self._key = ""
        self._build()
        self._connect()
        self.retranslate()
        self._suggest()

    def search(self) -> None:
        """Put the cursor into the search box, what stands there marked."""
        self.box.setFocus()
        self.box.selectAll()

    def open_place(self, place: int) -> None:
        """Open the result at a place, counted from 0; nothing where there is none."""
        if 0 <= place < len(self._hits):
            hit = self._hits[place]
            self._opened_from = (self._asked or None, place + 1)
            self._key = hit.key
            draft = self._state.draft
            spoken = draft.language if draft.language in ("zh_CN", "en") else languages.current()
            audience = draft.caller_kind.value if draft.caller_kind else ""
            self._read(Reading(spoken, audience, caller=draft.caller))

    def give(self) -> None:
        """Stamp the open script on the contact, or take the stamp back."""
        script = self.reader.script
        if script is None or self._pages.currentIndex() != _READER:
            return
        if self._stamp(script.key) is not None:
            self._state.take_back(script.key)
            self.reader.show_given(None)
            return
        self._put_stamp(script)
        self.given.emit(script)

    def look_again(self) -> None:
        """Search once more for what stands there: the library has changed."""
        self._query()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.box.setAccessibleName(self.tr("Search the approved answers"))
        self.box.setPlaceholderText(self.tr("Search the answers  F3 or /"))
        self._list.setAccessibleName(self.tr("Answers found"))
        self._say_empty()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language; an open script stays in the language it is read in."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.box = SearchBox("intake.search", self)
        self._pages = QStackedWidget(self)
        nothing, results = QWidget(self._pages), QWidget(self._pages)
        self._head = QLabel(results)
        self._head.setProperty("type", "label")
        self._list = ResultList("intake.results", results)
        self._empty = StillState("intake.say.empty", "scripts", nothing)
        self.reader = ScriptReader(self._pages)
        inner = QVBoxLayout(results)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self._head)
        inner.addWidget(self._list, 1)
        middle = QVBoxLayout(nothing)
        middle.addStretch(1)
        middle.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(2)
        for page in (nothing, results, self.reader):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addWidget(self._pages, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SUGGEST_MS)

    def _connect(self) -> None:
        self.box.typed.connect(self._query)
        self.box.chosen.connect(self._open_marked)
        self.box.moved.connect(self._list.step)
        self.box.picked.connect(self.open_place)
        self.box.left.connect(self.left)
        self._list.opened.connect(self.open_place)
        self._timer.timeout.connect(self._suggest)
        self._state.changed.connect(self._follow)
        self._state.renewed.connect(self._renew)
        self.reader.pressed.connect(self.give)
        self.reader.back.connect(self._show_results)
        self.reader.wanted.connect(self._want)
        self.reader.filled.connect(self._fill)
        self.reader.ticked.connect(self._tick)
        self._jobs.changed.connect(self._read_again)

    def _renew(self) -> None:
        """Forget what the former conversation searched and read."""
        self._timer.stop()
        self.reader.forget()
        self._key, self._hits, self._opened_from = "", (), (None, None)
        self.box.clear()
        self._list.show_hits((), "")
        self._suggest()

    def _query(self) -> None:
        """Search for what stands in the box, preedit included; an empty box shows what was open or what fits."""
        text = self.box.query.strip()
        if text:
            self._ask(text)
        elif self.reader.script is not None:
            self._pages.setCurrentIndex(_READER)
            self._asked = ""
        else:
            self._suggest()

    def _suggest(self) -> None:
        """Look for what fits the contact before anything is typed."""
        if self.box.query.strip():
            return
        self._asked = ""
        draft, tree = self._state.draft, self._desk.tree
        words = draft.summary or ""
        if draft.category and draft.category in tree.by_code:
            words = f"{tree.by_code[draft.category].label.for_language(languages.current())} {words}".strip()
        if words:
            self._ask(words, suggested=True)
        elif self.reader.script is None:
            self._hits = ()
            self._pages.setCurrentIndex(_NOTHING)

    def _ask(self, text: str, *, suggested: bool = False) -> None:
        self._asked = "" if suggested else text
        language = languages.current()
        self._jobs.ask(
            self._scripts.query, key="query", done=self._show_hits, text=text[:200], language=language, limit=LIMIT
        )

    def _show_hits(self, hits: Sequence[Hit]) -> None:
        if self._asked and not self.box.query.strip():
            return  # the answer to a search that was cleared meanwhile
        self._hits = tuple(hits)
        self._list.show_hits(self._hits, self._asked)
        self._say_empty()
        if self._asked or self.reader.script is None:
            self._pages.setCurrentIndex(_RESULTS if self._hits else _NOTHING)

    def _open_marked(self) -> None:
        self.open_place(max(self._list.currentRow(), 0))

    def _show_results(self) -> None:
        self._pages.setCurrentIndex(_RESULTS if self._hits else _NOTHING)
        self.box.setFocus()

    def _read(self, reading: Reading) -> None:
        self._reading = reading
        opening = partial(self._scripts.open, key=self._key, reading=reading)  # `key` means another thing to a job
        self._jobs.ask(opening, key="open", done=self._show_script, failed=self._gone)

    def _show_script(self, script: OpenScript) -> None:
        if script.key != self._key:
            return
        self.reader.show_script(script, self._stamp(script.key))
        self._pages.setCurrentIndex(_READER)

    def _gone(self, _error: AppError) -> None:
        self._query()

    def _want(self, language: str, plain: bool) -> None:
        now = self._reading
        self._read(Reading(language or now.language, now.audience, plain, now.values, now.caller))

    def _fill(self, values: dict[str, str]) -> None:
        now = self._reading
        self._read(Reading(now.language, now.audience, now.plain, values, now.caller))

    def _tick(self, _ids: tuple[str, ...]) -> None:
        script = self.reader.script
        if script is not None and self._stamp(script.key) is not None:
            self._put_stamp(script)

    def _stamp(self, key: str) -> GivenScript | None:
        return next((one for one in self._state.draft.given if one.key == key), None)

    def _put_stamp(self, script: OpenScript) -> None:
        query, rank = self._opened_from
        former = self._stamp(script.key)
        self._state.give(
            GivenScript(
                key=script.key,
                version=script.version,
                language=script.language,
                at=former.at if former else self._clock(),
                how="sent" if self._state.draft.channel in WRITTEN else "read",
                query=query,
                rank=rank,
                ticked=self.reader.points.ticked(),
                title=script.title,
            )
        )
        self.reader.show_given(self._stamp(script.key))

    def _follow(self, name: str) -> None:
        if name in ("category", "summary"):
            self._timer.start()

    def _read_again(self, changes: Any, _initiator: object) -> None:
        """Read the open script again when somebody published or withdrew one."""
        if self._key and self._pages.currentIndex() == _READER and _TELLS & frozenset(getattr(changes, "entities", ())):
            self._read(self._reading)

    def _say_empty(self) -> None:
        self._head.setText(self.tr("Answers that fit") if not self._asked else self.tr("Answers found"))
        if self._asked:
            self._empty.show_text(
                self.tr("No approved answer found"), self.tr("Try another word, or answer from your own knowledge.")
            )
        else:
            self._empty.show_text(
                self.tr("The approved answers"),
                self.tr("Type a few characters, pinyin or letters. Fitting ones appear here by themselves."),
            )
