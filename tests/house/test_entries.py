"""Wall: every service function that the window or the command line calls checks who asks, or stands here with why not.

An entry is a function of app/services whose first parameter is a View or a Work and which app/ui, app/cli or the
bootstrap name. It checks where it, or a service function that it calls, asks for ``require``, ``require_with``,
``person``, ``may`` or ``may_with``.
"""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

from tests.house.reading import APP, app_files, at, nothing_found, tree_of

_CHECKS = {"require", "require_with", "person", "may", "may_with"}
_REFERENCE = "reference data and arithmetic: nothing in it is about a person"
_NIGHT = "says whether work of the program itself is due; shows nothing"
_KEY = "whoever holds the key of the file may: scheduled jobs have nobody at the desk, and nothing of a record is shown"
#: Entries that ask nobody who they are, each with the reason.
OPEN = {
    "accounts.sign_in": "is the check itself",
    "leaving.is_due": _NIGHT,
    "leaving.last_day_of": "reckons with a person that was asked for before",
    "accounts.settled": "is told where nobody has signed in yet: sign-in names of this computer, nothing of the center",
    "accounts.awaited": "a desk is furnished before the password is there, and shown to nobody until it was right",
    **dict.fromkeys(("accounts.has_anyone", "accounts.create"), "the first account is made before anybody can sign in"),
    **dict.fromkeys(
        (
            *("calendars.center_calendar", "calendars.export_text", "calendars.holiday_countries", "calendars.named"),
            *(
                "calendars.holiday_subdivisions",
                "calendars.listed",
                "calendars.unpublished",
                "calendars.working_time",
                "calendars.year_of",
            ),
            *("clocks.promised_for", "figures.current", "kpis.defined", "kpis.export_text", "kpis.listed"),
            *("kpis.named", "kpis.versions"),
            *("ladders.listed", "opinions.frame", "policies.check_new", "policies.export_text", "policies.listed"),
            *("policies.named", "policies.today", "policies.versions", "questionnaires.current"),
            *("questionnaires.listed", "questionnaires.text_of", "questionnaires.versions", "reference.forms"),
            *("reference.intake_form",),
            *("routing.due_at", "scripts.counting", "settings.choices", "settings.current", "units.keep_spelling"),
        ),
        _REFERENCE,
    ),
    **dict.fromkeys(
        (
            "backup_plans.is_due",
            "call_learning.is_due",
            "ladder_firing.is_due",
            "report_plans.is_due",
            "routing.is_due",
            "script_learning.is_due",
            "hub_sync.due",
        ),
        _NIGHT,
    ),
    **dict.fromkeys(
        (
            *("backup_plans.run_due", "backup_plans.target", "report_plans.keep"),
            *("health.check", "health.put_aside", "health.restore_accounts", "hub_sync.latest", "hub_sync.run"),
            "frame_contents.count_recorded",
            *("hub_sync.state", "script_documents.check", "script_documents.clean", "script_documents.close_copies"),
        ),
        _KEY,
    ),
}


@functools.cache
def _services() -> dict[tuple[str, str], tuple[Path, ast.FunctionDef]]:
    return {
        (path.stem, one.name): (path, one)
        for path in sorted((APP / "services").glob("*.py"))
        for one in tree_of(path).body
        if isinstance(one, ast.FunctionDef)
    }


@functools.cache
def _names(path: Path) -> dict[str, tuple[str, str]]:
    """Return what a file calls modules and functions of services: module, and function or ""."""
    found: dict[str, tuple[str, str]] = {}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("app.services"):
            for one in node.names:
                whole = node.module == "app.services"
                module = one.name if whole else (node.module or "").rpartition(".")[2]
                found[one.asname or one.name] = (module, "" if whole else one.name)
    return found


def _named(path: Path, tree: ast.AST) -> Iterator[tuple[tuple[str, str], ast.AST]]:
    known = _names(path)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
            module, function = known[node.value.id]
            if not function:
                yield (module, node.attr), node
        elif isinstance(node, ast.Name):
            here = (path.stem, node.id) if path.parent.name == "services" else ("", "")
            yield known.get(node.id, here), node


@functools.cache
def _checking() -> frozenset[tuple[str, str]]:
    """Return every service function that checks, by itself or through another."""
    services = _services()
    calls = {name: {one for one, _ in _named(path, tree)} & services.keys() for name, (path, tree) in services.items()}
    found = {
        name
        for name, (_, tree) in services.items()
        if any(isinstance(node, ast.Attribute) and node.attr in _CHECKS for node in ast.walk(tree))
    }
    while more := {name for name, called in calls.items() if name not in found and called & found}:
        found |= more
    return frozenset(found)


def _takes_a_desk(function: ast.FunctionDef) -> bool:
    first = function.args.args[:1]
    return bool(first) and first[0].annotation is not None and ast.unparse(first[0].annotation) in ("View", "Work")


def _entries() -> Iterator[tuple[str, Path, ast.AST]]:
    services = _services()
    outside = [one for one in app_files() if {"ui", "cli"} & set(one.parts) or one.name == "bootstrap.py"]
    for path in outside:
        for name, node in _named(path, tree_of(path)):
            if name in services and _takes_a_desk(services[name][1]):
                yield ".".join(name), path, node


def test_every_entry_checks_who_asks() -> None:
    checking = {".".join(name) for name in _checking()}
    nothing_found(
        f"{at(path, node)}: {name} checks nobody; ask view.require(Permission.…) in it, or say why not in OPEN"
        for name, path, node in _entries()
        if name not in checking and name not in OPEN
    )


def test_what_is_open_is_an_entry_and_checks_nothing() -> None:
    checking = {".".join(name) for name in _checking()}
    entries = {name for name, _, _ in _entries()}
    closed = {"accounts.has_anyone", "accounts.create"}
    nothing_found(f"OPEN: {name} is no entry" for name in OPEN.keys() - entries - closed)
    nothing_found(f"OPEN: {name} checks by now; take it off" for name in OPEN.keys() & checking - closed)


def test_a_function_that_only_calls_another_counts_as_checking() -> None:
    assert ("inquiries", "note") in _checking()
    assert ("calendars", "listed") not in _checking()
