import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QWidget

from app.ui.kit import theme
from app.ui.panes.intake.result_list import _PAD, ResultList
from tests.ui.panes.intake.conftest import Found

HITS = [
    Found("a", "HPV vaccine ages", "hpv age limit"),
    Found("b", "Flu vaccine", standing="review_due"),
    Found("c", "Old answer", standing="expired"),
    Found("d", "Urgent", urgent=True),
]


@pytest.fixture
def results(shown):
    made = ResultList("results")
    made.setAccessibleName("Answers")
    made.resize(340, 300)
    return shown(made)


def test_the_first_result_is_marked_and_enter_opens_the_marked_one(results, qtbot):
    results.show_hits(HITS, "vac")
    results.step(1)
    with qtbot.waitSignal(results.opened, check_params_cb=(1).__eq__):
        qtbot.keyClick(results, Qt.Key.Key_Return)


def test_the_mark_stops_at_both_ends(results):
    results.show_hits(HITS, "")
    results.step(-5)
    assert results.currentRow() == 0
    results.step(50)
    assert results.currentRow() == 3
    results.show_hits((), "")
    results.step(1)
    assert results.currentRow() == -1


def test_what_was_typed_is_painted_in_the_accent_color(results):
    results.show_hits(HITS[:1], "")
    plain = results.grab().toImage()
    results.show_hits(HITS[:1], "hpv")
    assert results.grab().toImage() != plain


def test_what_is_drawn_ahead_is_seen_by_nobody(results):
    empty = results.grab().toImage()
    results.prepare()
    assert results.grab().toImage() == empty
    results.show_hits(HITS, "hpv")
    ahead = results.grab().toImage()
    theme.of_app().changed.emit()  # forgets what was drawn ahead
    assert results.grab().toImage() == ahead


def test_a_screen_reader_says_title_and_phrase(results):
    results.show_hits(HITS, "")
    said = results.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "HPV vaccine ages. hpv age limit"


def test_what_does_not_fit_stands_below_a_line_and_says_so(qtbot):
    made = ResultList("intake.results")
    qtbot.addWidget(made)
    made.show_hits([Found("a", "A", said=31), Found("b", "B", fits=False), Found("c", "C", fits=False)], "a")
    dividers = [made.item(row).data(Qt.ItemDataRole.UserRole).divider for row in range(3)]
    assert [bool(one) for one in dividers] == [False, True, False]
    assert made.sizeHintForRow(1) > made.sizeHintForRow(2)
    assert "said in 31 similar call" in made.item(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_rows_are_kept_from_key_to_key_and_say_the_new_results(results):
    results.show_hits(HITS, "h")
    first = results.item(0)
    results.show_hits((HITS[1], HITS[0]), "f")
    assert results.item(0) is first
    said = [results.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(results.count())]
    assert said == ["Flu vaccine. ", "HPV vaccine ages. hpv age limit"]


def test_another_text_size_changes_the_height_of_the_rows(results):
    results.show_hits(HITS, "")
    theme.of_app().apply(text_size="large")
    larger = results.sizeHintForRow(0)
    theme.of_app().apply(text_size="normal")
    assert results.sizeHintForRow(0) < larger


def test_a_key_tells_the_list_once_for_each_row_that_changes(results, qtbot):
    results.show_hits(HITS, "v")
    told = []

    class Ear(QObject):
        """Hears which rows changed."""

        def hear(self, first, _last, _roles):
            told.append(first.row())

    ear = Ear()
    results.model().dataChanged.connect(ear.hear)
    results.show_hits(HITS, "va")
    assert told == [0, 1, 2, 3]
    results.show_hits([HITS[0], HITS[2]], "va")
    assert told == [0, 1, 2, 3, 1]


def test_the_number_of_a_row_is_painted_in_the_colors_of_the_theme(results):
    results.show_hits(HITS, "")
    rows = results.viewport()
    light = rows.grab().toImage()
    theme.of_app().apply(mode="dark")
    place = results.visualItemRect(results.item(0)).topLeft() + QPoint(_PAD + 4, _PAD // 2 + 5)
    assert rows.grab().toImage().pixelColor(place) == theme.of_app().color("sunken") != light.pixelColor(place)
    theme.of_app().apply(mode="light")


def test_the_list_paints_its_whole_area_so_that_nothing_below_is_painted_for_it(results):
    results.show_hits(HITS[:1], "")
    area = results.viewport()
    image = QImage(area.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    area.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    below = image.pixelColor(image.width() - 1, image.height() - 1).name()
    assert area.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    assert below == theme.of_app().color("surface").name()
