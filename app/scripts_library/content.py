"""A script as the text that the journal keeps: JSON with sorted keys, without what the store decides.

Equal contents give equal texts, so that a hash says whether a version is new. Reading uses the same fields as a file.
"""

import hashlib
import json
from dataclasses import asdict
from datetime import UTC
from typing import Any, cast

from app.scripts_library.emitter import head_data
from app.scripts_library.fields import Fields
from app.scripts_library.findings import Finding
from app.scripts_library.front_matter import Value, plain_value
from app.scripts_library.head import (
    read_audience,
    read_decided,
    read_key_points,
    read_labels,
    read_rules,
    read_sources,
    read_times,
    read_words,
)
from app.scripts_library.script import Script, Variant, content_of

_GLANCED = (
    "topic", "tags", "owner", "urgent", "units", "effective_from", "effective_to", "last_reviewed_on", "review_in",
    "review_on",
)  # fmt: skip


def to_content(script: Script) -> str:
    """The content of a version."""
    head = head_data(content_of(script))
    del head["id"]
    variants = [{name: value for name, value in asdict(one).items() if value} for one in script.variants]
    order = [name for name in ("placeholders", "flow") if name in head]
    # a mapping's order means something only in these two; everything else is written sorted
    body = {"head": head, "variants": variants, "order": {name: list(_inner(name, head[name])) for name in order}}
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _inner(name: str, value: object) -> dict[str, Any]:
    mapping = cast("dict[str, Any]", value)
    return mapping["nodes"] if name == "flow" else mapping


def hash_of(content: str) -> str:
    """What tells contents apart."""
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def glance(key: str, content: str) -> Script:
    """What a content says of its labels and times, nothing else: for a whole library a fifth of reading it."""
    head = json.loads(content)["head"]
    fields = Fields({name: plain_value(head[name]) for name in _GLANCED if name in head}, (), [])
    return Script(key, {}, **read_labels(fields), **read_times(fields, UTC))


def from_content(key: str, content: str) -> Script:
    """The script of a content, as version 1 and draft. A newer program's unknown fields are passed over."""
    body = json.loads(content)
    head = cast("dict[str, Value]", plain_value(body["head"]))
    for name, names in body.get("order", {}).items():
        inner = _inner(name, head[name])
        inner.update({one: inner.pop(one) for one in names})
    unheard: list[Finding] = []
    fields = Fields(head, (), unheard)
    return Script(
        key=key,
        **{**read_decided(fields), **read_words(fields), **read_labels(fields), **read_times(fields, UTC)},
        **read_rules(fields),
        audience=read_audience(fields),
        sources=read_sources(fields),
        key_points=read_key_points(fields),
        variants=tuple(Variant(**one) for one in body["variants"]),
    )
