"""Which section has a command, and who ever gives it."""

from app.models.accounts import Person, Role
from app.ui.panes.settings import sections
from app.ui.panes.settings.sections import SECTIONS
from app.ui.shell.pane_specs import rows_of

OPERATOR = Person(b"1" * 16, "wang", "Wang", (Role.OPERATOR,))
ADMINISTRATOR = Person(b"2" * 16, "admin", "Admin", (Role.ADMINISTRATOR,))


def test_each_command_of_the_settings_belongs_to_one_section():
    placed = [row.id for section in SECTIONS.values() for row in section.rows]
    assert sorted(placed) == sorted(row.id for row in rows_of("settings"))


def test_a_command_names_its_section_and_another_none():
    assert sections.section_of("settings.new_unit") == "units"
    assert sections.section_of("settings.nothing") == ""


def test_an_operator_looks_for_a_unit_and_changes_none():
    assert sections.may_give(OPERATOR, "settings.find_unit")
    assert not sections.may_give(OPERATOR, "settings.new_unit")
    assert not sections.may_give(OPERATOR, "settings.new_person")
    assert sections.may_give(ADMINISTRATOR, "settings.new_person")
