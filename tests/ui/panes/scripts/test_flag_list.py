"""Open flags lead to the scripts that they are about."""

from dataclasses import replace
from datetime import timedelta

from app.services import scripts
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.flag_list import FlagList
from tests.desk import sign_in


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


def test_who_sees_to_flags_reads_what_is_due_first_and_whose_script_it_is(jobs, office, clock, qtbot) -> None:
    office.do(scripts.flag, "flu", 1, note="unclear")
    office.do(scripts.flag, "hpv", 1, note="the card is wrong", key_point="k1")
    clock.advance(timedelta(days=3))
    made = FlagList("flags")
    qtbot.addWidget(made)
    made.show_shelf(office.ask(asking.shelf, language="en"))
    assert [(line.detail, [text for text, _ in line.chips]) for line in made.lines] == [
        ("the card is wrong", ["overdue", "critical point"]),
        ("unclear", []),
    ]
    assert [line.hint.split()[0] for line in made.lines] == ["was", "due"]


def test_who_only_reads_sees_flags_without_their_days(jobs, office, qtbot) -> None:
    office.do(scripts.flag, "hpv", 1, note="the card is wrong", key_point="k1")
    sign_in(office, "wang")
    made = FlagList("flags")
    qtbot.addWidget(made)
    made.show_shelf(office.ask(asking.shelf, language="en"))
    (line,) = made.lines
    assert (line.chips, line.hint) == ((), "now")


def test_a_flag_names_the_owner_of_its_script_or_says_that_it_is_ones_own(jobs, office, qtbot) -> None:
    office.do(scripts.flag, "hpv", 1, note="the card is wrong")
    shelf = office.ask(asking.shelf, language="en")
    made = FlagList("flags")
    qtbot.addWidget(made)
    for owner, chip in (("chen", ("your script", "accent")), ("li", ("li", ""))):
        due = {flag: replace(one, owner=owner) for flag, one in shelf.due.items()}
        made.show_shelf(replace(shelf, due=due))
        assert made.lines[0].chips == (chip,)
