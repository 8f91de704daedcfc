"""Whoever may not see whole numbers sees none: one is planted, and every widget is asked what it says."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QTabBar, QWidget

from app.models.accounts import Role
from app.models.contacts import Outcome
from app.services import access, accounts, contacts, settings
from app.ui.panes.reports.period_bar import PAGES as REPORT_PAGES
from tests.desk import NOON, PASSWORD, draft, sign_in
from tests.journeys.whole_window import Operator, Station, whole_window
from tests.services.calling import campaign, promised
from tests.services.taking import take

PLANTED = "138 0013 8642"
DIGITS = "13800138642"
#: The number of one's own conversation is shown whole: the call that is under way is known by it.
_OWN = frozenset({"intake"})
_SAYS = (
    *("text", "toPlainText", "title", "windowTitle", "toolTip", "statusTip", "whatsThis"),
    *("accessibleName", "accessibleDescription", "placeholderText"),
)
_ROLES = (
    *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole),
    *(Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole),
)


def _texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield everything that any widget says, shown or not, with where it is said."""
    for widget in [window, *window.findChildren(QWidget)]:
        where = f"{type(widget).__name__} {widget.objectName()}"
        for name in _SAYS:
            said: Any = getattr(widget, name, None)
            if callable(said):
                yield f"{where}.{name}", str(said())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((f"{where} {place}", text) for place, text in _cells(widget.model()))
        if isinstance(widget, QComboBox):
            yield from ((where, widget.itemText(at)) for at in range(widget.count()))


def _cells(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(model.rowCount(QModelIndex()), 20)):
        for column in range(columns):
            index = model.index(row, column)
            yield from ((f"{row}/{column}", str(index.data(role) or "")) for role in _ROLES)


def _whole(texts: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return where the planted number stands, however it is written."""
    return [(where, text) for where, text in texts if DIGITS[3:] in "".join(filter(str.isdigit, text))]


def _plant(office: Any) -> bytes:
    """Write the number down on a contact, two callers, an inquiry, a promise, a case and a talk that is not over."""
    take(office, Outcome.CALL_BACK, number=PLANTED, caller_name=None, promise="Tell her", due_at=NOON, summary="One")
    promised(office, NOON, f"+86{DIGITS}")
    sign_in(office, "admin")
    office.do(accounts.create, "zhou", "Zhou", PASSWORD, (Role.OPERATOR,))
    sign_in(office, "zhou")
    office.do(contacts.start, draft(number=PLANTED, summary="Unfinished"))
    sign_in(office, "wang")
    campaign(office, 1, planted=f"+86{DIGITS}")
    return take(office, Outcome.DISPATCH, number=PLANTED, caller_name="Zhao", summary="Two", unit="H01", due_at=NOON)


def _visits(operator: Operator, inquiry: bytes) -> Iterator[tuple[str, str]]:
    """Go through every pane, the inquiry, its call-backs and the palette; yield what they say."""
    desk = operator.window.desk
    yield from _walks(operator)
    if "work" not in desk.panes.ids:
        return
    work: Any = desk.show_pane("work")
    work.show_inquiry(inquiry)
    operator.rests()
    yield from _texts(operator.window)
    work.show_callbacks()
    work.callbacks.view.select(0)
    operator.rests()
    yield from _texts(work)
    work.callbacks.copy_phone()
    yield "clipboard", QGuiApplication.clipboard().text()
    yield from _found(operator)


def _walks(operator: Operator) -> Iterator[tuple[str, str]]:
    """Go to every page of every pane of this person."""
    desk = operator.window.desk
    for name in (one for one in desk.panes.ids if one not in _OWN):
        pane: Any = desk.show_pane(name)
        operator.rests()
        for page, go in _pages(name, pane):
            go()
            operator.rests()
            yield from ((f"{name}/{page} {where}", text) for where, text in _texts(pane))


def _pages(name: str, pane: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the pages of a pane, each with what goes there."""
    if name == "settings":
        yield from ((one, partial(pane.show_section, one)) for one in pane.sections())
    elif name == "reports":
        yield from ((one, partial(pane.bar.show_page, one)) for one in REPORT_PAGES)
    bars = [one for one in pane.findChildren(QTabBar) if one.isVisibleTo(pane)]
    yield from ((bar.tabText(at), partial(bar.setCurrentIndex, at)) for bar in bars for at in range(bar.count()))
    yield "", pane.setFocus


def _found(operator: Operator) -> Iterator[tuple[str, str]]:
    operator.gives("desk.palette")
    for typed in ("1380013", "Zhao"):
        operator.hands.empty("palette.line")
        operator.hands.type("palette.line", typed)
        operator.until(lambda: any(row.kind == "caller" for row in operator.hands.part("palette.list").rows))
        rows: Any = operator.hands.part("palette.list")
        yield from ((f"palette {typed}", f"{row.title} | {row.note}") for row in rows.rows)


@pytest.mark.parametrize(
    ("name", "hidden", "said"),
    [
        ("chen", False, "138 **** 8642"),
        ("admin", False, "Read log"),
        ("li", True, "138 **** 8642"),
        ("wang", True, "138 **** 8642"),
    ],
)
def test_whoever_may_not_see_whole_numbers_sees_none(
    qtbot: Any, office: Any, tmp_path: Any, name: str, hidden: bool, said: str
) -> None:
    inquiry = _plant(office)
    sign_in(office, "admin")
    office.do(settings.change, mask_numbers=hidden)
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in(name)
        seen = list(_visits(operator, inquiry))
    assert _whole(iter(seen)) == []
    assert any(said in text for _, text in seen)


def test_who_is_found_by_the_palette_is_the_one_on_the_desk_and_in_the_read_log(
    qtbot: Any, office: Any, tmp_path: Any
) -> None:
    _plant(office)
    take(office, Outcome.ANSWERED, number=PLANTED, caller_name="Qian", summary="Three")
    mother = _named(office, "Qian")
    sign_in(office, "admin")
    office.do(settings.change, mask_numbers=True)
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.gives("desk.palette")
        operator.hands.type("palette.line", "Qian")
        operator.until(lambda: any(row.kind == "caller" for row in operator.hands.part("palette.list").rows))
        operator.hands.press("palette.line", Qt.Key.Key_Return)
        operator.until(lambda: operator.window.desk.panes.current == "intake")
        operator.rests()
        assert operator.intake.front.state.draft.caller == mother
        operator.leaves()
    sign_in(office, "li")
    assert [(one.did.value, one.record) for one in office.ask(access.log)][:1] == [("opened", mother)]


def _named(office: Any, name: str) -> bytes:
    found: bytes = office.store.rows.one("SELECT id FROM caller WHERE name=?", name)[0]
    return found


@pytest.mark.parametrize("said", [PLANTED, f"+86{DIGITS}", '<a href="tel:+86-138-0013-8642">138 **** 8642</a>'])
def test_a_number_that_is_shown_would_be_found(qtbot: Any, said: str) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    QLabel("138 **** 8642", pane)
    assert _whole(_texts(pane)) == []
    QLabel("138 **** 8642", pane).setToolTip(said)
    assert len(_whole(_texts(pane))) == 1
