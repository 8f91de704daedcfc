"""The editor: the form, what is beside it, and the way of a script from the first key to review."""

from datetime import datetime, tzinfo
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.models.errors import AppError
from app.scripts_library.findings import Finding
from app.scripts_library.parser import Parsed
from app.scripts_library.script import Script, Variant
from app.services import script_writing
from app.services.script_findings import reason
from app.services.script_sketches import Opened, Sketch, next_draft
from app.services.script_writing import Checked, Written
from app.ui.kit import languages
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.panes.scripts.editor.commands import EDITING
from app.ui.panes.scripts.editor.frame import EditorFrame
from app.ui.panes.scripts.editor.readiness import can_save, errors_of, is_behind, key_of
from app.ui.panes.scripts.editor.side import CHECKS, MAP, PREVIEW
from app.ui.parts.refusal import Refusal

#: From the last key to the checks; with the question they are there within 300 ms.
CHECK_MS = 150


class ScriptEditor(EditorFrame):
    """``left()`` back to the library, ``opened()`` when what was thrown away is back, ``saved(key, submitted)`` after a
    commit. Messages go to the pane's strip. Leaving loses nothing: it is kept and offered again."""

    left = Signal()
    opened = Signal()
    saved = Signal(str, bool)

    def __init__(self, jobs: Jobs, strip: MessageStrip, *, now: datetime, zone: tzinfo, parent: QWidget) -> None:
        super().__init__(jobs, now=now, zone=zone, parent=parent)
        self._strip = strip
        self._checked: Checked | None = None
        self._finding = -1
        self._gone: Sketch | None = None
        self._part: Any = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_MS)
        self.commands = CommandTable(EDITING, self)
        self.head.take_commands(self.commands)
        self._connect()

    # What the pane calls.

    def open_new(self) -> None:
        """Begin a new script."""
        self.sheet.begin()
        self._start()

    def open_script(self, opened: Opened) -> None:
        """Begin the next draft of a script, or go on with what was written of it."""
        if opened.sketch is not None:
            self.go_on(opened.sketch)
        else:
            self.sheet.begin(opened.script, opened.base)
            self._start()

    def go_on(self, sketch: Sketch) -> None:
        """Go on with what was being written."""
        self.sheet.take(sketch)
        self._start(sketch.saved_at)

    # What the commands do.

    def has_findings(self) -> bool:
        """Whether there is something wrong to go to."""
        return bool(self.side.findings)

    def can_save(self) -> bool:
        """Whether it can become a version: it can be read, has a key and a title, and nobody is ahead of it."""
        return self._checked is not None and not self.saving.busy and can_save(self._checked, self.sheet.base)

    def can_submit(self) -> bool:
        """Whether a second person can be asked: it can be saved and has no error."""
        return self.can_save() and self._checked is not None and not errors_of(self._checked)

    def save(self) -> None:
        """Make a draft of it."""
        if self._is_whole():
            self.saving.save()

    def submit(self) -> None:
        """Make a version of it and ask for its review."""
        if self._is_whole():
            self.saving.submit()

    def go_to_next_finding(self) -> None:
        """Go to the field of the next thing that is wrong."""
        findings = self.side.findings
        if findings:
            self._finding = (self._finding + 1) % len(findings)
            self.side.turn(CHECKS)
            self.side.list.mark(self._finding)
            self.pages.go_to(findings[self._finding])

    def next_page(self) -> None:
        """Turn to the next page."""
        self.pages.turn_by(1)

    def former_page(self) -> None:
        """Turn to the page before."""
        self.pages.turn_by(-1)

    def toggle_source(self) -> None:
        """Write it as a file, or go back to the form."""
        self.pages.turn("about" if self.pages.page == "source" else "source")
        self.pages.focus_first()

    def next_side(self) -> None:
        """Show the next part beside the form."""
        self.side.next()

    def discard(self) -> None:
        """Throw away what was written here; undo brings it back for 15 s."""
        self._gone = self.sheet.sketch
        self.keeper.throw_away()
        self._strip.success(self.tr("Thrown away."), undo=self._bring_back)
        self.left.emit()

    def leave(self) -> None:
        """Go back to the library; what is written stays."""
        if self.keeper.dirty:
            self.keeper.flush()
            self._strip.info(self.tr("What you wrote is kept. “Go on writing” brings it back."))
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is written whenever another pane or page comes to the front."""
        super().hideEvent(event)
        self._timer.stop()
        self.keeper.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Check again what stands there: others may have written meanwhile."""
        super().showEvent(event)
        if self._checked is not None:
            self._check()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._check)
        self.sheet.changed.connect(self._changed)
        self.keeper.kept.connect(self._kept)
        for source in (self.keeper, self.saving, self.clash, self.documents):
            source.refused.connect(self._refuse)
        self.documents.told.connect(self._strip.success)
        self.side.reader.document_wanted.connect(self.documents.opener.open)
        self.saving.saved.connect(self._saved)
        self.saving.submitted.connect(self._submitted)
        self.pages.turned.connect(self._turned)
        self.pages.removed.connect(self._offer_undo)
        self.pages.stuck.connect(self._say_stuck)
        self.pages.wording.chosen.connect(self._preview)
        self.pages.flow.chosen.connect(self.side.map.mark)
        self.side.opened.connect(self._open_finding)
        self.side.node_opened.connect(self._open_node)
        self.side.reread.connect(self._check)
        self.clash.rebased.connect(self._rebased)
        self.clash.taken.connect(self._become)

    def _start(self, kept_at: datetime | None = None) -> None:
        self._checked, self._finding = None, -1
        self.keeper.begin()
        self.clash.clear()
        self.side.begin()
        self.pages.show_sheet()
        self.side.show_flow(self.sheet.script.flow)
        self.head.show_kept(kept_at, pending=False)
        self._name()
        self._check()

    def _name(self) -> None:
        language = "zh" if languages.current().startswith("zh") else "en"
        self.head.show_title(self.sheet.script.title_in(language), self.sheet.base)

    def _changed(self) -> None:
        self._timer.start()
        self.head.show_kept(None, pending=True)

    def _kept(self, at: datetime) -> None:
        self.head.show_kept(at, pending=self.keeper.dirty)

    def _check(self) -> None:
        self._timer.stop()
        written = Written(self.sheet.script, self.sheet.text, self.side.reading, self.sheet.base)
        self._jobs.ask(
            script_writing.look_at, key="look", written=written, done=self._take_checked, failed=self._refuse
        )

    def _take_checked(self, checked: Checked) -> None:
        self._checked = checked
        self.side.show_checked(checked)
        self.side.show_flow(self.sheet.script.flow)
        self.pages.show_checked(checked)
        self.head.show_reason(len(errors_of(checked)), unreadable=checked.script is None)
        self._name()
        if is_behind(checked, self.sheet.base) and self.conflict.isHidden():
            self.clash.show()
        self.commands.refresh()

    def _preview(self, variant: Variant) -> None:
        self.side.read_like(self.sheet.script, self.sheet.script.variants.index(variant))

    def _turned(self, page: str) -> None:
        if page == "flow":
            self.side.turn(MAP)
        elif self.side.tabs.currentIndex() == MAP:
            self.side.turn(PREVIEW)
        self._check()

    def _open_finding(self, finding: Finding) -> None:
        self.pages.go_to(finding)

    def _open_node(self, node: str) -> None:
        if self.pages.turn("flow"):
            self.pages.flow.go_to(node)

    def _offer_undo(self, part: Any) -> None:
        self._part = part
        self._strip.success(self.tr("Removed."), undo=self._put_back)

    def _put_back(self) -> None:
        self._part.put_back()

    def _say_stuck(self, parsed: Parsed) -> None:
        says = reason(parsed.findings[:1], languages.current())
        self._strip.warning(self.tr("The text stays as it is until it can be read: {says}").format(says=says))

    def _is_whole(self) -> bool:
        """Whether nothing is left in a field or a text that cannot be read; a missing key is filled in."""
        if self.sheet.text is not None and not self.pages.turn("about"):
            return False
        if self.pages.about.problems():
            self.pages.turn("about")
            return False
        if not self.sheet.script.key and self._checked is not None:
            self.sheet.change(key=key_of(self._checked))
        return True

    def _saved(self, number: int) -> None:
        self._strip.success(self.tr("Saved as draft {number}.").format(number=number))
        self.saved.emit(self.sheet.script.key, False)

    def _submitted(self, number: int) -> None:
        self._strip.success(self.tr("Version {number} waits for a second person.").format(number=number))
        self.saved.emit(self.sheet.script.key, True)

    def _refuse(self, error: AppError) -> None:
        self._strip.danger(Refusal(error))
        self.commands.refresh()

    def _rebased(self) -> None:
        self._changed()
        self.keeper.resume()
        self._name()

    def _become(self, script: Script) -> None:
        self._gone = self.sheet.sketch
        self.keeper.throw_away()
        self.sheet.begin(next_draft(script), script.version)
        self._start()
        self._strip.success(self.tr("The newer version is shown."), undo=self._bring_back)

    def _bring_back(self) -> None:
        if self._gone is not None:
            gone, self._gone = self._gone, None
            self.keeper.keep_again(gone)
            self.go_on(gone)
            self.opened.emit()
