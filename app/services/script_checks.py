"""Checking script files without taking them in: each by itself, and all that were given against each other.

Needs neither a database nor a person: whoever keeps scripts in version control runs it before they are imported.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.scripts_library.checker import check, check_library
from app.scripts_library.findings import Finding, Level, Lines, error, located
from app.scripts_library.parser import parse
from app.scripts_library.row_scripts import read_table
from app.scripts_library.script import Script
from app.services.script_findings import told
from app.services.script_imports import ScriptSource, ScriptTable, ScriptText, Unreadable
from app.services.wording import sentence

#: The code of a file that could not be read at all; its words are those of the error.
UNREADABLE = "file-unreadable"
#: Known only when the whole library is there: one file alone may lead to a script in another.
_NEEDS_ALL = frozenset({"goto-script-unknown"})


@dataclass(frozen=True)
class Notice:
    """One finding in words. ``line`` counts from 1 and is None for a file as a whole; ``place`` is the path of keys."""

    source: str
    line: int | None
    code: str
    level: Level
    place: str
    says: str
    step: str


@dataclass(frozen=True)
class Checked:
    """What was looked at and what was found: by file as given, then by line."""

    files: int
    notices: tuple[Notice, ...]

    def count(self, level: Level) -> int:
        """Return how many findings have this level."""
        return sum(notice.level is level for notice in self.notices)


@dataclass(frozen=True)
class _Read:
    """A script, its file, and the lines of its places there."""

    script: Script
    source: str
    lines: Lines


def check_files(sources: Iterable[ScriptSource], *, language: str, is_whole: bool = True) -> Checked:
    """Check everything that was given; the words are in ``language``. Nothing stops it, a bad file is a notice.

    ``is_whole`` says that the sources are the whole library; else a way to a script that is not there is no mistake.
    """
    notices: list[Notice] = []
    read: list[_Read] = []
    order: dict[str, int] = {}
    for source in sources:
        order.setdefault(source.name, len(order))
        if isinstance(source, Unreadable):
            notices.append(_unreadable(source, language))
        else:
            scripts, findings = _of_table(source) if isinstance(source, ScriptTable) else _of_text(source)
            read += scripts
            notices += [_notice(finding, language) for finding in findings]
    between = (one for one in _between(read) if is_whole or one.code not in _NEEDS_ALL)
    notices += [_notice(finding, language) for finding in between]
    unique = dict.fromkeys(sorted(notices, key=lambda notice: (order[notice.source], notice.line or 0)))
    return Checked(len(order), tuple(unique))


def _of_text(source: ScriptText) -> tuple[list[_Read], list[Finding]]:
    parsed = parse(source.text, source=source.name)
    findings = list(parsed.findings)
    if parsed.script is None:
        return [], findings
    findings += check(parsed.script, lines=parsed.lines, source=source.name)
    return [_Read(parsed.script, source.name, parsed.lines)], findings


def _of_table(source: ScriptTable) -> tuple[list[_Read], list[Finding]]:
    table = read_table(source.rows, source=source.name)
    read = [_Read(one.script, source.name, {(): one.lines[0]}) for one in table.scripts]
    findings = list(table.findings)
    for one in read:
        findings += check(one.script, lines=one.lines, source=source.name)
    return read, findings


def _between(read: list[_Read]) -> Iterator[Finding]:
    """Yield what is wrong between scripts, once for each file that it concerns.

    An id may stand in one file only, whatever version the files name: an import takes the first and refuses the others.
    """
    by_key: dict[str, list[_Read]] = {}
    for one in read:
        by_key.setdefault(one.script.key, []).append(one)
    for key, several in by_key.items():
        if len(several) > 1:
            yield from (located(error("key-twice", "id", key=key), one.lines, one.source) for one in several)
    for finding in check_library(one.script for one in read):
        if finding.code != "key-twice":
            for one in by_key[finding.source]:
                yield located(replace(finding, source=""), one.lines, one.source)


def _notice(finding: Finding, language: str) -> Notice:
    says, step = told(finding, language)
    return Notice(finding.source, finding.line, finding.code, finding.level, finding.where(), says, step)


def _unreadable(source: Unreadable, language: str) -> Notice:
    says, step = sentence(source.error, language)
    return Notice(source.name, None, UNREADABLE, Level.ERROR, "", says, step)
