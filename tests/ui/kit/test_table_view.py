import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication

from app.ui.kit import theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column, Order
from app.ui.kit.table_view import TableView
from app.ui.kit.tables import LazyTableModel
from tests.ui.kit.test_tables import COLUMNS, Source, key_of, now


class Notes(QObject):
    def __init__(self):
        super().__init__()
        self.got = []

    def take(self, value):
        self.got.append(value)


def view_of(qtbot, source, **more):
    view = TableView(LazyTableModel(COLUMNS, source.fetch, key_of, clock=now), name="list", **more)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    view.rows.fetchMore()
    return view


@pytest.fixture
def source(qapp):
    return Source()


@pytest.fixture
def view(qtbot, source):
    return view_of(qtbot, source)


def test_the_first_page_comes_with_the_first_paint(qtbot):
    source = Source(20)
    view = TableView(LazyTableModel(COLUMNS, source.fetch, key_of, clock=now), name="list")
    qtbot.addWidget(view)
    assert source.asked == []
    view.show()
    view.grab()
    assert view.rows.rowCount() == 20


def test_enter_opens_the_current_row(view, qtbot):
    view.select(3)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args[0]["id"] == 3


def test_moving_tells_the_current_row(view, qtbot):
    view.select(0)
    notes = Notes()
    view.picked.connect(notes.take)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert [row["id"] for row in notes.got] == [1]
    assert view.row()["id"] == 1


def test_end_goes_to_the_last_row_after_fetching_more_and_home_back(view, qtbot):
    view.select(0)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.row()["id"] >= 199
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.row()["id"] == 0


def test_one_walks_through_the_rows_while_the_first_column_has_given_way(view, qtbot):
    view.select(3)
    view.setColumnHidden(0, True)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == 2


def test_everything_loaded_can_be_selected_at_once(view, qtbot):
    notes = Notes()
    view.marked.connect(notes.take)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert notes.got[-1] == view.rows.rowCount() == len(view.selected_rows())


def test_a_row_that_is_chosen_is_the_only_one_also_while_ctrl_is_held(view, qtbot):
    view.select(1)
    qtbot.keyPress(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    for number in (1, 2):
        view.select(number)
        assert view.selected_rows() == [view.rows.row(number)]


def test_selected_rows_are_copied_with_their_headers(view, qtbot):
    view.select(1)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "No.\tTitle\tDue\tState\n1\tRow 1\tin 1 h\tnew"


def test_a_click_on_a_header_asks_the_source_for_another_order(view, qtbot, source):
    header = view.horizontalHeader()
    notes = Notes()
    view.ordered.connect(notes.take)
    for _ in range(2):
        place = header.sectionViewportPosition(1) + 5
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
    assert notes.got == [Order("title"), Order("title", descending=True)]
    assert source.asked[-1][2] == Order("title", descending=True)


def test_a_column_that_cannot_be_sorted_does_nothing(qtbot):
    view = TableView(LazyTableModel((Column("id", "No.", sortable=False),), Source(3).fetch, key_of), name="list")
    qtbot.addWidget(view)
    with qtbot.assertNotEmitted(view.ordered):
        view.horizontalHeader().sectionClicked.emit(0)
    assert view.rows.order is None


def test_an_empty_list_says_what_to_do(qtbot):
    empty = EmptyState("list.empty")
    empty.show_text("Nothing waits", "Press F5")
    source = Source(0)
    view = view_of(qtbot, source, empty=empty)
    assert empty.isVisible()
    source.total = 5
    view.rows.reload()
    assert not empty.isVisible()


def test_enter_in_an_empty_list_does_what_it_offers(qtbot):
    empty = EmptyState("list.empty")
    empty.show_text("Nothing waits", "", "Show everyone's")
    view = view_of(qtbot, Source(0), empty=empty)
    with qtbot.waitSignal(empty.acted):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_an_empty_state_gets_the_room_that_its_words_want(qtbot):
    empty = EmptyState("list.empty")
    view = view_of(qtbot, Source(0), empty=empty)
    empty.show_text("Nothing waits", "A hint of many words " * 12, "Look again")
    qtbot.waitUntil(_Fits(empty).check)
    assert view.viewport().rect().contains(empty.geometry())


class _Fits:
    def __init__(self, widget):
        self.widget = widget

    def check(self):
        return self.widget.size() == self.widget.sizeHint()


def test_times_are_said_anew_once_a_minute(view, qtbot):
    with qtbot.waitSignal(view.rows.dataChanged):
        view.refresh_times(now())
    with qtbot.assertNotEmitted(view.rows.dataChanged):
        view.refresh_times(now())


def test_rows_and_columns_follow_the_text_size(view):
    theme.of_app().apply(mode="light", text_size="large")
    large = (view.rowHeight(0), view.columnWidth(0))
    theme.of_app().apply(text_size="normal")
    assert large == (45, 100)
    assert (view.rowHeight(0), view.columnWidth(0)) == (36, 80)


def test_a_column_that_gave_way_comes_back_with_its_width_in_another_text_size(view):
    view.setColumnHidden(0, True)
    theme.of_app().apply(mode="light", text_size="large")
    view.setColumnHidden(0, False)
    large = view.columnWidth(0)
    view.setColumnHidden(0, True)
    theme.of_app().apply(text_size="normal")
    view.setColumnHidden(0, False)
    assert (large, view.columnWidth(0)) == (100, 80)


def test_tab_leaves_the_list(view):
    assert not view.tabKeyNavigation()


def test_scrolling_repaints_only_what_is_new(view):
    """A style sheet with a background for QTableView would take the opaque viewport away, see window.qss."""
    theme.of_app().apply(mode="dark")
    theme.of_app().apply(mode="light")
    assert view.viewport().autoFillBackground()


@pytest.fixture
def wide(qtbot, source):
    columns = (Column("title", "Title", 0), Column("unit", "Unit", 140, widest=260))
    view = TableView(LazyTableModel(columns, source.fetch, key_of, clock=now), name="list")
    qtbot.addWidget(view)
    view.show()
    return view


@pytest.mark.parametrize(
    ("across", "least", "most"), [(400, 140, 140), (460, 140, 140), (560, 141, 259), (1400, 260, 260)]
)
def test_a_column_grows_where_the_list_has_room_to_spare(wide, across, least, most):
    wide.resize(1400, 300)
    wide.resize(across, 300)
    assert least <= wide.horizontalHeader().sectionSize(1) <= most
    assert wide.horizontalHeader().length() == wide.viewport().width()


def test_a_column_of_which_somebody_chose_the_width_keeps_it(wide):
    wide.horizontalHeader().resizeSection(1, 90)
    wide.resize(1400, 300)
    assert wide.horizontalHeader().sectionSize(1) == 90


def test_a_column_grows_with_the_text(wide):
    wide.resize(1400, 300)
    theme.of_app().apply(text_size="large")
    try:
        wide.resize(1401, 300)
        assert wide.horizontalHeader().sectionSize(1) == round(260 * theme.of_app().scale)
    finally:
        theme.of_app().apply(text_size="normal")
