"""The first page: what the script is called, where it belongs, who looks after it, from when to when it is valid."""

from datetime import tzinfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.scripts_library.script import Script
from app.ui.kit.forms import Form
from app.ui.kit.line_editors import Clock
from app.ui.panes.scripts.editor.about_fields import FIELDS, answered, values_of
from app.ui.panes.scripts.editor.sheet import Sheet

_TIMED = ("effective_from", "effective_to", "review_on", "last_reviewed_on", "review_in_days")


class AboutPage(QWidget):
    """The identity of a script. The key of one that exists already stands fast."""

    def __init__(self, sheet: Sheet, clock: Clock, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._proposed = ""
        self.form = Form(FIELDS, name="scripts.editor.about", clock=clock, zone=zone, columns=4, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self.form.changed.connect(self._edit)

    def show_script(self, script: Script) -> None:
        """Show a script from the beginning."""
        self._proposed = ""
        self.form.set_values(values_of(script))
        self.form.editor("key").setReadOnly(self._sheet.base is not None)

    def propose_key(self, key: str) -> None:
        """Say which key the script gets if nobody writes another one."""
        self._proposed = key
        self.form.editor("key").setPlaceholderText(key)

    @property
    def proposed(self) -> str:
        """The key that stands in the empty field."""
        return self._proposed

    def problems(self) -> dict[str, str]:
        """Return what cannot be read: field and sentence."""
        return self.form.problems()

    def go_to(self, field: str) -> None:
        """Put the cursor into a field."""
        self.form.focus(field if field in self.form.names() else "title_zh")

    def focus_first(self) -> None:
        """Put the cursor where the page begins."""
        self.form.focus("title_zh")

    def _edit(self, name: str, value: object) -> None:
        # Half a date is no date yet: what it was stays until the line can be read or is empty.
        if name in _TIMED and self.form.editor(name).unreadable():
            return
        self._sheet.become(answered(self._sheet.script, name, value))
