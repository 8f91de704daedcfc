"""Closing the house where nobody waits for it: what is still being written is waited for on another thread."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from shiboken6 import Shiboken

from app.models.key_errors import KeyWorkRunning
from app.ui.kit import garbage
from app.ui.kit.jobs import Jobs
from app.ui.shell.doors import Opened


class Holder(Protocol):
    """Who has the house open (``Seat``)."""

    house: Opened | None
    jobs: Jobs | None
    desk: Any
    prelude: Any


class HouseClosing:
    """Closes the house of a seat, or lets go of it."""

    def __init__(self, holder: Holder) -> None:
        self._holder = holder

    @property
    def busy(self) -> bool:
        """Whether something that was asked for is not answered yet."""
        jobs = self._holder.jobs
        return jobs is not None and jobs.pending > 0

    def let_go(self) -> Callable[[], None]:
        """Take everything down and return what closes the house: that waits for every write, so call it elsewhere.

        It raises ``KeyWorkRunning`` where a question is still being answered.
        """
        holder = self._holder
        house, jobs = holder.house, holder.jobs
        self._take_down()
        if jobs is not None:
            jobs.stop()
        holder.jobs = holder.house = None
        garbage.look_everywhere()
        return partial(_closed, house, jobs)

    def close(self) -> None:
        """Take everything down, wait for every write, and close the house; a question that lives on is cut off."""
        holder = self._holder
        self._take_down()
        if holder.jobs is not None:
            holder.jobs.close()
        if holder.house is not None:
            holder.house.close()
        holder.jobs = holder.house = None
        garbage.look_everywhere()

    def _take_down(self) -> None:
        holder = self._holder
        if holder.desk is not None:
            # At once: a list that would ask something a moment later finds no jobs any more.
            desk, holder.desk = holder.desk, None
            Shiboken.delete(desk)
        if holder.prelude:
            holder.prelude.drop()


def _closed(house: Any, jobs: Jobs | None) -> None:
    over = jobs is None or jobs.wait()
    if house is not None:
        house.close()
    if not over:
        raise KeyWorkRunning(path=str(house.data_dir if house else ""))
