"""What is made once and then stays, also where several threads ask for it at the same time."""

import threading
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Made = TypeVar("_Made")


def once(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """Give what the first call made to every call.

    ``functools.cache`` lets threads that come together make it each for itself, and whoever came first keeps a copy of
    its own. A call that raises makes nothing; the next one tries again. What is made must not ask for itself.
    """
    lock = threading.Lock()
    made: list[_Made] = []

    @wraps(make)
    def given() -> _Made:
        if not made:
            with lock:
                if not made:
                    made.append(make())
        return made[0]

    return given
