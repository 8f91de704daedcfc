"""From scripts to rows of a table: reading them again gives the same scripts."""

from collections.abc import Iterator, Mapping
from datetime import UTC, tzinfo

from app.scripts_library.body import write_sections
from app.scripts_library.cells import join_list, write_json, write_moment, write_points_cell, write_sources_cell
from app.scripts_library.columns import COLUMNS
from app.scripts_library.emitter import Data, head_data
from app.scripts_library.script import Script, Variant

_IN_COLUMNS = frozenset(
    {
        "id",
        "topic",
        "tags",
        "owner",
        "urgent",
        "effective_from",
        "effective_to",
        "review_on",
        "units",
        "sources",
        "key_points",
    }
)
_BY_LANGUAGE = ("title", "question", "aliases")
_LANGUAGE_NAMES = {"zh": "zh_CN"}


def to_rows(script: Script, *, zone: tzinfo = UTC) -> tuple[dict[str, str], ...]:
    """One row for each variant; what belongs to the whole script stands in the first one only."""
    variants = script.variants or (Variant(next(iter(script.title), "en")),)
    rows: list[dict[str, str]] = []
    languages: set[str] = set()
    for variant in variants:
        row = dict.fromkeys(COLUMNS, "") | _variant_cells(script, variant)
        if variant.language not in languages:
            languages.add(variant.language)
            row |= _language_cells(script, variant.language)
        rows.append(row)
    rows[0] |= _whole_cells(script, variants[0].language, zone)
    return tuple(rows)


def _variant_cells(script: Script, variant: Variant) -> dict[str, str]:
    return {
        "key": script.key,
        "title": script.title.get(variant.language, ""),
        "answer": write_sections(variant),
        "language": _LANGUAGE_NAMES.get(variant.language, variant.language),
        "audience": variant.audience,
        "plain": "yes" if variant.plain else "",
    }


def _language_cells(script: Script, language: str) -> dict[str, str]:
    return {
        "question": script.question.get(language, ""),
        "phrasings": join_list(script.phrasings.get(language, ())),
    }


def _whole_cells(script: Script, language: str, zone: tzinfo) -> dict[str, str]:
    return {
        "key_points": write_points_cell(script.key_points, language),
        "category": script.topic,
        "tags": join_list(script.tags),
        "units": join_list(script.units),
        "source": write_sources_cell(script.sources),
        "effective_on": write_moment(script.effective_from, zone),
        "expires_on": write_moment(script.effective_to, zone),
        "review_on": script.review_on.isoformat() if script.review_on else "",
        "owner": script.owner,
        "urgent": "yes" if script.urgent else "",
        "more": _more(script, zone),
    }


def _more(script: Script, zone: tzinfo) -> str:
    """What no column carries: fields that are not at their default, and texts of languages without a row."""
    usual = head_data(Script(script.key, {}), zone)
    data = head_data(script, zone)
    more: dict[str, Data] = {
        name: value
        for name, value in data.items()
        if name not in _IN_COLUMNS and name not in _BY_LANGUAGE and usual.get(name) != value
    }
    in_rows = script.languages() or (next(iter(script.title), "en"),)
    for name in _BY_LANGUAGE:
        rest = dict(_without(data.get(name), in_rows))
        if rest:
            more[name] = rest
    if not script.variants:
        more["version"] = script.version
    return write_json(more) if more else ""


def _without(texts: "Data | None", languages: tuple[str, ...]) -> Iterator[tuple[str, Data]]:
    if isinstance(texts, Mapping):
        yield from ((code, text) for code, text in texts.items() if code not in languages)
