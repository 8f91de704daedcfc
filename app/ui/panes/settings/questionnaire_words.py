"""A questionnaire as it is read out, and what is wrong with it, in words; without Qt."""

import html
import re
from collections.abc import Collection

from app.models.questionnaire_checks import Remark
from app.models.questionnaire_keys import key_of
from app.models.questionnaires import Item, Questionnaire, in_language
from app.services import wording
from app.services.questionnaires import Listed

_ID = re.compile(r'"id":\s*"([^"]*)"')


def name_of(listed: Listed, language: str) -> str:
    """Return how a questionnaire stands in a list: title, name and version."""
    one = listed.questionnaire
    return f"{in_language(one.title, language)} ({one.id} {one.version})"


def remark(one: Remark, language: str) -> str:
    """Return what is wrong at one place."""
    about = f" ({one.about})" if one.about else ""
    return f"{one.at}: {wording.label('questionnaire_remark', one.remark.value, language)}{about}"


def place_of(text: str, item: str) -> int:
    """Return where an item (check, trigger, measure) begins in a file, 0 where it does not stand there."""
    return max(0, text.find(f'"id": "{item}"'))


def item_before(text: str, position: int, items: Collection[str]) -> str:
    """Return the item in which a place of a file lies, "" before the first one."""
    names = [one[1] for one in _ID.finditer(text) if one.start() <= position]
    return next((one for one in reversed(names) if one in items), "")


def preview(whole: Questionnaire, language: str, spoken: str) -> str:
    """Return the questionnaire as HTML in the language ``spoken``; key items are marked, skips and conditions told."""
    said = [f"<h2>{_safe(in_language(whole.title, spoken))}</h2>"]
    for block in whole.blocks:
        said.append(f"<h3>{_safe(in_language(block.title, spoken))}</h3>")
        for item in block.items:
            said += _item(whole, item, language, spoken)
    return "\n".join(said)


def _item(whole: Questionnaire, item: Item, language: str, spoken: str) -> list[str]:
    mark = " ★" if item.id in whole.key_items else ""
    kind = wording.label("item_kind", item.kind.value, language)
    said = [f"<p><b>{_safe(in_language(item.text, spoken))}</b><br><small>{_safe(item.id)}{mark} · {_safe(kind)}"]
    said += [f" · {_safe(', '.join(one.on))} → {_safe(one.to)}" for one in item.skips]
    said.append("</small>")
    said += [
        f"<br>{key_of(place)}&nbsp; {_safe(in_language(one.text, spoken))}" for place, one in enumerate(item.options)
    ]
    said += [f"<br>/&nbsp; {_safe(in_language(item.never, spoken))}"] if item.never else []
    return [*said, "</p>"]


def _safe(text: str) -> str:
    return html.escape(text)
