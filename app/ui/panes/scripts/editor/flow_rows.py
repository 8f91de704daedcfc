"""The nodes of a flow and the answers of one node as rows."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.scripts_library.script import FlowNode, Option
from app.ui.panes.scripts.editor.row_kind import RowKind, Rows, fresh_id, text_field, with_language

_GOTO = QT_TRANSLATE_NOOP("forms", "A node, end, script:key or transfer:whom")


def _blank_node(rows: Rows) -> FlowNode:
    return FlowNode(fresh_id(rows, "n"))


def _read_node(one: FlowNode) -> Mapping[str, Any]:
    values = {"id": one.id, "say_point": one.say_point, "goto": one.goto}
    for code in ("zh", "en"):
        values |= {f"ask_{code}": one.ask.get(code, ""), f"say_{code}": one.say.get(code, "")}
    return values


def _write_node(one: FlowNode, name: str, value: Any) -> FlowNode:
    kind, _, code = name.partition("_")
    if name in ("ask_zh", "ask_en", "say_zh", "say_en"):
        return replace(one, **{kind: with_language(getattr(one, kind), code, value)})
    return replace(one, **{name: value})


def _say_node(one: FlowNode) -> tuple[str, str, str]:
    asked, said = one.ask, one.say
    words = asked.get("zh") or asked.get("en") or one.say_point or said.get("zh") or said.get("en") or "–"
    return f"{one.id} · {words}", "→ " + ", ".join(way or "?" for way in one.ways()) if one.ways() else "", ""


NODES = RowKind(
    "nodes",
    (
        text_field("id", QT_TRANSLATE_NOOP("forms", "Name of the node")),
        text_field("goto", QT_TRANSLATE_NOOP("forms", "Then goes to"), help=_GOTO),
        text_field("ask_zh", QT_TRANSLATE_NOOP("forms", "Ask, Chinese")),
        text_field("ask_en", QT_TRANSLATE_NOOP("forms", "Ask, English")),
        text_field("say_point", QT_TRANSLATE_NOOP("forms", "Say key point")),
        text_field("say_zh", QT_TRANSLATE_NOOP("forms", "Or say, Chinese")),
        text_field("say_en", QT_TRANSLATE_NOOP("forms", "Or say, English")),
    ),
    _blank_node,
    _read_node,
    _write_node,
    _say_node,
    columns=4,
)


def _blank_option(_rows: Rows) -> Option:
    return Option({}, "")


def _read_option(one: Option) -> Mapping[str, Any]:
    return {"label_zh": one.label.get("zh", ""), "label_en": one.label.get("en", ""), "goto": one.goto}


def _write_option(one: Option, name: str, value: Any) -> Option:
    if name == "goto":
        return replace(one, goto=value)
    return replace(one, label=with_language(one.label, name.removeprefix("label_"), value))


def _say_option(one: Option) -> tuple[str, str, str]:
    zh, en = one.label.get("zh", ""), one.label.get("en", "")
    return " / ".join(filter(None, (zh, en))) or "–", "", f"→ {one.goto or '?'}"


OPTIONS = RowKind(
    "options",
    (
        text_field("label_zh", QT_TRANSLATE_NOOP("forms", "Answer, Chinese")),
        text_field("label_en", QT_TRANSLATE_NOOP("forms", "Answer, English")),
        text_field("goto", QT_TRANSLATE_NOOP("forms", "Goes to"), help=_GOTO, span=2),
    ),
    _blank_option,
    _read_option,
    _write_option,
    _say_option,
)
