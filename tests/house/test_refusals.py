"""Wall: for every right and every role without it, a service entry of the window refuses it, before it reads anything.

Each entry is called as each role, with arguments that cannot be touched: what refuses does so first. Nobody at the desk
is refused by every entry that refuses anybody.
"""

import functools
import importlib
import inspect
from collections import defaultdict
from datetime import UTC, datetime
from typing import Any

import pytest

from app.models.accounts import Permission, Person, Role
from app.models.errors import AppError, NotAllowed, NotSignedIn
from app.models.rights import RIGHTS
from app.models.settings import Settings
from app.services.work import View, Work
from tests.house.test_entries import OPEN, _entries

#: Rights that are asked for once the record is read, as they reach some records and not others.
_LATER = {
    Permission.HAND_OVER_INQUIRIES: "tests/services/test_inquiries.py",
    Permission.DECIDE_EXTENSIONS: "tests/services/test_extensions.py",
}
_PAIRS = [(one.permission, role) for one in RIGHTS for role in Role if role not in one.reaches]


class _Touched(Exception):
    """Something was read before it was asked who may."""


class _Untouchable:
    """An argument, or a database, that says so when anything is asked of it."""

    def __getattr__(self, name: str) -> Any:
        raise _Touched(name)


def _asked(name: str, by: Person | None) -> str:
    """Return what an entry says to somebody: the right that is missing, "nobody", or "" where it went on."""
    module, function = name.split(".")
    entry: Any = getattr(importlib.import_module(f"app.services.{module}"), function)
    first, *others = inspect.signature(entry, eval_str=False).parameters.values()
    needed = [one for one in others if one.default is one.empty and one.kind < one.VAR_POSITIONAL]
    named = {one.name: _Untouchable() for one in others if one.default is one.empty and one.kind is one.KEYWORD_ONLY}
    rows: Any = _Untouchable()
    desk = (rows, by, datetime.now(UTC), Settings(), defaultdict[str, Any](_Untouchable))
    view = Work(*desk, tx=rows) if "Work" in str(first.annotation) else View(*desk)
    try:
        entry(view, *(_Untouchable() for _ in needed), **named)
    except NotSignedIn:
        return "nobody"
    except NotAllowed as error:
        return str(error.facts["permission"])
    except (_Touched, AppError, TypeError, KeyError, AttributeError, ValueError):
        return ""
    return ""


@functools.cache
def _refused() -> dict[str, set[str]]:
    """Return for each role what entries refused it."""
    names = sorted({name for name, _, _ in _entries()} - OPEN.keys())
    people = {role: Person(b"1" * 16, "x", "x", (role,)) for role in Role}
    return {role: {_asked(name, one) for name in names} for role, one in people.items()}


@pytest.mark.parametrize(("permission", "role"), _PAIRS)
def test_a_right_that_a_role_lacks_is_refused_first(permission: Permission, role: Role) -> None:
    assert permission in _LATER or permission.value in _refused()[role]


def test_who_has_no_role_and_nobody_at_all_are_refused_by_the_same_entries() -> None:
    nobody = Person(b"1" * 16, "x", "x", ())
    names = sorted({name for name, _, _ in _entries()} - OPEN.keys())
    refusing = [name for name in names if _asked(name, nobody) not in ("", "nobody")]
    assert len(refusing) > len(names) * 0.7
    assert [name for name in refusing if _asked(name, None) != "nobody"] == []
