"""A fault is a mistake of ours, told without a word of anybody's data: types, code places, versions, never values."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traceback import FrameSummary

_ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Fault:
    """One unexpected exception: `id` joins the sheet on the screen with the line in the log."""

    id: str
    command: str
    version: str
    kind: str
    trace: str

    def report(self) -> str:
        """Return the text that a person can send us. It holds no value, so that it may leave the house."""
        system = f"{sys.platform}, Python {sys.version.split()[0]}"
        return (
            f"OneWindow {self.version} · fault {self.id}\n"
            f"Command: {self.command}\nKind: {self.kind}\nSystem: {system}\n\n{self.trace}\n"
        )


def fault_of(error: BaseException, command: str, version: str) -> Fault:
    """Make a fault of an exception. The message is left out: it may quote a caller's words."""
    import traceback  # a desk without faults needs none

    kinds: list[str] = []
    places: list[str] = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        kinds.append(type(link).__name__)
        places.append("\n".join((kinds[-1], *(_place(frame) for frame in traceback.extract_tb(link.__traceback__)))))
        link = link.__cause__ or link.__context__
    trace = "\ncaused by ".join(places)
    return Fault(os.urandom(4).hex(), command, version, " ← ".join(kinds), trace)


def log_fault(fault: Fault) -> None:
    """Write the fault into the log of the program."""
    import logging  # a desk without faults needs none

    logging.getLogger(__name__).error(
        "fault %s in %s, version %s\n%s", fault.id, fault.command, fault.version, fault.trace
    )


def _place(frame: "FrameSummary") -> str:
    path = Path(frame.filename)
    # A folder of this machine carries the name of its user.
    shown = path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name
    return f"  {shown}:{frame.lineno} in {frame.name}: {(frame.line or '').strip()}"
