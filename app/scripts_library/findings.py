"""What is wrong with a script, without words: a stable code, where, and the facts for the sentence.

The sentences are labels (`script_findings`, `script_mends`); a code that has none fails a test.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

Place: TypeAlias = tuple[str, ...]
Lines: TypeAlias = Mapping[Place, int]


class Level(StrEnum):
    """An error keeps a script out of review; a warning is only shown."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake. `place` is the path of keys to it, `line` counts from 1 and is None where nobody knows it."""

    code: str
    level: Level = Level.ERROR
    place: Place = ()
    line: int | None = None
    source: str = ""
    facts: Mapping[str, str] = field(default_factory=dict[str, str])

    def where(self) -> str:
        """The place as people write it, e.g. `flow.nodes.n1`."""
        return ".".join(self.place)


def error(code: str, *place: str, **facts: object) -> Finding:
    """An error with its facts as text."""
    return Finding(code, Level.ERROR, place, facts={name: str(value) for name, value in facts.items()})


def warning(code: str, *place: str, **facts: object) -> Finding:
    """A warning with its facts as text."""
    return Finding(code, Level.WARNING, place, facts={name: str(value) for name, value in facts.items()})


def at_line(line: int, finding: Finding) -> Finding:
    """The finding with its line."""
    return replace(finding, line=line)


def line_of(place: Place, lines: Lines) -> int | None:
    """The line of the nearest thing on the path that has one; the empty path is the file itself."""
    for end in range(len(place), -1, -1):
        if place[:end] in lines:
            return lines[place[:end]]
    return None


def located(finding: Finding, lines: Lines, source: str = "") -> Finding:
    """The finding with the file and the line filled in where they are missing."""
    line = finding.line if finding.line is not None else line_of(finding.place, lines)
    return replace(finding, line=line, source=finding.source or source)


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Whether one of them is more than a warning."""
    return any(finding.level is Level.ERROR for finding in findings)
