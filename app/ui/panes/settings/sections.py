"""The sections of the settings: who sees each, its icon, and which commands are its own."""

from dataclasses import dataclass

from app.models.accounts import Permission, Person
from app.ui.kit.commands import Command
from app.ui.panes.settings import commands


@dataclass(frozen=True)
class Section:
    """One section; everybody sees it where it ``needs`` nothing. Its commands need ``work`` too, where that is more."""

    needs: Permission | None
    icon: str
    rows: tuple[Command, ...] = ()
    work: Permission | None = None


#: Commands for everybody who sees their section.
_FOR_ALL = frozenset({"settings.find_unit"})
#: Name of a section → what it is, in the order of the list.
SECTIONS: dict[str, Section] = {
    "my_account": Section(None, "person"),
    "units": Section(None, "unit", commands.UNITS, Permission.MANAGE_UNITS),
    "calendars": Section(Permission.MANAGE_CALENDARS, "calendar", commands.CALENDARS),
    "policies": Section(Permission.CHANGE_SETTINGS, "clock", commands.POLICIES),
    "ladders": Section(Permission.CHANGE_SETTINGS, "bell", commands.LADDERS),
    "rules": Section(Permission.MANAGE_ROUTING, "dispatch", commands.RULES),
    "questionnaires": Section(Permission.PUBLISH_QUESTIONNAIRES, "review"),
    "right": Section(Permission.SUPERVISE_INQUIRIES, "check"),
    "accounts": Section(Permission.MANAGE_ACCOUNTS, "people", commands.ACCOUNTS),
    "duty": Section(Permission.MANAGE_DUTY, "calendar"),
    "rights": Section(Permission.MANAGE_ACCOUNTS, "check"),
    "readings": Section(Permission.READ_ACCESS_LOG, "show"),
    "retention": Section(Permission.REDACT_RECORDS, "clock"),
    "past": Section(Permission.IMPORT_RECORDS, "import", commands.PAST),
    "hub": Section(None, "sync"),
    "center": Section(Permission.CHANGE_SETTINGS, "health"),
    "data": Section(Permission.CHANGE_SETTINGS, "database"),
}


def section_of(command: str) -> str:
    """Return the section in which a command is given, "" for one of none."""
    return next((name for name, one in SECTIONS.items() if any(row.id == command for row in one.rows)), "")


def may_give(person: Person, command: str) -> bool:
    """Whether a person of these roles ever gives a command."""
    section = SECTIONS.get(section_of(command))
    if section is None:
        return True
    work = None if command in _FOR_ALL else section.work
    return all(needs is None or person.may(needs) for needs in (section.needs, work))
