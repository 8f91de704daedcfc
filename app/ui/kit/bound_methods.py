"""Callbacks are bound methods: the object behind one can be asked whether it still lives; a lambda cannot."""

from collections.abc import Callable
from typing import Any

from shiboken6 import Shiboken

Callback = Callable[..., Any] | None


def owner_of(*callbacks: Callback) -> object:
    """Return the object behind the first callback, None without any. Raises TypeError for what is no bound method."""
    owner: object = None
    for callback in callbacks:
        if callback is None:
            continue
        behind = getattr(callback, "__self__", None)
        if behind is None:
            raise TypeError("a callback is a bound method, so that its widget can be asked whether it still lives")
        owner = behind if owner is None else owner
    return owner


def alive(owner: object) -> bool:
    """Whether the C++ half of a Qt object still exists; true for everything that is none."""
    return not isinstance(owner, Shiboken.Object) or Shiboken.isValid(owner)


def call(callback: Callback, *values: Any) -> None:
    """Call `callback` unless there is none or the widget behind it was deleted meanwhile."""
    if callback is not None and alive(getattr(callback, "__self__", None)):
        callback(*values)
