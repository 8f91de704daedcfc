import pytest

from app.ui.kit import theme
from app.ui.kit.columns import Column
from app.ui.kit.table_view import TableView
from app.ui.kit.tables import LazyTableModel

COLUMNS = (
    Column("id", "No.", 80, role="number"),
    Column("title", "Title", 200),
    Column("state", "State", 100, role="chip", tone=lambda row: row["tone"]),
    Column("clocks", "Clocks", 160, role="chips", tone=lambda row: row["tones"]),
)
ROWS = [
    {
        "id": 1,
        "title": "first\nsecond line 😷",
        "state": "New",
        "tone": "danger",
        "clocks": "a · b",
        "tones": "danger|accent",
    },
    {"id": 2, "title": "x" * 5000, "state": "", "tone": "", "clocks": "", "tones": ""},
    {
        "id": 3,
        "title": "שלום עולם",
        "state": "Paused",
        "tone": "warning",
        "clocks": "no room for more · b",
        "tones": "warning|danger",
    },
]


def fetch(after, limit, order, filters):
    return ROWS


def key_of(row):
    return row["id"]


@pytest.fixture
def view(qtbot):
    theme.of_app().apply(mode="light")
    view = TableView(LazyTableModel(COLUMNS, fetch, key_of), name="list")
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    view.rows.fetchMore()
    return view


def colors(view, row, column):
    image = view.viewport().grab(view.visualRect(view.rows.index(row, column))).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_chip_has_the_colors_of_its_tone(view):
    looks = theme.of_app()
    assert looks.hex("danger_soft").lower() in colors(view, 0, 2)
    assert looks.hex("warning_soft").lower() in colors(view, 2, 2)


def test_several_chips_stand_beside_each_other_while_there_is_room(view):
    looks = theme.of_app()
    assert {looks.hex("danger_soft").lower(), looks.hex("accent_soft").lower()} <= colors(view, 0, 3)
    assert looks.hex("danger_soft").lower() not in colors(view, 2, 3)


def test_an_empty_cell_is_only_surface_and_line(view):
    looks = theme.of_app()
    assert colors(view, 1, 2) == {looks.hex("surface").lower(), looks.hex("border").lower()}


def test_a_selected_row_lies_on_the_soft_accent(view):
    view.select(1)
    assert theme.of_app().hex("accent_soft").lower() in colors(view, 1, 2)


def test_texts_are_laid_out_once(view):
    view.viewport().grab()
    kept = dict(view.itemDelegate()._texts)
    view.viewport().grab()
    assert kept
    assert view.itemDelegate()._texts == kept


def test_another_theme_is_painted_in_its_colors(view):
    theme.of_app().apply(mode="dark")
    painted = colors(view, 1, 2)
    dark = theme.of_app().hex("surface").lower()
    theme.of_app().apply(mode="light")
    assert dark in painted


def test_a_cell_asks_for_the_width_of_its_text(view):
    assert view.sizeHintForColumn(1) > view.sizeHintForColumn(0)


def test_a_text_whose_end_tells_rows_apart_is_cut_in_its_middle(qtbot):
    rows = [{"id": 1, "title": "Were you content with the manner of the staff? Not content – waiting"}]
    columns = (Column("title", "Title", 200, role="ends"),)
    view = TableView(LazyTableModel(columns, lambda *_: rows, key_of), name="list")
    qtbot.addWidget(view)
    view.show()
    view.rows.fetchMore()
    view.viewport().grab()
    (shaped,) = view.itemDelegate()._texts.values()
    assert shaped.text.text().startswith("Were you")
    assert shaped.text.text().endswith("waiting")
    assert "…" in shaped.text.text()


def test_a_chip_of_the_accent_stands_out_from_a_chosen_row(view):
    soft, surface = theme.of_app().hex("accent_soft").lower(), theme.of_app().hex("surface").lower()
    assert surface not in _chosen(view, 0, 2)  # its tone is danger
    assert {soft, surface} <= _chosen(view, 0, 3)


def _chosen(view, row, column):
    view.select(row)
    return colors(view, row, column)
