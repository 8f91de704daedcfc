from PySide6.QtCore import Qt

from app.ui.kit import languages, theme


def test_every_key_of_the_window_and_of_the_panes_is_on_the_sheet(desk):
    desk.show_shortcuts()
    lines = dict(desk._sheet.lines())
    assert lines["Search everything"] == "Ctrl+K"
    assert lines["Answered"] == "F8"
    assert "Show me around" not in lines


def test_the_sheet_is_made_anew_each_time_in_the_language_of_the_moment(qtbot, desk):
    desk.show_shortcuts()
    desk.close_overlays()
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: desk._sheet.accessibleName() == "键盘快捷键")
    desk.show_shortcuts()
    assert "锁定" in dict(desk._sheet.lines())


def test_escape_and_the_button_close_the_sheet(qtbot, desk):
    desk.show_shortcuts()
    qtbot.keyClick(desk._sheet, Qt.Key.Key_Escape)
    assert desk._sheet.isHidden()
    desk.show_shortcuts()
    desk._sheet._close.click()
    assert desk._sheet.isHidden()


def test_the_sheet_stays_within_a_small_window(desk):
    desk.resize(900, 500)
    desk.show_shortcuts()
    card = desk._sheet._card.geometry()
    assert desk._sheet.rect().contains(card)


def test_the_columns_grow_with_the_text_so_that_no_more_is_cut(desk):
    desk.resize(1920, 1080)
    shares = []
    for size in ("normal", "large"):
        theme.of_app().apply(text_size=size)
        desk.show_shortcuts()
        shares.append(desk._sheet._blocks[0].width() / theme.of_app().px("base"))
        desk.close_overlays()
    theme.of_app().apply(text_size="normal")
    assert shares[1] >= shares[0] * 0.95
