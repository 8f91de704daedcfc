"""A question as a person writes it: one line for each answer, a star before what is right, both languages beside."""

from collections.abc import Mapping
from dataclasses import replace

from app.models.drill_items import LANGUAGES, DrillKind, Item, ItemState, Words, check, said_in
from app.models.errors import FieldMissing
from app.models.ids import derived_id
from app.models.question_files import language_of

#: The kinds that need neither a script nor a flow.
KINDS = (DrillKind.MCQ, DrillKind.MULTI, DrillKind.ORDER, DrillKind.SLOT)
_RIGHT, _BAR = ("*", "＊"), "|"


def written(kind: DrillKind, topic: str, prompt: Mapping[str, str], lines: str, before: Item | None = None) -> Item:
    """Return the question that was written; it is reviewed, for a person wrote it.

    Each of ``lines`` is an answer: "* 答案 | answer" with a star where it is right. An order is written in its order,
    and each line of a gap fits. ``before`` is the question that is changed: its kind, script and key points stay.
    Raises ``FieldMissing`` and ``AnswerKeyWrong`` for what cannot be asked.
    """
    asked = {name: prompt[name].strip() for name in LANGUAGES if prompt.get(name, "").strip()}
    known = before or Item(_id(topic, asked), kind, "", (), {})
    answers = [_answer(one) for one in lines.splitlines() if one.strip()]
    texts = tuple(text for text, _ in answers)
    item = replace(known, prompt=asked, topic=topic.strip(), state=ItemState.REVIEWED)
    if not item.topic:
        raise FieldMissing(field="topic")
    if known.kind is DrillKind.SLOT:
        fills = {name: tuple(one[name] for one in texts if name in one) for name in LANGUAGES}
        item = replace(item, fills={name: words for name, words in fills.items() if words})
    else:
        in_order = known.kind is DrillKind.ORDER
        right = tuple(place for place, (_, is_right) in enumerate(answers) if is_right or in_order)
        item = replace(item, options=texts, right=right)
    check(item)
    return item


def lines_of(item: Item) -> str:
    """Return the answers of a question as a person writes them."""
    if item.kind is DrillKind.SLOT:
        return "\n".join(dict.fromkeys(word for words in item.fills.values() for word in words))
    starred = set(item.right) if item.kind is not DrillKind.ORDER else set[int]()
    places = item.right if item.kind is DrillKind.ORDER else range(len(item.options))
    return "\n".join(("* " if place in starred else "") + _both(item.options[place]) for place in places)


def _answer(line: str) -> tuple[Words, bool]:
    """Return the words of a line and whether it is marked as right."""
    text = line.strip()
    is_right = text.startswith(_RIGHT)
    text = text.lstrip("".join(_RIGHT)).strip()
    zh, bar, en = (part.strip() for part in text.partition(_BAR))
    if bar and zh and en:
        return {"zh": zh, "en": en}, is_right
    text = zh or en
    return {language_of(text): text}, is_right


def _both(words: Words) -> str:
    zh, en = words.get("zh", ""), words.get("en", "")
    return f"{zh} {_BAR} {en}" if zh and en and zh != en else said_in(words, "zh")


def _id(topic: str, prompt: Mapping[str, str]) -> bytes:
    return derived_id("item", "written", topic.strip(), "".join("".join(prompt.values()).split()))
