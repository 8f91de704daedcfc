import pytest
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.ui.kit import theme
from app.ui.kit.suggestion_delegate import HINT_ROLE, SuggestionDelegate


@pytest.fixture
def rows(qtbot):
    theme.of_app().apply(mode="light")
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.setItemDelegate(SuggestionDelegate(rows))
    for label, hint in (("Vaccination", "疫苗接种"), ("A label that is much longer than the list is wide " * 3, "")):
        QListWidgetItem(label, rows).setData(HINT_ROLE, hint)
    rows.resize(300, 120)
    rows.show()
    return rows


def colors(rows, row):
    area = rows.visualRect(rows.model().index(row, 0))
    image = rows.viewport().grab(area).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_the_marked_line_lies_on_the_soft_accent(rows):
    rows.setCurrentRow(0)
    soft = theme.of_app().hex("accent_soft").lower()
    assert soft in colors(rows, 0)
    assert soft not in colors(rows, 1)


def test_labels_and_hints_are_painted(rows):
    painted = colors(rows, 0)
    assert theme.of_app().hex("text").lower() in painted
    assert len(painted) > 10


def test_a_line_needs_no_width_and_grows_with_the_text(rows):
    normal = rows.sizeHintForRow(1)
    theme.of_app().apply(text_size="large")
    large = rows.sizeHintForRow(1)
    theme.of_app().apply(text_size="normal")
    assert rows.sizeHintForColumn(0) < 100
    assert large > normal
