"""The sections of the settings: who sees each, the way there, and which commands are its own."""

from dataclasses import dataclass

from app.models.accounts import Permission, Person
from app.ui.kit.commands import Command
from app.ui.panes.settings import commands
from app.ui.panes.settings.section_commands import GOING


@dataclass(frozen=True)
class Section:
    """One section; everybody sees it where it ``needs`` nothing. Its commands need ``work`` too, where that is more."""

    needs: Permission | None
    rows: tuple[Command, ...] = ()
    work: Permission | None = None


#: Commands for everybody who sees their section.
_FOR_ALL = frozenset({"settings.find_unit"})
#: Name of a section → what it is, in the order of the list.
SECTIONS: dict[str, Section] = {
    "my_account": Section(None),
    "units": Section(None, commands.UNITS, Permission.MANAGE_UNITS),
    "calendars": Section(Permission.MANAGE_CALENDARS, commands.CALENDARS),
    "policies": Section(Permission.CHANGE_SETTINGS, commands.POLICIES),
    "ladders": Section(Permission.CHANGE_SETTINGS, commands.LADDERS),
    "rules": Section(Permission.MANAGE_ROUTING, commands.RULES),
    "questionnaires": Section(Permission.PUBLISH_QUESTIONNAIRES),
    "right": Section(Permission.SUPERVISE_INQUIRIES),
    "accounts": Section(Permission.MANAGE_ACCOUNTS, commands.ACCOUNTS),
    "duty": Section(Permission.MANAGE_DUTY),
    "rights": Section(Permission.MANAGE_ACCOUNTS),
    "readings": Section(Permission.READ_ACCESS_LOG),
    "retention": Section(Permission.REDACT_RECORDS),
    "past": Section(Permission.IMPORT_RECORDS, commands.PAST),
    "hub": Section(None),
    "center": Section(Permission.CHANGE_SETTINGS),
    "data": Section(Permission.CHANGE_SETTINGS),
}


def way_to(section: str) -> Command:
    """Return the command that goes to a section; its text is the title, its icon that of the list. Raises KeyError."""
    return {one.id: one for one in GOING}[f"settings.go_{section}"]


def section_of(command: str) -> str:
    """Return the section in which a command is given, "" for one of none."""
    owned = ((name, (way_to(name), *one.rows)) for name, one in SECTIONS.items())
    return next((name for name, rows in owned if any(row.id == command for row in rows)), "")


def may_give(person: Person, command: str) -> bool:
    """Whether a person of these roles ever gives a command."""
    section = SECTIONS.get(section_of(command))
    if section is None:
        return True
    free = command in _FOR_ALL or any(command == one.id for one in GOING)
    work = None if free else section.work
    return all(needs is None or person.may(needs) for needs in (section.needs, work))
