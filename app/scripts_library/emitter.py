"""Writing a script as a file that reads well in a difference view; reading it again gives the same script.

The YAML is written by hand: one line per key point and source, no wrapping, so a changed word is one changed line.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, tzinfo
from typing import TypeAlias

from app.scripts_library.body import write_variant
from app.scripts_library.script import (
    Flow,
    FlowNode,
    Forbidden,
    KeyPoint,
    Placeholder,
    Script,
    Slots,
    Source,
    Texts,
    WordLists,
)

Data: TypeAlias = "str | int | bool | list[Data] | dict[str, Data]"

_LETTERS = "A-Za-z一-鿿"
_MARKS = "，。、；？！：（）「」《》〔〕"  # Chinese punctuation means nothing in YAML
_PLAIN = re.compile(rf"[{_LETTERS}_][{_LETTERS}{_MARKS}0-9_./-]*( [{_LETTERS}{_MARKS}0-9_./-]+)*")
_PLAIN_NUMBERS = re.compile(rf"[0-9]{{1,3}}([{_LETTERS}][{_LETTERS}{_MARKS}0-9]*)?|[0-9-]{{10}}(T[0-9:.+-]+)?")
_WORDS_WITH_MEANING = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def emit(script: Script, *, zone: tzinfo = UTC) -> str:
    """The text of the script's file; times are written in `zone`."""
    lines = ["---"]
    for name, value in head_data(script, zone).items():
        lines += _field(name, value)
    lines.append("---")
    lines += [write_variant(variant) for variant in script.variants]
    return "\n".join(lines) + "\n"


def head_data(script: Script, zone: tzinfo = UTC) -> dict[str, Data]:
    """The fields of the head that differ from their default, in the order of the format's table."""
    data: dict[str, Data] = {"id": script.key, "version": script.version, "title": dict(script.title)}
    data |= _filled(
        {
            "question": dict(script.question),
            "aliases": _lists(script.phrasings),
            "abbr": [f"{short}={long}" for short, long in script.abbreviations],
            "topic": script.topic,
            "tags": list(script.tags),
        }
    )
    data |= {
        "risk": script.risk.value,
        "governance": script.governance.value,
        "audience": script.audience.value,
        **_filled({"owner": script.owner}),
        "state": script.state.value,
    }
    return data | _filled(_times(script, zone)) | _filled(_rules(script))


def _times(script: Script, zone: tzinfo) -> dict[str, Data]:
    return {
        "urgent": script.urgent,
        "effective_from": _moment(script.effective_from, zone),
        "effective_to": _moment(script.effective_to, zone),
        "last_reviewed_on": _day(script.last_reviewed_on),
        "review_in": "" if script.review_in_days is None else f"{script.review_in_days}d",
        "review_on": _day(script.review_on),
        "supersedes": script.supersedes,
    }


def _rules(script: Script) -> dict[str, Data]:
    return {
        "units": list(script.units),
        "sources": sources_data(script.sources),
        "placeholders": {one.name: _placeholder(one) for one in script.placeholders},
        "key_points": key_points_data(script.key_points),
        "must_not_say": [_forbidden(one) for one in script.must_not_say],
        "dialect_notes": dict(script.dialect_notes),
        "flow": _flow(script.flow),
        "lang_gap": list(script.lang_gap),
    }


def sources_data(sources: Iterable[Source]) -> list[Data]:
    """The sources as the head holds them."""
    return [
        _filled({"doc": s.doc, "clause": s.clause, "url": s.url, "published": _day(s.published), "sha256": s.sha256})
        for s in sources
    ]


def key_points_data(points: Iterable[KeyPoint]) -> list[Data]:
    """The key points as the head holds them."""
    return [
        {"id": p.id, "critical": p.critical, **dict(p.texts)}
        | _filled({"slots": _slots(p.slots), "any": _lists(p.any)})
        for p in points
    ]


def _slots(slots: Slots) -> dict[str, Data]:
    return _filled(
        {
            "numbers": list(slots.numbers),
            "phones": list(slots.phones),
            "unit": "|".join(slots.units),
            "negated": slots.negated,
        }
    )


def _forbidden(one: Forbidden) -> Data:
    return _filled({"id": one.id, **_lists(one.words), "class": one.kind})


def _placeholder(one: Placeholder) -> Data:
    more: dict[str, Data] = {
        "from": one.choices_from,
        "choices": list(one.choices),
        "table": one.table,
        "key": one.key,
        "fallback": one.fallback,
        "required": one.required,
    }
    return {"type": one.type.value, **_filled(more)}


def _flow(flow: Flow | None) -> dict[str, Data]:
    if flow is None:
        return {}
    return {"start": flow.start, "nodes": {node.id: _node(node) for node in flow.nodes}}


def _node(node: FlowNode) -> Data:
    options: list[Data] = [{"label": dict(option.label), "goto": option.goto} for option in node.options]
    say: Data = node.say_point or dict(node.say)
    return _filled({"ask": dict(node.ask), "options": options, "say": say, "goto": node.goto})


def _lists(lists: WordLists | Texts) -> dict[str, Data]:
    return {code: list(words) for code, words in lists.items()}


def _filled(data: Mapping[str, Data]) -> dict[str, Data]:
    return {name: value for name, value in data.items() if value not in ("", False, [], {})}


def _moment(at: datetime | None, zone: tzinfo) -> str:
    return "" if at is None else at.astimezone(zone).isoformat()


def _day(on: date | None) -> str:
    return "" if on is None else on.isoformat()


def _field(name: str, value: Data) -> list[str]:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [f"{name}:", *(f"  - {_flow_style(one)}" for one in value)]
    if isinstance(value, dict) and name in ("aliases", "question", "placeholders", "dialect_notes"):
        return [f"{name}:", *(f"  {_scalar(key)}: {_flow_style(one)}" for key, one in value.items())]
    if name == "flow" and isinstance(value, dict):
        nodes = value["nodes"]
        inner = nodes.items() if isinstance(nodes, dict) else ()
        rows = [f"    {_scalar(key)}: {_flow_style(node)}" for key, node in inner]
        return [f"{name}:", f"  start: {_flow_style(value['start'])}", "  nodes:" if rows else "  nodes: {}", *rows]
    return [f"{name}: {_flow_style(value)}"]


def _flow_style(value: Data) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow_style(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow_style(one) for one in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else _scalar(value)


def _scalar(text: str) -> str:
    if _PLAIN_NUMBERS.fullmatch(text) or (_PLAIN.fullmatch(text) and text.lower() not in _WORDS_WITH_MEANING):
        return text
    # a JSON string is a YAML one, but for the characters YAML takes for line breaks or refuses
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
