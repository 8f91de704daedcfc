"""The part of a script file below the head: variants (`## zh · plain`) and their sections (`### say`)."""

import re
from collections.abc import Iterator

from app.scripts_library.findings import Finding, at_line, error
from app.scripts_library.script import CALLER_KINDS, SECTIONS, Variant
from app.scripts_library.texts import clean_text, language_code

_HEADING = re.compile(r"(#{2,3})[ \t]+(\S.*)")
_ESCAPED = re.compile(r"\\+#{2,3}[ \t]+\S")
_SEPARATOR = re.compile(r"[·,，]")
_CHINESE = {"say": "开头", "if_asked": "如追问", "escalate": "转接", "record": "记录"}
_ENGLISH = {name: name.replace("_", " ") for name in SECTIONS}
_SECTION_OF = {word: name for words in (_CHINESE, _ENGLISH) for name, word in words.items()}


def section_heading(section: str, language: str) -> str:
    """The words of a section's head in a language, e.g. `如追问 / if asked`."""
    english = _ENGLISH[section]
    return f"{_CHINESE[section]} / {english}" if language == "zh" else english


def escaped(text: str) -> str:
    """The text with a backslash before every line that would be read as a heading."""
    return "\n".join(f"\\{line}" if _HEADING.match(line) or _ESCAPED.match(line) else line for line in text.split("\n"))


def _unescaped(line: str) -> str:
    return line[1:] if _ESCAPED.match(line) else line


def read_variants(text: str, first_line: int = 1) -> tuple[tuple[Variant, ...], dict[str, int], list[Finding]]:
    """The variants of a body, the line of each by its number (`"1"`, `"2"`, …), and what was wrong."""
    findings: list[Finding] = []
    variants: list[Variant] = []
    lines: dict[str, int] = {}
    for number, heading, inside in _blocks(text.split("\n"), first_line, "##"):
        if heading is None:
            if any(line.strip() for _, line in inside):
                findings.append(at_line(number, error("text-before-variant", "body")))
            continue
        place = _read_place(heading, number, findings)
        if place is None:
            continue
        sections = _read_sections(inside, findings)
        if not any(sections.values()):
            findings.append(at_line(number, error("variant-empty", "body", heading=heading)))
            continue
        variants.append(Variant(*place, **sections))
        lines[str(len(variants))] = number
    return tuple(variants), lines, findings


def read_sections(text: str) -> dict[str, str]:
    """The sections of one answer in a table: without heads all of it is `say`. Unknown heads are text here.

    A section that comes twice is put together: a cell has no line a finding could point to.
    """
    sections: dict[str, list[str]] = {"say": []}
    current = sections["say"]
    for line in clean_text(text).split("\n"):
        found = _HEADING.match(line)
        name = _section_name(found[2]) if found and found[1] == "###" else None
        if name:
            current = sections.setdefault(name, [])
        else:
            current.append(_unescaped(line))
    return {name: clean_text("\n".join(part)) for name, part in sections.items()}


def write_sections(variant: Variant) -> str:
    """One variant's text as `read_sections` reads it: heads only where something besides `say` is filled."""
    filled = [name for name in SECTIONS if getattr(variant, name)]
    if filled in ([], ["say"]):
        return escaped(variant.say)
    return "\n".join(
        f"### {section_heading(name, variant.language)}\n{escaped(getattr(variant, name))}" for name in filled
    )


def write_variant(variant: Variant) -> str:
    """One variant with its heading, as `read_variants` reads it."""
    parts = [variant.language, variant.audience, "plain" if variant.plain else ""]
    lines = [f"## {' · '.join(part for part in parts if part)}"]
    for name in SECTIONS:
        text = getattr(variant, name)
        if text:
            lines += [f"### {section_heading(name, variant.language)}", escaped(text)]
    return "\n".join(lines)


def _blocks(lines: list[str], first_line: int, level: str) -> Iterator[tuple[int, str | None, list[tuple[int, str]]]]:
    """(line, heading or None for what stands before the first one, numbered lines inside)."""
    number, heading, inside = first_line, None, list[tuple[int, str]]()
    for at, line in enumerate(lines, first_line):
        found = _HEADING.match(line)
        if found and found[1] == level:
            yield number, heading, inside
            number, heading, inside = at, found[2].strip(), []
        else:
            inside.append((at, line))
    yield number, heading, inside


def _read_place(heading: str, line: int, findings: list[Finding]) -> tuple[str, str, bool] | None:
    first, *rest = (part.strip() for part in _SEPARATOR.split(heading))
    language = language_code(first)
    if language is None:
        findings.append(at_line(line, error("variant-language-unknown", "body", heading=heading)))
        return None
    audience, plain = "", False
    for word in rest:
        if word == "plain" and not plain:
            plain = True
        elif word in CALLER_KINDS and not audience:
            audience = word
        else:
            findings.append(
                at_line(line, error("variant-word-unknown", "body", word=word, kinds=", ".join(CALLER_KINDS)))
            )
            return None
    return language, audience, plain


def _read_sections(inside: list[tuple[int, str]], findings: list[Finding]) -> dict[str, str]:
    sections: dict[str, list[str]] = {"say": []}
    current: list[str] = sections["say"]
    for number, line in inside:
        found = _HEADING.match(line)
        if not found or found[1] != "###":
            current.append(_unescaped(line))
            continue
        name = _section_name(found[2])
        if name is None:
            findings.append(at_line(number, error("section-unknown", "body", heading=found[2].strip())))
            current = []
        elif any(part.strip() for part in sections.get(name, ())):
            findings.append(at_line(number, error("section-twice", "body", section=_ENGLISH[name])))
            current = []
        else:
            current = sections.setdefault(name, [])
    return {name: clean_text("\n".join(part)) for name, part in sections.items()}


def _section_name(heading: str) -> str | None:
    for part in (heading, *heading.split("/")):
        name = _SECTION_OF.get(" ".join(part.lower().split()))
        if name:
            return name
    return None
