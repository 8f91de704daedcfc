"""Which section has a command, and who ever gives it."""

import pytest

from app.models.accounts import Person, Role
from app.ui.kit import languages
from app.ui.panes.settings import sections
from app.ui.panes.settings.section_commands import GOING
from app.ui.panes.settings.sections import SECTIONS
from app.ui.shell.pane_specs import _settings_rows, rows_of
from app.ui.shell.presenting import Choice, fitting

WAYS = {name: sections.way_to(name) for name in SECTIONS}

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


def test_there_is_a_way_to_each_section_in_the_order_of_the_list():
    assert [one.id for one in WAYS.values()] == [one.id for one in GOING]
    assert [sections.section_of(one.id) for one in WAYS.values()] == list(SECTIONS)


def test_everybody_goes_to_the_sections_that_they_see_and_to_no_other():
    def goes_to(person):
        return [name for name, way in WAYS.items() if sections.may_give(person, way.id)]

    assert goes_to(OPERATOR) == ["my_account", "units", "hub"]
    assert "accounts" in goes_to(ADMINISTRATOR)
    assert "right" not in goes_to(ADMINISTRATOR)


@pytest.mark.parametrize(
    ("language", "typed", "name"),
    [
        ("en", "questionnaires", "questionnaires"), ("en", "accounts", "accounts"), ("en", "hub", "hub"),
        ("en", "roles", "accounts"), ("en", "sla", "policies"), ("en", "holidays", "calendars"),
        ("en", "backup", "data"), ("en", "permissions", "rights"), ("en", "dark", "my_account"),
        ("zh_CN", "问卷", "questionnaires"), ("zh_CN", "账号", "accounts"), ("zh_CN", "hub", "hub"),
        ("zh_CN", "同步", "hub"), ("zh_CN", "角色", "accounts"), ("zh_CN", "节假日", "calendars"),
        ("zh_CN", "调休", "calendars"), ("zh_CN", "备份", "data"), ("zh_CN", "时限", "policies"),
    ],
)  # fmt: skip
def test_the_line_finds_a_section_by_its_title_and_by_its_words(language, typed, name, qtbot):
    languages.of_app().use(language)
    choices = [Choice(one.id, one.say(one.text), one.text, one.say(one.tip), "") for one in _settings_rows()]
    found = [one.id for one in fitting(choices, typed, 5)]
    languages.of_app().use("en")
    assert WAYS[name].id in found


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_title_of_each_section_finds_it(language, qtbot):
    languages.of_app().use(language)
    choices = [Choice(one.id, one.say(one.text), one.text, one.say(one.tip), "") for one in _settings_rows()]
    found = {name: [one.id for one in fitting(choices, way.say(way.text), 5)] for name, way in WAYS.items()}
    languages.of_app().use("en")
    assert [name for name, ids in found.items() if WAYS[name].id not in ids] == []
