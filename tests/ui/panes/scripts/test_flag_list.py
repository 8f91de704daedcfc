"""Open flags lead to the scripts that they are about."""

from app.services import scripts
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.flag_list import FlagList


def test_a_flag_opens_the_script_that_it_is_about(jobs, office, qtbot) -> None:
    office.do(scripts.flag, "hpv", 1, note="the age is wrong")
    made = FlagList("flags")
    qtbot.addWidget(made)
    made.show_shelf(office.ask(asking.shelf, language="en"))
    assert [(line.title, line.detail) for line in made.lines] == [("Ages for the HPV vaccine", "the age is wrong")]
    with qtbot.waitSignal(made.script_opened) as opened:
        made.open_place(0)
    assert opened.args == ["hpv"]
    made.setCurrentIndex(made.rows.index(-1, 0))
    with qtbot.waitSignal(made.script_picked) as picked:
        made.step(1)
    assert picked.args == ["hpv"]
