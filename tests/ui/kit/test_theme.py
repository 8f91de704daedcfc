import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStyle,
    QStyleOptionButton,
    QStyleOptionFocusRect,
    QToolButton,
)

from app.ui.kit import languages, theme
from tests.windows import put_up


@pytest.fixture
def looks(qapp):
    looks = theme.of_app()
    yield looks
    looks.apply(mode="light", text_size="normal", density="comfortable")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("pair", theme.tokens()["contrast"], ids=" on ".join)
def test_text_has_enough_contrast(mode, pair):
    colors = theme.tokens()["colors"][mode]
    assert theme.contrast(colors[pair[0]], colors[pair[1]]) >= 4.5


def test_contrast_is_that_of_wcag():
    assert theme.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


def test_both_modes_name_the_same_colors():
    colors = theme.tokens()["colors"]
    assert set(colors["light"]) == set(colors["dark"])


def test_a_mode_is_switched_while_the_window_runs(looks, qapp, qtbot):
    looks.apply(mode="light")
    with qtbot.waitSignal(looks.changed):
        looks.apply(mode="dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == looks.color("window")
    assert looks.hex("surface") == theme.tokens()["colors"]["dark"]["surface"]
    assert looks.hex("surface") in qapp.styleSheet()


def test_applying_what_is_shown_costs_nothing(looks, qtbot):
    looks.apply(mode="light")
    with qtbot.assertNotEmitted(looks.changed):
        looks.apply(mode="light")


def test_text_sizes_scale_the_font(looks, qapp):
    sizes = []
    for size in theme.TEXT_SIZES:
        looks.apply(mode="light", text_size=size)
        sizes.append((qapp.font().pixelSize(), looks.px("script"), looks.px("row")))
    assert sizes == [(12, 16, 36), (14, 18, 36), (18, 22, 45)]


def test_dense_rows_are_lower(looks):
    looks.apply(mode="light", density="dense")
    assert looks.px("row") == 28


def test_an_unknown_word_is_refused(looks):
    with pytest.raises(ValueError, match="pink"):
        looks.apply(mode="pink")


def test_sizes_lie_on_the_grid():
    grid = theme.tokens()["grid_px"]
    sizes = [size for density in theme.tokens()["density_px"].values() for size in density.values()]
    assert [size for size in sizes if size % grid] == []


def test_the_sheet_has_no_color_of_its_own():
    sheet = (theme._FOLDER / "window.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", sheet)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_outline_of_a_check_box_can_be_seen(looks, qtbot, mode):
    looks.apply(mode=mode)
    box = QCheckBox("A")
    qtbot.addWidget(box)
    picture = box.grab().toImage()
    option = QStyleOptionButton()
    box.initStyleOption(option)
    place = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
    edge = {picture.pixelColor(x, place.center().y()).name() for x in range(place.left(), place.left() + 2)}
    assert max(theme.contrast(color, looks.hex("window")) for color in edge) >= 3


@pytest.mark.parametrize("tone", ["", "primary", "danger", "quiet", "link", "tag", "fold"])
def test_a_button_with_the_keyboard_has_its_ring_and_no_second_box_over_its_text(looks, qtbot, tone):
    button = QPushButton("Somebody else")
    qtbot.addWidget(button)
    button.setProperty("tone", tone)
    button.ensurePolished()
    picture = QImage(120, 30, QImage.Format.Format_ARGB32)
    picture.fill(0)
    blank = picture.copy()
    option = QStyleOptionFocusRect()
    option.initFrom(button)
    option.rect = picture.rect().adjusted(6, 6, -6, -6)
    option.state |= QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    painter = QPainter(picture)
    button.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, button)
    painter.end()
    assert picture == blank


def test_the_buttons_of_a_file_dialog_show_their_icons_whole(looks, qtbot):
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    button = dialog.findChild(QToolButton, "toParentButton")
    button.ensurePolished()
    button.resize(button.sizeHint())
    picture = button.grab().toImage()
    middle = picture.height() // 2
    ground = picture.pixel(3, middle)
    inked = [
        x
        for x in range(3, picture.width() - 3)
        for y in range(4, picture.height() - 4)
        if picture.pixel(x, y) != ground
    ]
    assert max(inked) - min(inked) >= 10


def test_numbers_can_be_tabular(looks):
    assert looks.font(tabular=True).featureTags()


def test_a_missing_chinese_font_is_told_in_words(monkeypatch, qapp):
    monkeypatch.setattr(QFontDatabase, "families", _no_families)
    assert "fonts-noto-cjk" in theme.missing_cjk_font()


def _no_families(_system):
    return []


def test_a_field_that_has_the_keyboard_asks_for_no_more_room_than_without(looks, qtbot):
    looks.apply(mode="dark")
    line = QLineEdit()
    qtbot.addWidget(line)
    line.setObjectName("line")
    line.setAccessibleName("Line")
    put_up(qtbot, line)
    qtbot.waitUntil(line.hasFocus)
    held = line.sizeHint().height()
    line.clearFocus()
    assert held == line.sizeHint().height()


def test_an_installed_chinese_font_needs_no_word(monkeypatch, qapp):
    monkeypatch.setattr(QFontDatabase, "families", _one_family)
    assert theme.missing_cjk_font() == ""


def _one_family(_system):
    return ["Noto Sans CJK SC"]


@pytest.fixture
def spoken(looks):
    looks.apply(mode="light")
    yield languages.of_app()
    languages.of_app().use("en")


def _installed(monkeypatch, *names):
    monkeypatch.setattr(QFontDatabase, "hasFamily", names.__contains__)


def test_chinese_marks_are_as_wide_as_a_character_in_both_languages(spoken, looks, qtbot):
    """What callers said stands in Chinese in an English window, too."""
    if not theme.tokens()["families"]["chinese"] or theme.missing_cjk_font():
        pytest.skip("no Chinese font is installed")
    label = QLabel("，")
    qtbot.addWidget(label)
    label.show()
    for language in ("en", "zh_CN"):
        spoken.use(language)
        assert label.fontMetrics().horizontalAdvance("，" * 10) / looks.px("base") / 10 > 0.9


def test_the_font_of_the_script_that_is_read_comes_first(spoken, looks, qapp, monkeypatch):
    _installed(monkeypatch, "Microsoft YaHei UI", "Segoe UI", "DejaVu Sans")
    spoken.use("zh_CN")
    assert qapp.font().families() == ["Microsoft YaHei UI", "Segoe UI", "DejaVu Sans"]
    assert looks.font().families() == qapp.font().families()
    spoken.use("en")
    assert qapp.font().families() == ["Segoe UI", "Microsoft YaHei UI", "DejaVu Sans"]
    assert looks.font().families() == qapp.font().families()


def test_a_language_of_the_same_font_changes_nothing(spoken, looks, qtbot):
    spoken.use("en")
    with qtbot.assertNotEmitted(looks.changed):
        spoken.use("en")


@pytest.mark.parametrize("way", [Qt.Orientation.Horizontal, Qt.Orientation.Vertical])
@pytest.mark.parametrize("width", [1, 4])
def test_a_line_parts_two_areas_and_no_bar(qtbot, way, width):
    split = QSplitter(way)
    qtbot.addWidget(split)
    for _ in range(2):
        split.addWidget(QLabel())
    split.setHandleWidth(width)
    split.resize(200, 200)
    split.show()
    handle = split.handle(1)
    image, across = handle.grab().toImage(), way is Qt.Orientation.Horizontal
    thick = handle.width() if across else handle.height()
    colors = [image.pixelColor(*((at, 20) if across else (20, at))).name() for at in range(thick)]
    assert colors.count(theme.of_app().hex("border").lower()) == 1
    assert thick > 1  # to be taken by the pointer


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_how_far_there_is_to_go_is_seen_before_anything_is_done(qtbot, looks, mode):
    looks.apply(mode=mode)
    bar = QProgressBar()
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    bar.setValue(0)
    track = bar.grab().toImage().pixelColor(100, 4).name()
    assert theme.contrast(track, looks.hex("window")) > 1.15
