"""What is asked about a KPI, as data, and a KPI as the values of these fields: without Qt."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.models.errors import FieldInvalid, FieldMissing
from app.models.kpi_questions import Question
from app.models.kpis import COUNTED, Better, Kpi, Measure, RowSet, Window
from app.models.shapes import NAME, Words
from app.services import kpi_words, wording
from app.services.kpis import KpiVersion
from app.ui.kit.escaping import escape
from app.ui.kit.fields import Field, Option
from app.ui.kit.type_ahead import Suggestion

_HUNDRED, _OFFERED = 100, 12
_SETS = {f"{question}.{mark}": RowSet(question, mark) for question in Question for mark in COUNTED}
_TEXTS = ("title", "formula", "source")


def suggest(text: str) -> list[Suggestion]:
    """Return the row sets whose code or words contain a text."""
    found: list[Suggestion] = []
    for code, one in _SETS.items():
        hint = f"{wording.label('question', one.question.value, 'en')} · {one.mark.value}"
        if text.lower() in f"{code} {hint} {wording.label('question', one.question.value, 'zh_CN')}".lower():
            found.append(Suggestion(code, code, hint))
    return found[:_OFFERED]


def _label(en: str, zh: str) -> dict[str, str]:
    return {"en": en, "zh_CN": zh}


def _one(name: str) -> tuple[dict[str, str], dict[str, str]]:
    en, zh = (kpi_words.phrase(f"field_{name}", language) for language in ("en", "zh_CN"))
    return _label(f"{en} (English)", f"{zh}（英文）"), _label(f"{en} (Chinese)", f"{zh}（中文）")


def _choices(kind: type[Better] | type[Measure], code: str) -> tuple[Option, ...]:
    return tuple(
        Option(one.value, _label(*(kpi_words.phrase(f"{code}_{one.value}", lang) for lang in ("en", "zh_CN"))))
        for one in kind
    )


def _field(name: str) -> dict[str, str]:
    return _label(*(kpi_words.phrase(f"field_{name}", language) for language in ("en", "zh_CN")))


FIELDS = (
    Field("id", "text", _field("id"), required=True, max_length=64, span=2),
    *(
        Field(f"{name}_{code}", "text" if name == "title" else "long_text", _one(name)[place], required=True, lines=2)
        for name in _TEXTS
        for place, code in enumerate(("en", "zh"))
    ),
    Field("target", "number", _field("target")),
    Field("warning", "number", _field("warning")),
    Field("better", "choice", _field("better"), required=True, options=_choices(Better, "better")),
    Field("measure", "choice", _field("measure"), required=True, options=_choices(Measure, "kind")),
    Field("hours", "number", _field("hours")),
    Field("least", "number", _field("least")),
    Field("from_on", "date", _field("from_on")),
    Field("until_on", "date", _field("until_on")),
    Field("numerator", "tags", _field("numerator"), required=True, suggest=suggest, span=2),
    Field("denominator", "tags", _field("denominator"), required=True, suggest=suggest, span=2),
)


def values_of(kpi: Kpi) -> dict[str, Any]:
    """Return a KPI as the values of the fields; shares as percent."""
    scale = _scale(kpi.measure)
    told = {"id": kpi.id, "better": kpi.better.value, "measure": kpi.measure.value}
    days = {"from_on": kpi.from_on, "until_on": kpi.until_on}
    texts = {
        f"{name}_{code}": text
        for name, words in (("title", kpi.title), ("formula", kpi.formula), ("source", kpi.source))
        for code, text in (("en", words.en), ("zh", words.zh_cn))
    }
    bounds = {
        name: None if value is None else _plain(value * scale)
        for name, value in (("target", kpi.target), ("warning", kpi.warning))
    }
    hours, least = (kpi.window.hours, kpi.window.least) if kpi.window else (None, None)
    sets = {"numerator": kpi.numerator, "denominator": kpi.denominator}
    window = {"hours": hours, "least": least}
    return {**told, **days, **texts, **bounds, **window, **{name: tuple(map(str, one)) for name, one in sets.items()}}


def _plain(value: float) -> float:
    """Return a number without the digits that nobody wrote: 99, not 99.0."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def kpi_of(former: Kpi, values: Mapping[str, Any]) -> Kpi:
    """Return a KPI with these values. Raises ``FieldInvalid`` beside the field."""
    name = str(values["id"]).strip()
    if not NAME.fullmatch(name):
        raise FieldInvalid(field="id", value=name)
    measure = Measure(values["measure"])
    title, formula, source = (
        Words(str(values[f"{one}_en"]).strip(), str(values[f"{one}_zh"]).strip()) for one in _TEXTS
    )
    target, warning = (
        None if values.get(one) is None else float(values[one]) / _scale(measure) for one in ("target", "warning")
    )
    return replace(
        former, id=name, title=title, formula=formula, source=source, target=target, warning=warning, measure=measure,
        better=Better(values["better"]), from_on=values.get("from_on"), until_on=values.get("until_on"),
        numerator=_sets("numerator", values), denominator=_sets("denominator", values), window=_window(values),
    )  # fmt: skip


def _window(values: Mapping[str, Any]) -> Window | None:
    """Both or neither: hours without a least would tell of quiet nights. Raises ``FieldInvalid``, ``FieldMissing``."""
    told = {name: values.get(name) for name in ("hours", "least")}
    if not any(told.values()):
        return None
    for name, value in told.items():
        if value is None:
            raise FieldMissing(field=name)
        if value != int(value):
            raise FieldInvalid(field=name, value=str(value))
    return Window(int(told["hours"] or 0), int(told["least"] or 0))


def _scale(measure: Measure) -> float:
    return measure.scale


def _sets(field: str, values: Mapping[str, Any]) -> tuple[RowSet, ...]:
    strange = [one for one in values[field] if one not in _SETS]
    if strange:
        raise FieldInvalid(field=field, value=str(strange[0]))
    return tuple(_SETS[one] for one in values[field])


def page_of(kpi: Kpi, history: tuple[KpiVersion, ...], language: str) -> str:
    """Return the page of a KPI: how it is computed, and its versions, the newest first."""
    parts = "".join(
        f"<p><b>{escape(heading)}</b><br>{escape(text)}</p>" for heading, text in kpi_words.explained(kpi, language)
    )
    lines = "".join(f"<li>{escape(version_of(one, language))}</li>" for one in history)
    title = escape(kpi.title.for_language(language))
    return f"<h3>{title}</h3>{parts}<p><b>{escape(kpi_words.phrase('history', language))}</b></p><ul>{lines}</ul>"


def version_of(one: KpiVersion, language: str) -> str:
    """Return one version in a line: its number, when it holds, its target, who saved it."""
    kpi = one.kpi
    number = kpi_words.phrase("version", language).format(number=one.number) if one.number else ""
    first = kpi.from_on.isoformat() if kpi.from_on else kpi_words.phrase("always", language)
    last = kpi.until_on.isoformat() if kpi.until_on else kpi_words.phrase("open", language)
    held = kpi_words.phrase("held", language).format(first=first, last=last)
    saved = f"{one.by} {one.at.date().isoformat()}" if one.at else kpi_words.phrase("shipped", language)
    return " · ".join(part for part in (number, held, kpi_words.goal(kpi, language), saved) if part)
