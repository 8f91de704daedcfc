"""KPIs as data: a share of named row sets, its target and which way is better, where it comes from, and when it holds.

A row set is one question (``Question``) that is asked of every inquiry, interview, finding…; each answers it with a
``FigureMark``, and some with how much of it (points, seconds). A formula names sets and marks, ``direct.met``;
numerator and denominator are pooled, never averaged. Marks that stand in neither are the exclusions, and are shown
beside the figure.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.models.errors import FieldInvalid, FieldMissing
from app.models.kpi_questions import Question, Subject, subject_of
from app.models.reference_versions import versioned
from app.models.shapes import DefinitionBroken, Shape, Words, read_json

KPI = versioned("kpi")
#: No target is longer than a day, in seconds.
DAY_S = 86_400
#: Of what windows of hours can be told: what happens at a moment.
MOMENTARY = (Subject.CALL,)
#: No window is longer than a week, in hours; none counts so few that somebody could be recognized.
LONGEST_H, FEWEST = 168, 5


class FigureMark(StrEnum):
    """How an inquiry answers a question. ``none``: it is not asked of this one; ``waiting``: it may still turn out."""

    MET = "met"
    MISSED = "missed"
    WAITING = "waiting"
    LEFT_OUT = "left_out"
    NONE = "none"


#: Marks that are counted; what a question is not asked of is no part of any figure.
COUNTED = (FigureMark.MET, FigureMark.MISSED, FigureMark.WAITING, FigureMark.LEFT_OUT)


class Better(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


class Measure(StrEnum):
    """What a figure is: a share, seconds of each, or how many of a thousand."""

    SHARE = "share"
    SECONDS = "seconds"
    PER_THOUSAND = "per_thousand"

    @property
    def scale(self) -> int:
        """Return by what a figure is multiplied where people read it."""
        return {Measure.SHARE: 100, Measure.SECONDS: 1, Measure.PER_THOUSAND: 1000}[self]

    @property
    def sign(self) -> str:
        """Return what stands behind it."""
        return {Measure.SHARE: "%", Measure.SECONDS: "s", Measure.PER_THOUSAND: "‰"}[self]


class KpiBroken(DefinitionBroken):
    """A definition of KPIs cannot be used. Facts: ``file``, ``place``, ``found``, ``expected``."""


@dataclass(frozen=True, slots=True, order=True)
class RowSet:
    """Inquiries that answer a question in one way; written ``question.mark``."""

    question: Question
    mark: FigureMark

    def __str__(self) -> str:
        """Return it as a definition writes it."""
        return f"{self.question}.{self.mark}"


@dataclass(frozen=True, slots=True)
class Window:
    """A figure is told of its worst ``hours`` on end, whenever they begin, instead of the whole period.

    Windows that count fewer than ``least`` below the line say nothing: with a target of 95 % a single call lost out of
    fewer than 20 would miss it already, which says more about the quiet night than about the service.
    """

    hours: int
    least: int


@dataclass(frozen=True, slots=True)
class Kpi:
    """One version of a KPI. ``target`` is a share from 0 to 1 or seconds, None without one; ``until_on`` the last day.

    ``title``, ``formula`` and ``source`` are for people: its name, how it is computed, and where it comes from.
    ``cases`` are counted to know whether a group is too small to be told, where the denominator counts points.
    A figure that misses its target, but not by more than ``warning``, warns only.
    """

    id: str
    title: Words
    formula: Words
    source: Words
    numerator: tuple[RowSet, ...]
    denominator: tuple[RowSet, ...]
    target: float | None = None
    better: Better = Better.UP
    from_on: date | None = None
    until_on: date | None = None
    measure: Measure = Measure.SHARE
    cases: tuple[RowSet, ...] = ()
    warning: float | None = None
    window: Window | None = None

    @property
    def subject(self) -> Subject:
        """Return of what it is told."""
        return subject_of(self.denominator[0].question)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return the questions that it is made of, each once."""
        return tuple(dict.fromkeys(one.question for one in (*self.numerator, *self.denominator, *self.cases)))

    @property
    def excluded(self) -> tuple[RowSet, ...]:
        """Return the counted row sets of its questions that stand in neither part of the formula."""
        used = {*self.numerator, *self.denominator}
        asked = dict.fromkeys(one.question for one in (*self.numerator, *self.denominator))
        every = (RowSet(question, mark) for question in asked for mark in COUNTED)
        return tuple(one for one in every if one not in used)

    def holds_on(self, day: date) -> bool:
        """Say whether a day is within the validity."""
        return (self.from_on is None or self.from_on <= day) and (self.until_on is None or day <= self.until_on)

    def reached(self, share: float) -> bool | None:
        """Say whether a share reaches the target; None without a target."""
        if self.target is None:
            return None
        return self._within(share, self.target)

    def warns(self, share: float) -> bool:
        """Say whether a share misses its target, but stays within the warning bound."""
        return self.reached(share) is False and self.warning is not None and self._within(share, self.warning)

    def _within(self, share: float, bound: float) -> bool:
        return share >= bound if self.better is Better.UP else share <= bound


def check(kpi: Kpi) -> None:
    """Raise what is wrong with a KPI beside its field. Raises ``FieldMissing`` and ``FieldInvalid``.

    What is counted above must be counted below too: else a share could be more than one. All of it is asked of one
    kind of thing: else groups and days would not be the same.
    """
    for name, value in (("numerator", kpi.numerator), ("denominator", kpi.denominator)):
        if not value:
            raise FieldMissing(field=name)
        if len(set(value)) != len(value):
            raise FieldInvalid(field=name, value=", ".join(map(str, value)))
    strange = [one for one in kpi.numerator if one not in kpi.denominator and kpi.measure is not Measure.SECONDS]
    strange += [one for one in (*kpi.numerator, *kpi.denominator) if subject_of(one.question) is not kpi.subject]
    if strange:
        raise FieldInvalid(field="numerator", value=str(strange[0]))
    _check_bounds(kpi)
    _check_window(kpi)
    if kpi.from_on and kpi.until_on and kpi.until_on < kpi.from_on:
        raise FieldInvalid(field="until_on", value=kpi.until_on.isoformat())


def _check_bounds(kpi: Kpi) -> None:
    """A warning bound lies beyond the target: without one there is nothing to warn of."""
    most = DAY_S if kpi.measure is Measure.SECONDS else 1
    for name, value in (("target", kpi.target), ("warning", kpi.warning)):
        if value is not None and not 0 <= value <= most:
            raise FieldInvalid(field=name, value=str(value))
    if kpi.warning is not None and (kpi.target is None or (kpi.reached(kpi.warning) and kpi.warning != kpi.target)):
        raise FieldInvalid(field="warning", value=str(kpi.warning))


def _check_window(kpi: Kpi) -> None:
    if kpi.window is None:
        return
    if not 1 <= kpi.window.hours <= LONGEST_H or kpi.subject not in MOMENTARY:
        raise FieldInvalid(field="hours", value=str(kpi.window.hours))
    if kpi.window.least < FEWEST:
        raise FieldInvalid(field="least", value=str(kpi.window.least))


def to_json(kpi: Kpi) -> str:
    """Return the KPI as its file; ``from_json`` reads it back unchanged."""
    days = {"from": kpi.from_on, "until": kpi.until_on}
    table: dict[str, object] = {
        "id": kpi.id,
        "title": _words(kpi.title),
        "formula": _words(kpi.formula),
        "source": _words(kpi.source),
        "numerator": [str(one) for one in kpi.numerator],
        "denominator": [str(one) for one in kpi.denominator],
        **({"target": kpi.target} if kpi.target is not None else {}),
        **({"warning": kpi.warning} if kpi.warning is not None else {}),
        "better": kpi.better.value,
        **({"measure": kpi.measure.value} if kpi.measure is not Measure.SHARE else {}),
        **({"cases": [str(one) for one in kpi.cases]} if kpi.cases else {}),
        **({"window": {"hours": kpi.window.hours, "least": kpi.window.least}} if kpi.window else {}),
        **{name: day.isoformat() for name, day in days.items() if day is not None},
    }
    return json.dumps(table, ensure_ascii=False, indent=2)


def _words(words: Words) -> dict[str, str]:
    return {"en": words.en, "zh_CN": words.zh_cn}


def from_json(text: str, *, file: str) -> Kpi:
    """Return the KPI of a file. Raises ``KpiBroken`` with the place of what is wrong."""
    return read(read_json(text, file=file, error=KpiBroken))


_NAMES = (
    *("id", "title", "formula", "source", "numerator", "denominator", "target", "better", "from", "until"),
    *("measure", "cases", "warning", "window"),
)


def read(shape: Shape) -> Kpi:
    """Return the KPI of a JSON object. Raises ``KpiBroken``."""
    parts = shape.keys(*_NAMES)
    better = parts["better"].one_of(tuple(Better)) if "better" in parts else Better.UP
    title, formula, source = (shape.required(parts, name).words() for name in ("title", "formula", "source"))
    above, below = (shape.required(parts, name).each(_row_set) for name in ("numerator", "denominator"))
    from_on, until_on = (_date(parts[name]) if name in parts else None for name in ("from", "until"))
    target, warning = (float(parts[one].number()) if one in parts else None for one in ("target", "warning"))
    name = shape.required(parts, "id").name()
    measure = Measure(parts["measure"].one_of(tuple(Measure))) if "measure" in parts else Measure.SHARE
    cases = parts["cases"].each(_row_set) if "cases" in parts else ()
    window = _window(parts["window"]) if "window" in parts else None
    return Kpi(
        name, title, formula, source, above, below, target, Better(better), from_on, until_on, measure, cases, warning,
        window,
    )  # fmt: skip


def _window(shape: Shape) -> Window:
    parts = shape.keys("hours", "least")
    return Window(*(int(shape.required(parts, name).number()) for name in ("hours", "least")))


def read_many(text: str, *, file: str) -> tuple[Kpi, ...]:
    """Return the KPIs of a file that holds ``{"kpis": […]}`` or a single one. Raises ``KpiBroken``."""
    whole = read_json(text, file=file, error=KpiBroken)
    if '"kpis"' not in text:
        return (read(whole),)
    return whole.required(whole.keys("kpis"), "kpis").each(read)


def valid_on(versions: Iterable[Kpi], day: date) -> Kpi | None:
    """Return the newest of these versions (the oldest first) that holds on a day."""
    return next((one for one in reversed(list(versions)) if one.holds_on(day)), None)


def _row_set(shape: Shape) -> RowSet:
    every = {f"{question}.{mark}": RowSet(question, mark) for question in Question for mark in COUNTED}
    return every[shape.one_of(tuple(every))]


def _date(shape: Shape) -> date:
    try:
        return date.fromisoformat(shape.text())
    except ValueError:
        raise shape.broken('"2026-05-01"') from None
