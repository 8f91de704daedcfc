"""Where the keyboard goes: with Tab as the eye goes, and elsewhere when the widget that had it leaves the screen."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QScrollArea, QTabBar, QWidget

from app.ui.kit.bound_methods import alive


@contextmanager
def handed_on(leaving: QWidget, heir: QWidget) -> Generator[None]:
    """Give the keyboard to ``heir`` if it is in what leaves the screen meanwhile.

    Left to itself Qt gives it to some widget of another pane, and the next key does something else.
    """
    holder = QApplication.focusWidget()
    held = holder is not None and leaving.isAncestorOf(holder)
    yield
    if held:
        heir.setFocus()


def _is_stop(one: QWidget, window: QWidget) -> bool:
    taken = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.focusProxy() is None
    return taken and one.window() is window


def stops(root: QWidget) -> list[QWidget]:
    """Return what Tab stops at below a widget that is shown, as it is laid out: each column from top to bottom.

    An area that scrolls is a stop where nothing in it is one. What has the property ``by_arrows`` is none.
    """
    return [stop for one in _parts(root) if one.isVisible() for stop in _stops_at(one)]


def step(root: QWidget, *, onward: bool) -> bool:
    """Give the keyboard to the next stop, or the former one, round in a circle; False where there is none.

    From what was hidden or switched off, or is no stop itself, it goes to the first stop of what that is or stands in,
    as far out as need be.
    """
    ways = stops(root)
    if not ways:
        return False
    found = _found(root.window().focusWidget() or None, root, ways, 1 if onward else -1)
    found.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
    bring_into_view(found)
    return True


def _found(held: QWidget | None, root: QWidget, ways: list[QWidget], by: int) -> QWidget:
    lost = held is not None and not (held.isVisible() and held.isEnabled())
    while held is not None and held is not root:
        if held in ways:
            return held if lost else ways[(ways.index(held) + by) % len(ways)]
        if held.isVisible() and (inner := stops(held)):
            return inner[0] if lost or by > 0 else ways[ways.index(inner[0]) - 1]
        held = held.parentWidget()
    return ways[0]


def bring_into_view(one: QWidget) -> None:
    """Scroll whatever it stands in to a widget: Qt does so only where Tab leads."""
    holder = one.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(one)
        holder = holder.parentWidget()


def _stops_at(one: QWidget) -> list[QWidget]:
    inner = [] if isinstance(one, QTabBar) else stops(one)  # its arrows are for the mouse
    taken = _is_stop(one, one.window()) and one.isEnabled() and not one.property("by_arrows")
    return [one, *inner] if taken and not (inner and isinstance(one, QScrollArea)) else inner


def _parts(one: QWidget) -> list[QWidget]:
    layout: QLayout | None = one.layout()
    laid = list(_laid(layout)) if layout is not None else []
    rest = [child for child in one.children() if isinstance(child, QWidget) and child not in laid]
    return [*laid, *sorted((child for child in rest if not child.isWindow()), key=_place)]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=layout.getItemPosition)  # pyright: ignore[reportArgumentType, reportCallIssue]
    for place in places:
        item = layout.itemAt(place)
        inner: QLayout | None = item.layout() if item else None
        widget: QWidget | None = item.widget() if item else None
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)


def _place(one: QWidget) -> tuple[int, int]:
    return one.y(), one.x()


class KeyboardHome(QObject):
    """Calls ``home()`` when the keyboard leaves a pane because the widget that had it was disabled or hidden.

    Whoever goes elsewhere by Tab, by a key or by the mouse goes there.
    """

    def __init__(self, pane: QWidget, home: Callable[[], None]) -> None:
        super().__init__(pane)
        self._pane, self._home = pane, home
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, former: QWidget | None, now: QWidget | None) -> None:
        if former is None or not alive(self._pane) or not self._pane.isVisible() or not self._pane.isAncestorOf(former):
            return
        left_behind = former.isEnabled() and former.isVisible()
        if not left_behind and (now is None or not self._pane.isAncestorOf(now)):
            self._home()
