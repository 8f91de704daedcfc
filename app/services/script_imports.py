"""Importing scripts from files and tables, and exporting them again: one transaction, every line reported.

A script that says something new becomes a new version; the same again changes nothing. With ``publish`` each version is
approved at once: the approval says that it came by import, from where, by whom, and which rules were waived for it.
A version that breaks any other rule of the checker stays a draft, and the report says why.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import AppError
from app.scripts_library.checker import check
from app.scripts_library.content import from_content, hash_of, to_content
from app.scripts_library.emitter import emit
from app.scripts_library.findings import Finding, Level, error
from app.scripts_library.parser import parse
from app.scripts_library.row_export import to_rows
from app.scripts_library.row_scripts import Table, read_table
from app.scripts_library.script import Script, State
from app.services import script_spelling
from app.services.office import View, Work
from app.services.scripts import load
from app.store import scripts as rows_of
from app.store.scripts import NewVersion, VersionRow

#: Errors of the checker that an approval by import passes over and notes: what a foreign table cannot know.
WAIVED = frozenset({"language-gap", "source-missing", "goto-script-unknown"})


class ImportResult(StrEnum):
    """What an import did with one script or row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


@dataclass(frozen=True)
class ScriptText:
    """A file with one script. ``name`` is how the report calls it."""

    name: str
    text: str


@dataclass(frozen=True)
class ScriptTable:
    """A table of scripts: rows with their line numbers, None for a line that holds none. ``name`` is for the report."""

    name: str
    rows: Iterable[tuple[int, Mapping[str, object] | None]]


@dataclass(frozen=True)
class Unreadable:
    """A file that could not be read at all, and why."""

    name: str
    error: AppError


ScriptSource = ScriptText | ScriptTable | Unreadable


@dataclass(frozen=True)
class ImportLine:
    """What became of one script or one refused row.

    ``findings`` say why it was refused or held back (words: ``script_findings.reason``); ``error`` why a file could not
    be read.
    """

    source: str
    line: int | None
    key: str
    result: ImportResult
    findings: tuple[Finding, ...] = ()
    published: bool = False
    error: AppError | None = None


@dataclass(frozen=True)
class ImportReport:
    """Everything an import did, nothing left out. ``notes`` belong to a source as a whole, e.g. unknown columns."""

    lines: tuple[ImportLine, ...]
    notes: tuple[Finding, ...] = ()

    def count(self, result: ImportResult) -> int:
        """Return how many ended this way."""
        return sum(1 for line in self.lines if line.result is result)

    @property
    def rejected(self) -> tuple[ImportLine, ...]:
        """The refused ones."""
        return tuple(line for line in self.lines if line.result is ImportResult.REJECTED)

    @property
    def held_back(self) -> tuple[ImportLine, ...]:
        """What should have been published and stayed a draft."""
        kept = (line for line in self.lines if line.result is not ImportResult.REJECTED)
        return tuple(line for line in kept if line.findings and not line.published)


@dataclass
class _Pending:
    """A script as it will stand after the import, and where it was read last."""

    script: Script
    source: str
    line: int | None


def import_scripts(
    work: Work,
    sources: Iterable[ScriptSource],
    *,
    publish: bool = False,
    columns: Mapping[str, str] | None = None,
) -> ImportReport:
    """Take scripts in and report every one. Raises ``NotAllowed``; a bad file or row stops nothing.

    ``columns`` maps columns of foreign tables to ours.
    """
    person = work.require(Permission.WRITE_SCRIPTS)
    run = _Import(work, publish=publish)
    for source in sources:
        run.read(source, columns or {})
    new, events = run.decide()
    rows_of.write_versions(work.tx, new, by=person.id)
    script_spelling.learn(work, run.scripts({one.key for one in new}))
    for row, note in events:
        rows_of.write_state(work.tx, row, State.APPROVED, by=person.id, note=note)
    return ImportReport(tuple(run.lines), tuple(run.notes))


class _Import:
    """One import under way: reads sources one after the other, then decides what is new."""

    def __init__(self, view: View, *, publish: bool) -> None:
        self._view = view
        self._publish = publish
        self._zone: tzinfo = ZoneInfo(view.settings.time_zone)
        self._newest: dict[str, VersionRow] = {row.key: row for row in rows_of.all_versions(view.rows)}
        self._pending: dict[str, _Pending] = {}
        self.lines: list[ImportLine] = []
        self.notes: list[Finding] = []

    def read(self, source: ScriptSource, columns: Mapping[str, str]) -> None:
        """Read one source; what is wrong with it is a line of the report."""
        if isinstance(source, Unreadable):
            self.lines.append(ImportLine(source.name, None, "", ImportResult.REJECTED, error=source.error))
        elif isinstance(source, ScriptText):
            self._read_text(source)
        else:
            table = read_table(
                source.rows, source=source.name, columns=columns, zone=self._zone, existing=self._existing
            )
            self._take_table(source.name, table)

    def decide(self) -> tuple[list[NewVersion], list[tuple[VersionRow, str]]]:
        """Return the versions to write, and the approvals of versions that are there already."""
        new: list[NewVersion] = []
        approvals: list[tuple[VersionRow, str]] = []
        for key, pending in self._pending.items():
            content = to_content(pending.script)
            known = self._newest.get(key)
            findings, note = self._approval(pending)
            published = bool(note)
            if known is not None and known.content_hash == hash_of(content):
                approve = published and known.state != State.APPROVED
                if approve:
                    approvals.append((known, note))
                result = ImportResult.UPDATED if approve else ImportResult.UNCHANGED
                self._report(pending, result, findings, published=published)
                continue
            new.append(_new_version(pending, content, known.number + 1 if known else 1, note))
            result = ImportResult.UPDATED if known else ImportResult.ADDED
            self._report(pending, result, findings, published=published)
        return new, approvals

    def scripts(self, keys: Collection[str]) -> Iterator[Script]:
        """Yield the scripts with these keys as they were read."""
        return (self._pending[key].script for key in keys)

    def _existing(self, key: str) -> Script | None:
        if key in self._pending:
            return self._pending[key].script
        row = self._newest.get(key)
        return load(self._view.rows, row) if row else None

    def _read_text(self, source: ScriptText) -> None:
        parsed = parse(source.text, source=source.name, zone=self._zone)
        script = parsed.script
        if script is None:
            self._reject(source.name, parsed.findings[0].line, "", parsed.findings)
        elif script.key in self._pending:
            facts = {"key": script.key, "first": self._pending[script.key].source}
            finding = replace(error("key-twice", "id", **facts), source=source.name, line=parsed.lines.get(("id",)))
            self._reject(source.name, finding.line, script.key, (finding,))
        else:
            self._pending[script.key] = _Pending(script, source.name, None)

    def _take_table(self, name: str, table: Table) -> None:
        for finding in table.findings:
            if finding.level is Level.WARNING:
                self.notes.append(finding)
            else:
                self._reject(name, finding.line, "", (finding,))
        for found in table.scripts:
            self._pending[found.script.key] = _Pending(found.script, name, found.lines[0])

    def _approval(self, pending: _Pending) -> tuple[tuple[Finding, ...], str]:
        """Return why a script cannot be published, or the note of its approval."""
        if not self._publish:
            return (), ""
        found = check(replace(pending.script, state=State.APPROVED), source=pending.source)
        errors = [one for one in found if one.level is Level.ERROR]
        against = tuple(replace(one, line=one.line or pending.line) for one in errors if one.code not in WAIVED)
        if against:
            return against, ""
        gaps = [one.facts["language"] for one in errors if one.code == "language-gap"]
        note = {
            "by_import": pending.source,
            "language_gaps": [*pending.script.lang_gap, *gaps],
            "waived": sorted({one.code for one in errors}),
        }
        return (), json.dumps(note, ensure_ascii=False)

    def _reject(self, source: str, line: int | None, key: str, findings: tuple[Finding, ...]) -> None:
        self.lines.append(ImportLine(source, line, key, ImportResult.REJECTED, findings))

    def _report(
        self, pending: _Pending, result: ImportResult, findings: tuple[Finding, ...], *, published: bool
    ) -> None:
        self.lines.append(
            ImportLine(pending.source, pending.line, pending.script.key, result, findings, published=published)
        )


def _new_version(pending: _Pending, content: str, number: int, note: str) -> NewVersion:
    script = pending.script
    return NewVersion(
        key=script.key,
        number=number,
        title_zh=script.title.get("zh"),
        title_en=script.title.get("en"),
        topic=script.topic,
        content=content,
        content_hash=hash_of(content),
        effective_from=script.effective_from.isoformat() if script.effective_from else None,
        effective_to=script.effective_to.isoformat() if script.effective_to else None,
        urgent=script.urgent,
        source=pending.source,
        events=((State.APPROVED, note),) if note else (),
    )


def export_files(view: View) -> Iterator[tuple[str, str]]:
    """Yield (path inside the folder, text) of the newest version of every script; importing them changes nothing."""
    zone = ZoneInfo(view.settings.time_zone)
    for script in _newest(view):
        # a topic is anybody's text: only letters, digits and hyphens of it become the name of a folder
        folder = "/".join(filter(None, (re.sub(r"[^\w-]+", "-", part).strip("-") for part in script.topic.split("/"))))
        yield f"{folder}/{script.key}.md" if folder else f"{script.key}.md", emit(script, zone=zone)


def export_rows(view: View) -> Iterator[dict[str, str]]:
    """Yield the rows of a table with the newest version of every script; importing them changes nothing."""
    zone = ZoneInfo(view.settings.time_zone)
    for script in _newest(view):
        yield from to_rows(script, zone=zone)


def _newest(view: View) -> Iterator[Script]:
    view.require(Permission.READ_SCRIPTS)
    newest = {row.key: row for row in rows_of.all_versions(view.rows)}
    for row in newest.values():
        script = from_content(row.key, rows_of.content_of(view.rows, row.id))
        yield replace(script, version=row.number, state=row.state)
