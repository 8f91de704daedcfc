"""The tree of topics and scripts on the screen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from app.services import wording
from app.ui.kit import languages, theme
from app.ui.panes.scripts.outline import (
    ASKED,
    ENDED,
    FRONT,
    PINNED,
    SCRIPT,
    STARRED,
    TOPIC,
    UNSORTED,
    URGENT,
    Node,
    Outline,
)
from app.ui.panes.scripts.presenting import tone

Index = QModelIndex | QPersistentModelIndex
_NODE = Qt.ItemDataRole.UserRole
_PAD, _CHIP = 8, 7
#: A library up to this size is shown open.
_OPEN_UP_TO = 80
_EMPTY = Outline(Node(TOPIC), (Node(TOPIC),))


class OutlineModel(QAbstractItemModel):
    """The nodes of an outline. ``names`` are what the window calls the groups that have no label."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.outline = _EMPTY
        self.names: dict[str, str] = {}

    def show_outline(self, outline: Outline) -> None:
        """Show another library."""
        self.beginResetModel()
        self.outline = outline
        self.endResetModel()

    def node(self, index: Index) -> Node:
        """Return the node of a line, the root for none."""
        return self.outline.nodes[index.internalId()] if index.isValid() else self.outline.root

    def index_of(self, node: Node) -> QModelIndex:
        """Return where a node stands."""
        return self.createIndex(node.row, 0, node.number) if node.number else QModelIndex()

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return a child of a line."""
        children = self.node(parent or QModelIndex()).children
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].number)

    def parent(self, child: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the line that a line stands under."""
        if child is None or not child.isValid():
            return QModelIndex()
        return self.index_of(self.outline.nodes[self.node(child).above])

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines under a line."""
        return len(self.node(parent or QModelIndex()).children)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a node for its painter, for ears and for the pointer."""
        if not index.isValid():
            return None
        node = self.node(index)
        if role == _NODE:
            return node
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.label(node)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((self.label(node), *(text for text, _ in chips_of(node)))) or None
        return None

    def label(self, node: Node) -> str:
        """Return what a line is called."""
        return node.label or self.names.get(node.kind, "")


class OutlinePainter(QStyledItemDelegate):
    """Paints a line of the tree: a group with its count, a script with what is unusual about it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        node: Node = index.data(_NODE)
        looks = theme.of_app()
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            # The tree fills what stands left of the line in the same color.
            painter.fillRect(area, looks.color("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, looks.color("hover"))
        rest = self._right(painter, area.adjusted(_PAD - 2, 0, -_PAD - 4, 0), node)
        is_group = node.kind != SCRIPT
        painter.setFont(looks.font(bold=is_group))
        urgent = node.kind == URGENT
        painter.setPen(
            looks.color("danger" if urgent else "faint" if node.grey else "muted" if node.kind == ENDED else "text")
        )
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row a little lower than a table's."""
        return QSize(0, max(theme.of_app().px("row") - 6, QFontMetrics(theme.of_app().font()).height() + 4))

    def _right(self, painter: QPainter, area: QRect, node: Node) -> QRect:
        looks = theme.of_app()
        painter.setFont(looks.font("small", tabular=True))
        metrics = painter.fontMetrics()
        rest = QRect(area)
        if node.kind != SCRIPT:
            painter.setPen(looks.color("muted"))
            painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(node.count))
            return rest.adjusted(0, 0, -metrics.horizontalAdvance(str(node.count)) - _PAD, 0)
        for text, shade in reversed(chips_of(node)):
            width = metrics.horizontalAdvance(text) + 2 * _CHIP
            field = QRectF(rest.right() + 1 - width, rest.center().y() - 8.5, width, 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(looks.color(f"{shade}_soft" if shade else "sunken"))
            painter.drawRoundedRect(field, 9, 9)
            painter.setPen(looks.color(shade or "muted"))
            painter.drawText(field, int(Qt.AlignmentFlag.AlignCenter), text)
            rest.adjust(0, 0, -width - 4, 0)
        return rest


class OutlineView(QTreeView):
    """Shows the library. ``opened(key)`` Enter or click, ``picked(key)`` while moving over scripts."""

    opened = Signal(str)
    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._is_quiet = False
        self.rows = OutlineModel(self)
        self.setModel(self.rows)
        self._build()
        self.retranslate()
        self.selectionModel().currentRowChanged.connect(self._pick)
        self.clicked.connect(self._open)
        theme.of_app().changed.connect(self.doItemsLayout)

    def show_outline(self, outline: Outline) -> None:
        """Show the library; what was open and what was chosen stays so."""
        former, chosen = self._open_groups(), self.key()
        self.rows.show_outline(outline)
        if former is None:
            former = {_name(node) for node in outline.nodes if outline.scripts <= _OPEN_UP_TO and node.kind != ENDED}
            former.update((kind, "") for kind in FRONT)
        for node in outline.nodes[1:]:
            if node.children and _name(node) in former:
                self.expand(self.rows.index_of(node))
        if chosen:
            self.choose(chosen)

    def choose(self, key: str) -> None:
        """Mark a script and open the topics above it, without a signal; nothing where it is not there."""
        if key and self.key() == key:
            return  # it may be the current line in one of the groups in front
        node = self.rows.outline.place_of(key)
        index = self.rows.index_of(node) if node else QModelIndex()
        self._is_quiet = True
        self.setCurrentIndex(index)
        self._is_quiet = False
        self.scrollTo(index)

    def key(self) -> str:
        """Return the key of the current script, "" without one."""
        return self.rows.node(self.currentIndex()).key

    def retranslate(self) -> None:
        """Set its texts in the language of the window."""
        self.setAccessibleName(self.tr("Scripts by topic"))
        self.rows.names = {
            URGENT: self.tr("Urgent"),
            PINNED: self.tr("Pinned"),
            STARRED: self.tr("My favorites"),
            ASKED: self.tr("Given most today"),
            UNSORTED: self.tr("Without a topic"),
            ENDED: self.tr("No longer valid"),
        }
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a script or a topic with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setItemDelegate(OutlinePainter(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _open_groups(self) -> set[tuple[str, str]] | None:
        """Which groups are open; None before anything was shown."""
        if self.rows.outline is _EMPTY:
            return None
        groups = [node for node in self.rows.outline.nodes[1:] if node.children]
        return {_name(node) for node in groups if self.isExpanded(self.rows.index_of(node))}

    def _pick(self, current: QModelIndex) -> None:
        node = self.rows.node(current)
        if node.key and not self._is_quiet:
            self.picked.emit(node.key)

    def _open(self, index: QModelIndex) -> None:
        node = self.rows.node(index)
        if node.key:
            self.opened.emit(node.key)
        else:
            self.setExpanded(index, not self.isExpanded(index))


def chips_of(node: Node) -> Sequence[tuple[str, str]]:
    """Return what is unusual about a script as (text, tone): not valid, a newer draft, open flags."""
    line = node.line
    if line is None:
        return ()
    found: list[tuple[str, str]] = []
    for code in (line.standing.value, line.newer):
        if code and code != "live":
            found.append((wording.label("script_standing", code, languages.current()), tone(code)))
    if line.flags:
        found.append((f"⚑ {line.flags}", "danger"))
    return found


def _name(node: Node) -> tuple[str, str]:
    return (node.kind, node.code)
