"""Look at a pane as a person without a mouse or without eyes meets it: names for a screen reader, a place for Tab.

``tests/conftest.py`` does this at the end of every test that shows a widget of app/ui/panes or app/ui/shell with
``qtbot.addWidget``; nothing has to be registered.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

INTERACTIVE = (
    *(QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit, QPlainTextEdit),
    *(QAbstractItemView, QTabBar),
)
#: Widgets that Qt puts inside these are part of them and need no name of their own.
WHOLE = (QComboBox, QAbstractSpinBox, QLineEdit, QTabBar, QAbstractItemView)
ROOMS = ("app.ui.panes.", "app.ui.parts.", "app.ui.shell.")


def is_ours(widget: QWidget) -> bool:
    """Say whether a widget is a pane, a part of several panes or a part of the shell."""
    return type(widget).__module__.startswith(ROOMS)


def interactive(window: QWidget) -> Iterator[QWidget]:
    """Yield the widgets in a window that a person operates."""
    for widget in [window, *window.findChildren(QWidget)]:
        if isinstance(widget, INTERACTIVE) and not isinstance(widget, QHeaderView) and not _is_inner(widget, window):
            yield widget


def _is_inner(widget: QWidget, window: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and widget is not window:
        if isinstance(parent, WHOLE):
            return True
        if parent is window:
            return False
        parent = parent.parentWidget()
    return False


def complaints(window: QWidget) -> list[str]:
    """Return one sentence for every widget without a name, and for every one that Tab never reaches."""
    place = type(window).__module__.replace(".", "/") + ".py:1"
    found: list[str] = []
    for widget in interactive(window):
        what = f"{place}: {type(widget).__name__} {widget.objectName() or _said(widget) or 'without any name'}"
        if not widget.objectName() or widget.objectName().startswith("qt_"):
            found.append(f"{what}: has no objectName; give it <room>.<what>")
        if widget.isVisibleTo(window) and not _said(widget):
            found.append(f"{what}: says nothing to a screen reader; set its accessibleName, translated")
        if _can_be_used(widget, window) and not _takes_tab(widget):
            found.append(f"{what}: is never reached by Tab; set Qt.FocusPolicy.StrongFocus")
    return found


def _said(widget: QWidget) -> str:
    """Return what a screen reader says for this widget: its accessible name, label or text."""
    if widget.accessibleName():
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def _can_be_used(widget: QWidget, window: QWidget) -> bool:
    if not widget.isEnabled() or not widget.isVisibleTo(window) or isinstance(widget.window(), QDialog):
        return False
    readable = isinstance(widget, QTextEdit | QPlainTextEdit) and widget.isReadOnly()
    return not (readable and isinstance(widget, QAbstractScrollArea) and not widget.verticalScrollBar().maximum())


def _takes_tab(widget: QWidget) -> bool:
    proxy = widget.focusProxy() or widget
    return bool(proxy.focusPolicy() & Qt.FocusPolicy.TabFocus)
