import pytest
from PySide6.QtCore import Qt

from app.ui.shell.palette_list import PaletteList, PaletteModel
from app.ui.shell.presenting import Row

ROWS = (
    Row("heading", title="Callers"),
    Row("caller", 1, "张三", "138 0013 8000", "Patient"),
    Row("caller", 2, "Ann", enabled=False),
    Row("heading", title="Units"),
    Row("unit", "cdc", "疾控中心"),
)


@pytest.fixture
def lines(qtbot):
    lines = PaletteList(None)
    qtbot.addWidget(lines)
    lines.setAccessibleName("Results")
    lines.resize(500, 300)
    lines.show()
    lines.show_rows(ROWS)
    return lines


def test_the_model_keeps_the_rules_of_models(qtmodeltester, qtbot, lines):
    model = PaletteModel(lines)
    model.show_rows(ROWS)
    qtmodeltester.check(model)
    assert model.rowCount() == 5


def test_the_first_row_that_can_be_chosen_is_marked(lines):
    assert lines.marked() == ROWS[1]


def test_steps_pass_headings_and_what_cannot_be_chosen(lines):
    lines.step(1)
    assert lines.marked() == ROWS[4]
    lines.step(-1)
    assert lines.marked() == ROWS[1]


def test_a_click_picks_a_row_but_no_heading(qtbot, lines):
    with qtbot.assertNotEmitted(lines.picked):
        press(qtbot, lines, 0)
    with qtbot.waitSignal(lines.picked) as told:
        press(qtbot, lines, 4)
    assert told.args == [ROWS[4]]


def press(qtbot, lines, place):
    area = lines.visualRect(lines.model().index(place, 0))
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=area.center())


def test_an_empty_list_marks_nothing(lines):
    lines.show_rows(())
    assert (lines.marked(), lines.height_of_rows()) == (None, 0)


def test_a_screen_reader_hears_the_whole_row(lines):
    index = lines.model().index(1, 0)
    assert lines.model().data(index, Qt.ItemDataRole.AccessibleTextRole) == "张三, Patient, 138 0013 8000"


def test_every_row_is_painted_over_its_whole_width(lines):
    image = lines.viewport().grab().toImage()
    marked = lines.visualRect(lines.model().index(1, 0))
    assert image.pixelColor(marked.left() + 20, marked.top() + 3) != image.pixelColor(2, image.height() - 2)


def test_a_short_note_stands_whole_beside_a_long_title(lines):
    title = "Mother asks from which age her daughter can have the HPV vaccine"
    lines.show_rows([Row("inquiry", name, title, "261201-01", f"Closed · {name}") for name in ("Ann", "Eve")])
    first, second = (lines.visualRect(lines.model().index(place, 0)) for place in (0, 1))
    lines.setCurrentIndex(lines.model().index(-1, 0))
    image = lines.viewport().grab().toImage()
    assert image.copy(first) != image.copy(second)
