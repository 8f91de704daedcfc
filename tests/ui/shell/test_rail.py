from PySide6.QtCore import Qt

from app.ui.kit import languages
from app.ui.shell.rail import Rail
from tests.ui.shell.standins import SPECS


def rail_of(qtbot, specs=SPECS):
    rail = Rail(specs)
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 700)
    rail.show()
    return rail


def test_a_press_says_which_pane_is_wanted(qtbot):
    rail = rail_of(qtbot)
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.mouseClick(rail.button("work"), Qt.MouseButton.LeftButton)
    assert told.args == ["work"]


def test_only_the_pane_that_is_shown_is_marked(qtbot):
    rail = rail_of(qtbot)
    rail.mark("intake")
    rail.mark("scripts")
    assert [spec.id for spec in SPECS if rail.button(spec.id).isChecked()] == ["scripts"]


def test_settings_stand_at_the_end(qtbot):
    rail = rail_of(qtbot)
    tops = [rail.button(spec.id).y() for spec in SPECS]
    assert tops == sorted(tops)
    assert tops[-1] - tops[-2] > rail.button("scripts").height() * 3 // 2


def test_what_waits_is_counted_on_the_button(qtbot):
    rail = rail_of(qtbot)
    rail.set_badge("work", "19")
    rail.set_badge("nothing", "3")
    assert rail.button("work").accessibleDescription() == "19"


def test_the_words_follow_the_language(qtbot, monkeypatch):
    rail = rail_of(qtbot)
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: rail.button("intake").text() == "受理")


def test_a_button_tells_its_key_in_the_tip(qtbot):
    assert "Ctrl+2" in rail_of(qtbot).button("work").toolTip()
