"""Templates of documents as data: for which length of time, and which sections in which order, in both languages.

A section has a title, a text of its own (which may be edited before printing), and at most one filling: what the
program puts there from its figures.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.models.periods import Span
from app.models.shapes import DefinitionBroken, Shape, Words, read_json


class Filling(StrEnum):
    """What the program puts into a section."""

    SUMMARY = "summary"
    KPIS = "kpis"
    LEFT_OUT = "left_out"
    TREND = "trend"
    UNITS = "units"
    PEOPLE = "people"
    CHANNELS = "channels"
    TOPICS = "topics"
    WEAK = "weak"
    DRILLS = "drills"
    HOT = "hot"
    WORDS = "words"
    SATISFACTION = "satisfaction"
    FINDINGS = "findings"
    LEDGER = "ledger"
    VOICES = "voices"
    TRAINING = "training"
    RETURNS = "returns"


class TemplateBroken(DefinitionBroken):
    """A template of a document cannot be used. Facts: ``file``, ``place``, ``found``, ``expected``."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a document."""

    title: Words
    text: Words | None = None
    fill: Filling | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of document."""

    id: str
    span: Span
    title: Words
    sections: tuple[Section, ...]


def from_json(text: str, *, file: str) -> Template:
    """Return the template of a file. Raises ``TemplateBroken``."""
    whole = read_json(text, file=file, error=TemplateBroken)
    parts = whole.keys("id", "span", "title", "sections")
    return Template(
        whole.required(parts, "id").name(),
        Span(whole.required(parts, "span").one_of(tuple(Span))),
        whole.required(parts, "title").words(),
        whole.required(parts, "sections").each(_section),
    )


def _section(shape: Shape) -> Section:
    parts = shape.keys("title", "text", "fill")
    fill = Filling(parts["fill"].one_of(tuple(Filling))) if "fill" in parts else None
    return Section(shape.required(parts, "title").words(), parts["text"].words() if "text" in parts else None, fill)
