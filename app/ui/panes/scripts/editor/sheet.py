"""What is being written: one script, or its file's text while that cannot be read."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.scripts_library.script import Script, Variant
from app.services.script_sketches import Sketch

_NEW = Script("", {}, variants=(Variant("zh"), Variant("en")))


class Sheet(QObject):
    """`changed()` after a person's change. ``base`` is the version it began from, None for a new script."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.id = b""
        self.script = _NEW
        self.base: int | None = None
        self.text: str | None = None

    @property
    def sketch(self) -> Sketch:
        """What is kept on this station."""
        return Sketch(self.id, self.script, self.base, self.text)

    def begin(self, script: Script | None = None, base: int | None = None) -> None:
        """Begin with a version of a script, or with an empty one."""
        self.take(Sketch(uuid.uuid4().bytes, script or _NEW, base))

    def take(self, sketch: Sketch) -> None:
        """Go on with a sketch, without a signal."""
        self.id, self.script, self.base, self.text = sketch.id, sketch.script, sketch.base, sketch.text

    def change(self, **fields: Any) -> None:
        """Change fields of the script."""
        self.become(replace(self.script, **fields))

    def become(self, script: Script) -> None:
        """Be another script."""
        if script != self.script:
            self.script = script
            self.changed.emit()

    def write(self, text: str | None) -> None:
        """Be a text, or no text any more."""
        if text != self.text:
            self.text = text
            self.changed.emit()


#: Reads a part of a script and puts a changed one in its place.
Change = Callable[[Script], Script]
