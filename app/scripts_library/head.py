"""From the fields of a head to a script: which field means what. The table is in docs/formats/scripts.md."""

from datetime import tzinfo
from typing import Any

from app.scripts_library.fields import Fields
from app.scripts_library.script import (
    KEY_PATTERN,
    Audience,
    Flow,
    FlowNode,
    Forbidden,
    Governance,
    KeyPoint,
    Option,
    Placeholder,
    PlaceholderType,
    Risk,
    Slots,
    Source,
    State,
)
from app.scripts_library.texts import language_code


def read_key(fields: Fields) -> str:
    """The script's key, which a table has in a column of its own."""
    key = fields.line("id")
    if not key:
        fields.note("key-missing", "id")
    elif not KEY_PATTERN.fullmatch(key):
        fields.note("key-unfit", "id", key=key)
    return key


def read_decided(fields: Fields) -> dict[str, Any]:
    """What the store decides in the end: version, state and predecessor."""
    return {
        "version": fields.whole_number("version", 1),
        "state": fields.choice("state", State.DRAFT),
        "supersedes": fields.line("supersedes"),
    }


def read_words(fields: Fields) -> dict[str, Any]:
    """What people read and say, by language. A question that is the title itself is not kept twice."""
    title, question = fields.texts("title"), fields.texts("question")
    return {
        "title": title,
        "question": {language: text for language, text in question.items() if text != title.get(language)},
        "phrasings": fields.word_lists("aliases"),
    }


def read_labels(fields: Fields) -> dict[str, Any]:
    """Where the script belongs and who looks after it."""
    return {
        "topic": fields.line("topic"),
        "tags": fields.words("tags"),
        "owner": fields.line("owner"),
        "urgent": fields.truth("urgent"),
        "units": fields.words("units"),
    }


def read_times(fields: Fields, zone: tzinfo) -> dict[str, Any]:
    """When it is valid and when it is looked at again."""
    return {
        "effective_from": fields.moment("effective_from", zone),
        "effective_to": fields.moment("effective_to", zone),
        "last_reviewed_on": fields.date("last_reviewed_on"),
        "review_in_days": fields.days("review_in"),
        "review_on": fields.date("review_on"),
    }


def read_rules(fields: Fields) -> dict[str, Any]:
    """What no column of a table carries: these fields travel in `more` there."""
    return {
        "abbreviations": _abbreviations(fields),
        "risk": fields.choice("risk", Risk.NORMAL),
        "governance": fields.choice("governance", Governance.OPEN),
        "placeholders": _placeholders(fields.inner("placeholders")),
        "must_not_say": tuple(_forbidden(one) for one in fields.each("must_not_say")),
        "dialect_notes": _notes(fields.inner("dialect_notes")),
        "flow": _flow(fields),
        "lang_gap": _gap(fields),
    }


def read_audience(fields: Fields) -> Audience:
    """Who may read the script."""
    return fields.choice("audience", Audience.OPERATOR)


def read_sources(fields: Fields) -> tuple[Source, ...]:
    """The documents; one without name and address is reported and left out."""
    found: list[Source] = []
    for one in fields.each("sources"):
        source = Source(
            one.line("doc"), one.line("clause"), one.line("url"), one.date("published"), one.line("sha256").lower()
        )
        one.close()
        if source.doc or source.url:
            found.append(source)
        else:
            one.note("source-empty", "doc")
    return tuple(found)


def read_key_points(fields: Fields) -> tuple[KeyPoint, ...]:
    """The key points; one without an id gets its place in the list as `k1`, `k2`, …"""
    return tuple(_key_point(one, number) for number, one in enumerate(fields.each("key_points"), 1))


def _key_point(one: Fields, number: int) -> KeyPoint:
    identity = one.line("id") or f"k{number}"
    critical = one.truth("critical")
    inner = one.inner("slots")
    slots = Slots(inner.words("numbers"), inner.words("phones"), _units(inner.line("unit")), inner.truth("negated"))
    inner.close()
    accepted = one.word_lists("any")
    return KeyPoint(identity, one.rest_as_texts(), critical, slots, accepted)


def _units(text: str) -> tuple[str, ...]:
    return tuple(unit.strip() for unit in text.split("|") if unit.strip())


def _abbreviations(fields: Fields) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for text in fields.words("abbr"):
        short, equals, long = (part.strip() for part in text.partition("="))
        if short and equals and long:
            found.append((short, long))
        else:
            fields.note("abbreviation-unfit", "abbr", value=text)
    return tuple(found)


def _placeholders(fields: Fields) -> tuple[Placeholder, ...]:
    found: list[Placeholder] = []
    for name in fields.names():
        one = fields.inner(name)
        found.append(
            Placeholder(
                name,
                one.choice("type", PlaceholderType.TEXT),
                one.line("from"),
                one.words("choices"),
                one.line("table"),
                one.line("key"),
                one.line("fallback"),
                one.truth("required"),
            )
        )
        one.close()
    return tuple(found)


def _forbidden(one: Fields) -> Forbidden:
    identity, kind = one.line("id"), one.line("class") or "compliance"
    return Forbidden(identity, one.rest_as_word_lists(), kind)


def _notes(fields: Fields) -> dict[str, str]:
    notes = {name.strip(): fields.text(name) for name in fields.names()}
    return {name: text for name, text in notes.items() if name and text}


def _gap(fields: Fields) -> tuple[str, ...]:
    found: list[str] = []
    for text in fields.words("lang_gap"):
        code = language_code(text)
        if code is None:
            fields.note("not-a-language", "lang_gap", value=text)
        else:
            found.append(code)
    return tuple(dict.fromkeys(found))


def _flow(fields: Fields) -> Flow | None:
    if not fields.has("flow"):
        return None
    flow = fields.inner("flow")
    start, nodes = flow.line("start"), flow.inner("nodes")
    read = tuple(_node(name, nodes.inner(name)) for name in nodes.names())
    flow.close()
    return Flow(start, read) if start or read else None


def _node(name: str, fields: Fields) -> FlowNode:
    options = tuple(_option(one) for one in fields.each("options"))
    ask, goto = fields.texts("ask"), fields.line("goto")
    if fields.is_scalar("say"):
        node = FlowNode(name, ask, options, say_point=fields.line("say"), goto=goto)
    else:
        node = FlowNode(name, ask, options, say=fields.texts("say"), goto=goto)
    fields.close()
    return node


def _option(fields: Fields) -> Option:
    option = Option(fields.texts("label"), fields.line("goto"))
    fields.close()
    return option
