"""The questions that lead to an answer: nodes as an outline, the form of one node, and the answers it waits for."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.scripts_library.script import Flow, FlowNode, Script
from app.ui.kit import theme
from app.ui.kit.line_editors import Clock, LineEditor
from app.ui.panes.scripts.editor.flow_layout import wrong_nodes
from app.ui.panes.scripts.editor.flow_rows import NODES, OPTIONS
from app.ui.panes.scripts.editor.rows_editor import RowsEditor
from app.ui.panes.scripts.editor.sheet import Sheet


class FlowPage(QWidget):
    """``removed(RowsEditor)`` after a row went, ``chosen(node)`` when another node is the current one."""

    removed = Signal(object)
    chosen = Signal(str)

    def __init__(self, sheet: Sheet, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.nodes, self.options = RowsEditor(NODES, clock, self), RowsEditor(OPTIONS, clock, self)
        self._start, self._start_label = LineEditor(self), QLabel(self)
        self._start.setObjectName("scripts.editor.flow.start")
        self._start_label.setProperty("type", "label")
        self._start_label.setBuddy(self._start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("gap"))
        column.addWidget(self.nodes)
        column.addWidget(self.options)
        line = QHBoxLayout()
        column.addLayout(line)
        line.addWidget(self._start_label)
        line.addWidget(self._start)
        line.addStretch(1)
        column.addStretch(1)
        self._connect()
        self.retranslate()

    def show_script(self, script: Script) -> None:
        """Show the flow of a script."""
        flow = script.flow
        self.nodes.show_rows(flow.nodes if flow else ())
        self._start.set_value(flow.start if flow else "")
        self._show_options()
        self._show_wrong()

    def go_to(self, node: str, field: str = "") -> None:
        """Put the cursor into a node."""
        if node == "start":
            self._start.setFocus()
            return
        places = [place for place, one in enumerate(self.nodes.rows) if one.id == node]
        self.nodes.go_to(places[0] if places else -1, field)

    def focus_first(self) -> None:
        """Put the cursor where the page begins."""
        (self.nodes.list if self.nodes.rows else self.nodes.buttons["add"]).setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._start_label.setText(self.tr("First node"))
        self._start.setAccessibleName(self.tr("First node"))
        self._show_wrong()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.nodes.edited.connect(self._edit_nodes)
        self.nodes.chosen.connect(self._choose)
        self.options.edited.connect(self._edit_options)
        self._start.edited.connect(self._edit_start)
        for editor in (self.nodes, self.options):
            editor.removed.connect(self._say_removed)

    def _choose(self, place: int) -> None:
        self._show_options()
        if place >= 0:
            self.chosen.emit(self.nodes.rows[place].id)

    def _node(self) -> FlowNode | None:
        place = self.nodes.place
        return self.nodes.rows[place] if 0 <= place < len(self.nodes.rows) else None

    def _show_options(self) -> None:
        node = self._node()
        self.options.setVisible(node is not None)
        self.options.show_rows(node.options if node else ())

    def _edit_options(self, options: tuple[Any, ...]) -> None:
        node = self._node()
        if node is not None:
            rows = list(self.nodes.rows)
            rows[self.nodes.place] = replace(node, options=options)
            self.nodes.show_rows(rows)
            self._edit_nodes(tuple(rows))

    def _edit_nodes(self, nodes: tuple[Any, ...]) -> None:
        flow = self._sheet.script.flow or Flow("")
        # The first node begins, and its new name goes with it.
        former = flow.nodes[0].id if flow.nodes else ""
        start = nodes[0].id if nodes and flow.start in ("", former) else flow.start
        self._sheet.change(flow=Flow(start, nodes) if nodes else None)
        self._start.set_value(start if nodes else "")
        self._show_wrong()

    def _edit_start(self, start: str) -> None:
        flow = self._sheet.script.flow
        if flow is not None:
            self._sheet.change(flow=replace(flow, start=start.strip()))
            self._show_wrong()

    def _show_wrong(self) -> None:
        flow = self._sheet.script.flow
        words = {
            "loop": self.tr("loop"),
            "alone": self.tr("not reached"),
            "open": self.tr("no way on"),
            "unknown": self.tr("unknown way"),
        }
        wrong: Mapping[str, str] = wrong_nodes(flow) if flow else {}
        rows = enumerate(self.nodes.rows)
        self.nodes.show_wrong({place: words[wrong[node.id]] for place, node in rows if node.id in wrong})

    def _say_removed(self) -> None:
        self.removed.emit(self.sender())
