"""Reading one script file. Never raises, whatever the text holds: mistakes come back as findings with their lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

from app.scripts_library.body import read_variants
from app.scripts_library.fields import Fields
from app.scripts_library.findings import Finding, Place, at_line, error, has_errors, located
from app.scripts_library.front_matter import Head, read_head
from app.scripts_library.head import (
    read_audience,
    read_decided,
    read_key,
    read_key_points,
    read_labels,
    read_rules,
    read_sources,
    read_times,
    read_words,
)
from app.scripts_library.script import Script

MAX_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file as it was read. `script` is None when a mistake leaves nothing to rely on."""

    script: Script | None
    findings: tuple[Finding, ...] = ()
    lines: Mapping[Place, int] = field(default_factory=dict[Place, int])


def parse(text: str, *, source: str = "", zone: tzinfo = UTC) -> Parsed:
    """One script from the text of its file; dates without a time are midnights of `zone`.

    `source` names the file in the findings. A script comes back only if no finding is an error.
    """
    if len(text) > MAX_CHARACTERS:
        return _failed(at_line(1, error("file-too-long", limit=MAX_CHARACTERS)), source)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return _failed(at_line(1, error("file-empty")), source)
    if lines[start].rstrip() != "---":
        return _failed(at_line(start + 1, error("head-missing")), source)
    end = next((number for number in range(start + 1, len(lines)) if lines[number].rstrip() == "---"), None)
    if end is None:
        return _failed(at_line(start + 1, error("head-not-closed")), source)
    head = read_head("\n".join(lines[start + 1 : end]), first_line=start + 2)
    return _assembled(head, "\n".join(lines[end + 1 :]), min(end + 2, len(lines)), source, zone)


def _failed(finding: Finding, source: str) -> Parsed:
    return Parsed(None, (located(finding, {}, source),))


def _assembled(head: Head, body: str, body_line: int, source: str, zone: tzinfo) -> Parsed:
    lines: dict[Place, int] = {(): 1, **head.lines, ("body",): body_line}
    variants, variant_lines, findings = read_variants(body, body_line)
    lines.update({("body", number): line for number, line in variant_lines.items()})
    if head.findings:
        return Parsed(None, tuple(located(one, lines, source) for one in (*head.findings, *findings)), lines)
    noted: list[Finding] = []
    fields = Fields(dict(head.values), (), noted)
    script = Script(
        key=read_key(fields),
        **read_decided(fields),
        **read_words(fields),
        **read_labels(fields),
        **read_times(fields, zone),
        **read_rules(fields),
        audience=read_audience(fields),
        sources=read_sources(fields),
        key_points=read_key_points(fields),
        variants=variants,
    )
    fields.close()
    found = tuple(located(one, lines, source) for one in (*noted, *findings))
    return Parsed(None if has_errors(found) else script, found, lines)
