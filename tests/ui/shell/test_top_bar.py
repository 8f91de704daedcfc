from PySide6.QtCore import Qt

from app.models.accounts import OperatorState
from app.ui.kit import languages


def test_a_click_on_the_line_opens_the_search_over_everything(qtbot, desk):
    qtbot.mouseClick(desk.top.find_button, Qt.MouseButton.LeftButton)
    assert desk._palette.isVisible()


def test_the_question_mark_opens_the_sheet_of_keys(qtbot, desk):
    qtbot.mouseClick(desk.top.help_button, Qt.MouseButton.LeftButton)
    assert desk._sheet.isVisible()


def test_the_line_stays_where_it_is_when_the_state_gets_another_name(desk, qtbot):
    state = desk.top.state
    places = []
    for one in (OperatorState.READY, OperatorState.WRAP_UP):
        state.take(one)
        qtbot.waitUntil(lambda: state.width() == state.sizeHint().width())
        places.append(desk.top.find_button.x())
    assert places[0] == places[1]


def test_who_takes_no_calls_has_no_call_state(desk_of):
    assert desk_of("admin").top.state is None


def test_the_words_follow_the_language(qtbot, desk):
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "搜索" in desk.top.find_button.text())
    assert "F1" in desk.top.help_button.toolTip()
