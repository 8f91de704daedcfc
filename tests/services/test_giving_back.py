"""The hub is given back only what it has nowhere, in one fresh chain, as far as it goes."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest

from app.models.sync import Wire, readdressed
from app.services.giving_back import give_back

_ONE = Wire(b"a" * 16, 1, b"", 9, "at", "wang", "center", "caller", b"r" * 16, 1, "{}", b"p" * 32, b"h" * 32)
_ALL = [_ONE._replace(uid=bytes([number]) * 16) for number in range(1, 6)]


class _Hub:
    def __init__(self, known: Sequence[Wire]) -> None:
        self.known = {row.uid for row in known}
        self.pushed: list[Wire] = []

    def missing(self, uids: Sequence[bytes]) -> set[bytes]:
        return set(uids) - self.known

    def push(self, rows: Sequence[Wire]) -> None:
        self.pushed += rows


class _Station:
    def reading(self) -> AbstractContextManager[Any]:
        return nullcontext(self)


def _by_two(_rows: Any, place: int) -> tuple[int, list[Wire]]:
    return place + 2, _ALL[place : place + 2]


def _trip(asked: Any, *args: Any, **kwargs: Any) -> Any:
    return asked(*args, **kwargs)


_how: Any = {"trip": _trip, "origin": b"n" * 16, "following": _by_two}


def test_what_the_hub_lacks_goes_over_in_one_chain_and_what_it_has_does_not() -> None:
    hub, heard = _Hub(_ALL[1:3]), list[int]()
    assert give_back(_Station(), hub, **_how, moved=heard.append) == 3
    assert hub.pushed == readdressed([_ALL[0], _ALL[3], _ALL[4]], b"n" * 16)
    assert heard == [1, 2, 3]


def test_whoever_stops_it_has_given_whole_parts() -> None:
    hub = _Hub(())

    def moved(given: int) -> None:
        if given == 4:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        give_back(_Station(), hub, **_how, moved=moved)
    assert hub.pushed == readdressed(_ALL[:4], b"n" * 16)
