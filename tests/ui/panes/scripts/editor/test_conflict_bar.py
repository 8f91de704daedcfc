"""The choice between two people's versions."""

from app.scripts_library.comparer import Difference
from app.ui.panes.scripts.editor.conflict_bar import ConflictBar


def test_the_differences_and_both_choices_are_shown(bare_jobs, qtbot) -> None:
    bar = ConflictBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_conflict(4, [Difference(("body", "en", "say"), "at 8", "x" * 500), Difference(("owner",), "", "chen")])
    assert bar._text.text().startswith("Version 4 was saved meanwhile.")
    assert [line.title for line in bar.list.lines] == ["body · en · say", "owner"]
    assert bar.list.lines[1].detail == "– → chen"
    assert len(bar.list.lines[0].detail) < 200
    for button, signal in ((bar.mine, bar.kept_mine), (bar.theirs, bar.taken_theirs)):
        with qtbot.waitSignal(signal):
            button.click()


def test_two_versions_that_say_the_same_have_no_list(bare_jobs, qtbot) -> None:
    bar = ConflictBar()
    qtbot.addWidget(bar)
    bar.show_conflict(4, [])
    assert bar.list.isHidden()
