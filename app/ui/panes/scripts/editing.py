"""Between the library and its editor: what opens it, what was being written, where it goes back to."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.models.errors import AppError
from app.services import script_sketches
from app.services.script_sketches import Opened, Sketch
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.panes.scripts.asking import Shelf
from app.ui.panes.scripts.editor.editor import ScriptEditor


class Editing(QObject):
    """Makes the editor when it is first wanted, and puts it into the pane's pages.

    ``turned()`` after the editor came to the front or went, ``saved(key)`` after a version was committed.
    """

    turned = Signal()
    saved = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, strip: MessageStrip, pages: QStackedWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._strip, self._pages, self._parent = jobs, strip, pages, parent
        self._place: tuple[datetime, tzinfo] | None = None
        self._may_write = False
        self._told = False
        self._sketches: Sequence[Sketch] = ()
        self.editor: ScriptEditor | None = None

    @property
    def is_open(self) -> bool:
        """Whether the editor is in front."""
        return self.editor is not None and self._pages.currentWidget() is self.editor

    def can_write(self) -> bool:
        """Whether this person may write scripts and is not doing so."""
        return self._may_write and self._place is not None and not self.is_open

    def can_go_on(self) -> bool:
        """Whether something is still being written."""
        return self.can_write() and bool(self._sketches)

    def take_shelf(self, shelf: Shelf) -> None:
        """Follow the library: the zone of its center, what the person may do, what she was writing."""
        self._place, self._may_write = (shelf.now, shelf.zone), shelf.may_write
        if shelf.may_write:
            self._jobs.ask(script_sketches.mine, key="sketches", done=self._take_sketches)

    def forget(self) -> None:
        """Close the editor and offer anew, as when another person signs in."""
        self._told, self._sketches = False, ()
        self.close()

    def new(self) -> None:
        """Begin a new script."""
        self._front().open_new()
        self._show()

    def edit(self, key: str) -> None:
        """Write the next draft of a script."""
        self._jobs.ask(script_sketches.to_edit, key="edit", script=key, done=self._open, failed=self._refuse)

    def go_on(self) -> None:
        """Go on with what was written last."""
        if self._sketches:
            self._front().go_on(self._sketches[-1])
            self._show()

    def close(self) -> None:
        """Go back to the library."""
        if self.is_open:
            self._pages.setCurrentIndex(0)
            self.turned.emit()
            self._jobs.ask(script_sketches.mine, key="sketches", done=self._take_sketches)

    def _front(self) -> ScriptEditor:
        if self.editor is None:
            if self._place is None:
                raise RuntimeError("the library is not there yet")
            now, zone = self._place
            self.editor = ScriptEditor(self._jobs, self._strip, now=now, zone=zone, parent=self._parent)
            self._pages.addWidget(self.editor)
            self.editor.left.connect(self.close)
            self.editor.opened.connect(self._show)
            self.editor.saved.connect(self._saved)
        return self.editor

    def _show(self) -> None:
        editor = self._front()
        self._pages.setCurrentWidget(editor)
        editor.pages.focus_first()
        self.turned.emit()

    def _open(self, opened: Opened) -> None:
        self._front().open_script(opened)
        self._show()

    def _saved(self, key: str, _submitted: bool) -> None:
        self.close()
        self.saved.emit(key)

    def _take_sketches(self, sketches: Sequence[Sketch]) -> None:
        self._sketches = sketches
        if sketches and not self._told and not self.is_open:
            language = "zh" if languages.current().startswith("zh") else "en"
            title = sketches[-1].script.title_in(language) or sketches[-1].script.key or "–"
            text = self.tr("You were writing “{title}”.").format(title=title)
            self._strip.info(text, step_text=self.tr("Go on writing"), step=self.go_on)
        self._told = True
        self.turned.emit()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
