"""A questionnaire as it is read out, and what is wrong with it, in words; without Qt."""

import html
import json
import re
from collections.abc import Collection, Mapping
from typing import Any

from app.models.questionnaire_checks import FIELDS, Remark
from app.models.questionnaire_keys import key_of
from app.models.questionnaire_logic import EMPHASIS, PIPED, Around, said
from app.models.questionnaires import Item, ItemKind, Questionnaire, in_language
from app.services import wording
from app.services.questionnaires import Listed, bears_a_shipped_number, mark

#: What an item of a kind without options is taken to be answered with where a later text speaks of it.
_EXAMPLES = {ItemKind.RATING: "9", ItemKind.NUMBER: "3", ItemKind.COMPUTED: "3", ItemKind.DATE: "2026-03-09"}
_LINE = re.compile(r"\d+:\d+")
_ITEM = re.compile(r"\$\.blocks\[(\d+)\]\.items\[(\d+)\](.*)")
_END = "\n"
_ID = re.compile(r'"id":\s*"([^"]*)"')


def name_of(listed: Listed, language: str) -> str:
    """Return how a questionnaire stands in a list: title, name and version, and its mark where another has both."""
    one = listed.questionnaire
    apart = f", {mark(one)}" if bears_a_shipped_number(one) else ""
    return f"{in_language(one.title, language)} ({one.id} {one.version}{apart})"


def remark(one: Remark, language: str) -> str:
    """Return what is wrong at one place."""
    about = f" ({one.about})" if one.about else ""
    return f"{one.at}: {wording.label('questionnaire_remark', one.remark.value, language)}{about}"


def place_of(text: str, at: str) -> int:
    """Return where in a file an item (check, trigger, measure) begins, or line and column stand (``3:14``); else 0."""
    if _LINE.fullmatch(at):
        line, column = map(int, at.split(":"))
        return sum(len(one) + 1 for one in text.split(_END)[: line - 1]) + column - 1
    return next((one.start() for one in _ID.finditer(text) if one[1] == at), 0)


def broken_at(text: str, place: str) -> tuple[str, str]:
    """Return what ``place_of`` finds, and how a place of a broken file is told: its item and what of it is meant.

    Of items with one id it is the one that is meant, by its line and column.
    """
    found = _ITEM.match(place)
    if found is None:
        return place, place
    block, item = int(found[1]), int(found[2])
    try:
        whole: Any = json.loads(text)
        name = str(whole["blocks"][block]["items"][item]["id"])
        before = [one["items"] for one in whole["blocks"][:block]] + [whole["blocks"][block]["items"][:item]]
        same = sum(str(one.get("id")) == name for items in before for one in items)
    except (ValueError, LookupError, TypeError, AttributeError):  # an item without a name, or written on since then
        return place, place
    return (_nth(text, name, same) or name) if same else name, f"{name}{found[3]}"


def _nth(text: str, name: str, before: int) -> str:
    """Return line and column of an id that stands so often before it among the items; "" where it is not found."""
    begins = max(0, text.find('"blocks"'))
    places = [one.start() for one in _ID.finditer(text, begins) if one[1] == name][before : before + 1]
    return next((f"{text.count(_END, 0, at) + 1}:{at - text.rfind(_END, 0, at)}" for at in places), "")


def item_before(text: str, position: int, items: Collection[str]) -> str:
    """Return the item in which a place of a file lies, "" before the first one."""
    names = [one[1] for one in _ID.finditer(text) if one.start() <= position]
    return next((one for one in reversed(names) if one in items), "")


def preview(whole: Questionnaire, language: str, spoken: str) -> str:
    """Return the questionnaire as HTML in the language ``spoken``; key items are marked, skips and conditions told.

    What is put in from the frame or from an answer stands as an example, slanted; what is to be stressed is underlined.
    """
    around = _example(whole, spoken)
    told = [f"<h2>{_safe(in_language(whole.title, spoken))}</h2>"]
    for block in whole.blocks:
        told.append(f"<h3>{_safe(in_language(block.title, spoken))}</h3>")
        for item in block.items:
            told += _item(around, item, language, spoken)
    return "\n".join(told)


def _example(whole: Questionnaire, spoken: str) -> Around:
    text = wording.label("example_field", "text", spoken)
    answers = {
        one.id: one.options[0].code if one.options else _EXAMPLES.get(one.kind, text)
        for one in whole.items
        if one.kind is not ItemKind.STATEMENT
    }
    return Around(whole, answers, {name: wording.label("example_field", name, spoken) for name in FIELDS})


def _item(around: Around, item: Item, language: str, spoken: str) -> list[str]:
    mark = " ★" if item.id in around.questionnaire.key_items else ""
    kind = wording.label("item_kind", item.kind.value, language)
    told = [f"<p><b>{_filled(item.text, around, spoken)}</b><br><small>{_safe(item.id)}{mark} · {_safe(kind)}"]
    told += [f" · {_safe(', '.join(one.on))} → {_safe(one.to)}" for one in item.skips]
    told.append("</small>")
    told += [
        f"<br>{key_of(place)}&nbsp; {_safe(in_language(one.text, spoken))}" for place, one in enumerate(item.options)
    ]
    told += [f"<br>/&nbsp; {_safe(in_language(item.never, spoken))}"] if item.never else []
    return [*told, "</p>"]


def _filled(texts: Mapping[str, str], around: Around, spoken: str) -> str:
    def example(found: re.Match[str]) -> str:
        return f"<i>{_safe(said({spoken: html.unescape(found[0])}, around, spoken))}</i>"

    return PIPED.sub(example, EMPHASIS.sub(r"<u>\1</u>", _safe(in_language(texts, spoken))))


def _safe(text: str) -> str:
    return html.escape(text)
