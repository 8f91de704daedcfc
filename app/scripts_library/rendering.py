"""Filling the placeholders of a text: what the reader shows is a row of parts, so that a value can be marked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.scripts_library.script import Placeholder, Script

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text. `name` is set where a placeholder stood; `missing` if a required value is not there."""

    text: str
    name: str = ""
    missing: bool = False


def names_in(text: str) -> tuple[str, ...]:
    """The placeholders of a text, each once, in order."""
    return tuple(dict.fromkeys(PLACEHOLDER.findall(text)))


def render(text: str, script: Script, values: Mapping[str, str]) -> tuple[Part, ...]:
    """The text with its values: the given one, else the fall-back, else the name in braces."""
    declared = {one.name: one for one in script.placeholders}
    parts: list[Part] = []
    end = 0
    for found in PLACEHOLDER.finditer(text):
        if found.start() > end:
            parts.append(Part(text[end : found.start()]))
        parts.append(_filled(found[1], declared.get(found[1]), values))
        end = found.end()
    if end < len(text):
        parts.append(Part(text[end:]))
    return tuple(parts)


def _filled(name: str, declared: Placeholder | None, values: Mapping[str, str]) -> Part:
    value = values.get(name) or (declared.fallback if declared else "")
    if value:
        return Part(value, name)
    return Part(f"{{{name}}}", name, missing=declared is None or declared.required)


def as_text(parts: tuple[Part, ...]) -> str:
    """The parts as one text."""
    return "".join(part.text for part in parts)
