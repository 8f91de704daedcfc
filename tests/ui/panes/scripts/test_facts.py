"""Versions with what they are, and open flags."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from app.services import scripts
from app.services.office import Office
from app.services.script_reading import Reading
from app.ui.kit import languages
from app.ui.kit.commands import CommandTable
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.commands import COMMANDS
from app.ui.panes.scripts.facts import FactsColumn


class Pane(QWidget):
    """Stands behind the commands that the column has buttons for."""

    def can_end_flag(self) -> bool:
        return True

    def end_flag(self) -> None:
        self.ended = True

    def can_edit(self) -> bool:
        return True

    def edit(self) -> None:
        self.edited = True

    def has_script(self) -> bool:
        return True

    def star(self) -> None:
        self.starred = True

    def can_pin(self) -> bool:
        return True

    def pin(self) -> None:
        self.pinned = True


@pytest.fixture
def facts(jobs, qtbot) -> FactsColumn:
    pane = Pane()
    qtbot.addWidget(pane)
    made = FactsColumn(pane)
    rows = [row for row in COMMANDS if row.id in ("scripts.end_flag", "scripts.edit", "scripts.star", "scripts.pin")]
    made.take_commands(CommandTable(rows, pane))
    pane.resize(260, 500)
    made.resize(260, 500)
    pane.show()
    return made


def card(office: Office, key: str = "hpv") -> asking.Card:
    return office.ask(asking.card, script=key, reading=Reading("en"))


def test_versions_say_what_they_are_and_who_made_them_so(facts, office: Office, change, clock) -> None:
    change("hpv")
    clock.advance(timedelta(minutes=5))
    facts.show_card(card(office))
    lines = [(line.title, line.chips[0][0], line.detail, line.grey) for line in facts.versions.lines]
    assert lines == [
        ("Version 2", "Valid", "approved 5 min ago, Chen · from hpv-new.md", False),
        ("Version 1", "Replaced", "approved 2 h 5 min ago, Chen · from hpv.md", True),
    ]


def test_an_approval_by_import_says_which_language_it_lacked(facts, office: Office) -> None:
    shown = card(office)
    facts.show_card(replace(shown, steps=tuple(replace(step, gaps=("zh",)) for step in shown.steps)))
    assert facts.versions.lines[0].detail.endswith("Chen · from hpv.md · without Chinese")


def test_who_sees_to_the_library_knows_who_has_not_read_a_change(facts, office: Office, change) -> None:
    facts.show_card(card(office))
    assert facts._readers.isHidden()
    change("hpv")
    facts.show_card(card(office))
    assert facts._readers.text() == "Last change read by 0 of 2"
    assert facts._readers.toolTip() == "Not yet: Li, Wang"


def test_a_script_says_when_it_last_answered_a_call(facts, office: Office) -> None:
    facts.show_card(card(office))
    assert facts._used.isHidden()
    facts.show_card(replace(card(office), confirmed_at=office.clock.now() - timedelta(minutes=5)))
    assert facts._used.text() == "Last answered a call with it: 5 min ago"


def test_a_draft_beside_the_valid_version_is_told(facts: FactsColumn, office: Office, change) -> None:
    change("hpv", publish=False)
    facts.show_card(card(office))
    first = facts.versions.lines[0]
    assert (first.title, first.chips[0][0], first.detail) == ("Version 2", "Draft", "written now")


def test_flags_say_who_where_and_what(facts: FactsColumn, office: Office, change) -> None:
    office.do(scripts.flag, "hpv", 1, note="The card is not needed", key_point="k1")
    change("hpv")
    facts.show_card(card(office))
    (line,) = facts.flags.lines
    assert (line.title, line.detail) == ("Chen · key point 1 · version 1", "The card is not needed")
    assert facts.flag() == line.key
    assert facts._end.isVisibleTo(facts)


def test_of_several_flags_the_chosen_one_counts(facts: FactsColumn, office: Office, qtbot) -> None:
    for note in ("one", "two"):
        office.do(scripts.flag, "hpv", 1, note=note)
    facts.show_card(card(office))
    assert facts.flag() is None
    with qtbot.waitSignal(facts.chosen):
        facts.flags.step(1)
    assert facts.flag() == facts.flags.lines[0].key


def test_without_a_flag_nothing_is_shown_of_flags(facts: FactsColumn, office: Office) -> None:
    facts.show_card(card(office))
    assert facts.flags.isHidden()
    assert facts._end.isHidden()
    assert facts.flag() is None


def test_the_column_follows_the_language_of_the_window(facts: FactsColumn, office: Office, qtbot) -> None:
    facts.show_card(card(office))
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: facts.versions.lines[0].title == "第 1 版")
    assert facts._topic.text() == "政策咨询 › 预防接种 › HPV疫苗"
