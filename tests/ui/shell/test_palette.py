from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.models.contacts import Outcome
from app.services import contacts
from app.services.everything import Everything
from app.ui.kit import languages
from app.ui.shell.palette import _script_row, find
from tests.desk import draft


@pytest.fixture
def palette(desk):
    desk.open_palette()
    return desk._palette


def type_in(palette, text):
    palette._line.setText(text)


def titles(palette, kind=""):
    return [row.title for row in palette.rows() if kind in ("", row.kind)]


def test_the_empty_line_offers_the_ways_to_the_panes(palette):
    assert titles(palette) == [
        *("Go to", "Intake", "My work", "Call-backs", "Scripts", "Training", "Findings", "Reports", "Settings"),
    ]


def test_a_command_is_found_and_given(qtbot, palette, desk):
    type_in(palette, "my w")
    qtbot.keyClick(palette._line, Qt.Key.Key_Return)
    assert desk.panes.current == "work"
    assert palette.isHidden()


def test_a_command_of_a_pane_is_given_in_its_pane(qtbot, palette, desk):
    desk.show_work()
    desk.open_palette()
    type_in(palette, "answered")
    qtbot.keyClick(palette._line, Qt.Key.Key_Return)
    assert desk.panes.current == "intake"
    assert "answered" in desk.panes.pane("intake").asked


def test_callers_and_inquiries_are_found_and_opened(qtbot, desk, jobs):
    started = jobs.office.do(contacts.start, draft()).value
    jobs.office.do(contacts.finalize, started, Outcome.ANSWERED)
    desk.open_palette()
    type_in(desk._palette, "13812345678")
    assert titles(desk._palette, "caller") == ["张三"]
    qtbot.keyClick(desk._palette._line, Qt.Key.Key_Return)
    (found,) = [asked for asked in desk.panes.pane("intake").asked if asked[0] == "caller"]
    assert found[2] == "+8613812345678"
    assert len(found[1]) == 16  # whose card it is


def test_an_inquiry_opens_in_my_work_and_is_offered_again(qtbot, desk, jobs):
    started = jobs.office.do(contacts.start, draft()).value
    done = jobs.office.do(contacts.finalize, started, Outcome.ANSWERED).value
    desk.open_palette()
    type_in(desk._palette, done.number)
    desk._palette._line.picked.emit(0)
    assert desk.panes.pane("work").asked[-1][0] == "inquiry"
    desk.open_palette()
    assert titles(desk._palette)[:2] == ["Opened last", "Asks about the HPV vaccine"]


def test_nothing_found_is_said(palette):
    type_in(palette, "zzzz qqqq")
    assert titles(palette) == ["Nothing found for “zzzz qqqq”"]


def test_escape_empties_the_line_and_then_closes_as_the_foot_says(qtbot, palette):
    assert palette._hints[-1].text() == "close"
    type_in(palette, "lock")
    assert palette._hints[-1].text() == "empty the line"
    qtbot.keyClick(palette._line, Qt.Key.Key_Escape)
    assert palette.isVisible()
    assert palette._hints[-1].text() == "close"
    qtbot.keyClick(palette._line, Qt.Key.Key_Escape)
    assert palette.isHidden()


def test_scripts_come_from_the_library_that_the_world_holds(house, office):
    class Library:
        def query(self, view, *, text, language, limit):
            return [Found()][:limit]

    class Found:
        key, title, why = "imm-hpv-ages", "HPV", "九价"

    from tests.desk import sign_in

    sign_in(office, "wang")
    house.office.outside["script_search"] = Library()
    found = house.office.ask(find, "九价", 5, "zh_CN")
    assert [script.key for script in found.scripts] == ["imm-hpv-ages"]


@pytest.mark.parametrize(("why", "note"), [("九价", "九价"), ("HPV", "")])
def test_a_script_that_its_own_title_found_does_not_say_it_twice(why, note):
    row = _script_row(SimpleNamespace(key="imm-hpv-ages", title="HPV", why=why))
    assert (row.title, row.note) == ("HPV", note)


def test_scripts_that_do_not_fit_stand_apart_from_those_that_do(palette):
    fitting, near = (SimpleNamespace(key=key, title=key, why="", fits=key == "hpv") for key in ("hpv", "bill"))
    type_in(palette, "nine")
    palette._show(Everything("nine", scripts=(fitting, near)))
    assert titles(palette)[-4:] == ["Scripts", "hpv", "Scripts: nearest, not approved for this", "bill"]
    palette._show(Everything("nine", scripts=(near,)))
    assert titles(palette)[-2:] == ["Scripts: none fits, these are nearest", "bill"]


def test_the_palette_speaks_the_language_of_the_window(qtbot, palette):
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: palette._list.accessibleName() == "结果")


def test_where_the_first_script_does_not_fit_none_is_surer_than_it(palette):
    near, fitting = (SimpleNamespace(key=key, title=key, why="", fits=key == "hpv") for key in ("bill", "hpv"))
    type_in(palette, "nine")
    palette._show(Everything("nine", scripts=(near, fitting)))
    assert titles(palette)[-3:] == ["Scripts: none fits, these are nearest", "bill", "hpv"]


def test_the_search_that_found_a_script_keeps_the_place_at_which_it_stood(palette, monkeypatch):
    marks = (("hpv", True), ("bill", False), ("ended", True))
    palette._line.setText("nine")
    palette._show(Everything("nine", scripts=tuple(SimpleNamespace(key=k, title=k, why="", fits=f) for k, f in marks)))
    kept = []
    monkeypatch.setattr(palette, "_jobs", SimpleNamespace(do=lambda _do, search: kept.append(search)))
    palette._note("ended")
    assert titles(palette, "script") == ["hpv", "ended", "bill"]
    assert [(one.rank, one.first, one.fits) for one in kept] == [(2, "hpv", True)]


def test_the_foot_keeps_its_arrows_in_another_language(qtbot, palette):
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "回车" in [label.text() for label in palette._foot.findChildren(QLabel)])
    assert "↑ ↓" in [label.text() for label in palette._foot.findChildren(QLabel)]
