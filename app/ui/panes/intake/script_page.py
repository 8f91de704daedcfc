"""The open script of a conversation: how it is read, what was ticked, given, or found wrong."""

import sys
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.contacts import WRITTEN, GivenScript
from app.models.errors import AppError
from app.services import scripts as script_services
from app.services.script_reading import OpenScript, Reading
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import Clock
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.script_search import ScriptSearch

if TYPE_CHECKING:
    from app.ui.parts.document_opener import DocumentOpener
    from app.ui.parts.flag_line import FlagLine
    from app.ui.parts.script_reader import ScriptReader

_TELLS = frozenset({"script", "script_version", "script_event", "script_flag"})
_SPOKEN = ("zh_CN", "en")
#: So long a pause in the typing is no place between two keys any more.
_PAUSE_MS = 300
_READER = "app.ui.parts.script_reader"


class ScriptPage(QWidget):
    """`opened()` when a script was opened, `given(OpenScript)` when it was stamped, `refused(text)` when it must not be
    given, `gone()` when it is not there any more, `flagged()` when somebody said that it is wrong. It stays in the
    language in which it is read. What shows a script is made with the first one that is opened, or sooner (`expect`).
    """

    opened = Signal()
    given = Signal(object)
    refused = Signal(str)
    gone = Signal()
    flagged = Signal()

    def __init__(
        self,
        jobs: Jobs,
        state: ConversationState,
        scripts: ScriptSearch,
        *,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("intake.script")
        self._jobs, self._state, self._scripts, self._clock = jobs, state, scripts, clock
        self._key = ""
        self._reading = Reading("en")
        self._found: tuple[str | None, int | None] = (None, None)
        self._ticked: tuple[str, ...] = ()
        self._is_opening, self._replaced = False, 0
        self._reader: ScriptReader | None = None
        self._flag: FlagLine | None = None
        self._opener: DocumentOpener | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._get_ready)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        jobs.changed.connect(self._follow)

    @property
    def script(self) -> OpenScript | None:
        """What is shown."""
        return self._reader.script if self._reader is not None else None

    @property
    def reader(self) -> "ScriptReader":
        """What shows it."""
        return self._reader or self._make_reader()

    @property
    def is_opening(self) -> bool:
        """Whether a script was chosen that does not show yet."""
        return self._is_opening

    def expect(self) -> None:
        """Get ready in the next pause: most who look at results open one of them."""
        if self._reader is None:
            self._pause.start(_PAUSE_MS)

    def open(self, key: str, *, query: str | None, rank: int) -> None:
        """Open a script that was found by a query (None: suggested) at a rank, in the caller's language."""
        draft = self._state.draft
        stamp = next((one for one in reversed(draft.given) if one.key == key), None)
        self._key, self._found = key, (query, rank)
        self._is_opening, self._replaced = True, 0
        self._ticked = stamp.ticked if stamp else ()
        spoken = draft.language if draft.language in _SPOKEN else languages.current()
        self._read(Reading(spoken, draft.caller_kind.value if draft.caller_kind else "", caller=draft.caller))

    def open_told(self, key: str) -> None:
        """Open a script that was told of, with the cursor in it."""
        self.open(key, query=None, rank=1)
        self.reader.setFocus()

    def give(self) -> None:
        """Stamp the open script on the contact, or take the stamp back."""
        from app.ui.parts.readable import GIVEABLE

        script = self.script
        if script is None or self._is_opening:  # what still shows is not what was chosen
            return
        if self._stamp(script) is not None:
            self._state.take_back(script.key, script.version)
            self.reader.mark_given(on=False)
        elif script.standing in GIVEABLE:
            self._put_stamp(script)
            self.given.emit(script)
        else:
            self.refused.emit(self._why_not(script.standing))

    def look_again(self) -> None:
        """Read the open script again: the library has changed, or a time has come."""
        if self._key and self.script is not None:
            self._read(self._reading)

    def forget(self) -> None:
        """Show no script any more."""
        self._key, self._ticked, self._found = "", (), (None, None)
        self._is_opening, self._replaced = False, 0
        if self._reader is not None:
            self._reader.clear()
        if self._flag is not None:
            self._flag.hide()

    def _get_ready(self) -> None:
        """Load what the reader is made of, and make it a turn later: a key has its turn between the two."""
        if _READER in sys.modules:
            self._make_reader()
        else:
            import_module(_READER)
            self._pause.start(0)

    def _make_reader(self) -> "ScriptReader":
        from app.ui.parts.script_reader import ScriptReader

        self._pause.stop()
        reader = self._reader = ScriptReader(parent=self)
        reader.setProperty("role", "")  # the column is a card already
        reader.given.connect(self.give)
        reader.ticked.connect(self._tick)
        reader.language_toggled.connect(self._change_language)
        reader.plain_toggled.connect(self._change_words)
        reader.audience_chosen.connect(self._change_audience)
        reader.placeholder_chosen.connect(self._fill)
        reader.flag_requested.connect(self._ask_flag)
        reader.document_wanted.connect(self._open_document)
        reader.other_wanted.connect(self.open_told)
        self._column.insertWidget(0, reader, 1)
        return reader

    def _open_document(self, sha256: str) -> None:
        from app.ui.parts.document_opener import DocumentOpener

        if self._opener is None:
            self._opener = DocumentOpener(self._jobs, self)
        self._opener.open(sha256)

    def _read(self, reading: Reading) -> None:
        self._reading = reading
        opening = partial(self._scripts.open, key=self._key, reading=reading)  # `key` means another thing to a job
        self._jobs.ask(opening, key="open", done=self._show, failed=self._lose)

    def _show(self, script: OpenScript) -> None:
        if script.key != self._key:
            return
        from app.ui.parts.readable import More

        former = self.script
        if not self._is_opening and former is not None and former.version != script.version:
            self._replaced = former.version
        self.reader.show_script(script, ticked=self._ticked, more=More(replaced=self._replaced))
        self.reader.mark_given(self._stamp(script) is not None)
        if self._is_opening:
            self._is_opening = False
            self.opened.emit()

    def _why_not(self, standing: str) -> str:
        """Return why a version that counts for no caller is not given."""
        if standing == "withdrawn":
            return self.tr("This answer was withdrawn: it is given to nobody any more.")
        if standing == "expired":
            return self.tr("This answer is no longer valid: it is given to nobody any more.")
        return self.tr("This answer is not approved for callers yet.")

    def _lose(self, _error: AppError) -> None:
        self.forget()
        self.gone.emit()

    def _change_language(self) -> None:
        from app.ui.parts.readable import next_language

        if self.script is not None:
            self._read(replace(self._reading, language=next_language(self.script)))

    def _change_words(self, plain: bool) -> None:
        self._read(replace(self._reading, plain=plain))

    def _change_audience(self, kind: str) -> None:
        self._read(replace(self._reading, audience=kind))

    def _fill(self, name: str, value: str) -> None:
        self._read(replace(self._reading, values={**self._reading.values, name: value}))

    def _tick(self, point: str, on: bool) -> None:
        others = tuple(one for one in self._ticked if one != point)
        self._ticked = (*others, point) if on else others
        if self.script is not None and self._stamp(self.script) is not None:
            self._put_stamp(self.script)

    def _stamp(self, script: OpenScript) -> GivenScript | None:
        """The version that a caller heard is stamped, not what took its place since."""
        found = (one for one in self._state.draft.given if (one.key, one.version) == (script.key, script.version))
        return next(found, None)

    def _put_stamp(self, script: OpenScript) -> None:
        former = self._stamp(script)
        query, rank = (former.query, former.rank) if former else self._found
        self._state.give(
            GivenScript(
                key=script.key,
                version=script.version,
                language=script.language,
                at=former.at if former else self._clock(),
                how="sent" if self._state.draft.channel in WRITTEN else "read",
                query=query,
                rank=rank,
                ticked=self._ticked,
                title=script.title,
            )
        )
        self.reader.mark_given()

    def _ask_flag(self) -> None:
        if self.script is None:
            return
        if self._flag is None:
            from app.ui.parts.flag_line import FlagLine

            self._flag = FlagLine("intake.flagging", self)
            self._flag.flagged.connect(self._send_flag)
            self._flag.left.connect(self._close_flag)
            self._column.addWidget(self._flag)
        self._flag.begin(self.script.points)

    def _send_flag(self, note: str, point: str) -> None:
        script = self.script
        self._close_flag()
        if script is not None:
            said: dict[str, Any] = {
                "key": script.key,
                "version": script.version,
                "note": note,
                "key_point": point or None,
            }
            self._jobs.do(script_services.flag, initiator=self, done=self._say_flagged, **said)

    def _say_flagged(self, _flag: bytes) -> None:
        self.flagged.emit()

    def _close_flag(self) -> None:
        if self._flag is not None:
            self._flag.hide()
        self.reader.setFocus()

    def _follow(self, changes: Any, _initiator: object) -> None:
        """Read the open script again when somebody published or withdrew one."""
        if _TELLS & frozenset(getattr(changes, "entities", ())):
            self.look_again()
