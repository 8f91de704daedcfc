"""Doors to the world that are made, and loaded, when somebody first goes through them.

A desk that takes calls has a dozen doors that it seldom opens: documents, sealed keys, the center's hub. What lies
behind them is half a megabyte of every desk.
"""

from collections.abc import Callable
from typing import Any

from app.models.once import once


class Later:
    """Stands for a door until it is made; from then on it is that door, for every thread the same one."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._made = once(make)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._made(), name)
