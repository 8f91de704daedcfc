"""Questions that the program makes from an approved script: samples, until a person has looked at them.

A question has the same id wherever it is made, so that two stations that make it have one. Wrong options are key points
of other scripts, the same for everybody.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.models.drill_items import LANGUAGES, DrillKind, Item, Step, said_in
from app.models.ids import derived_id
from app.scripts_library.flow import END, SCRIPT, TRANSFER
from app.scripts_library.rendering import PLACEHOLDER
from app.scripts_library.script import Flow, FlowNode, KeyPoint, Script, Texts
from app.scripts_library.transfers import place_named

#: So many of a caller's wordings become questions of their own.
WORDINGS = 3
#: Wrong options beside a right one.
WRONG = 3
#: So many sentences of an answer are put in order.
SENTENCES = (3, 5)
GAP = "____"
_NOTHING: Texts = {}
_FIGURE = re.compile(r"\d[\d,.:\-]*\d|\d")
_SENTENCE = re.compile(r"[^。！？!?\n]+?(?:[。！？!?]|\.(?=\s|$)|$)")
_EXPECTED = {
    DrillKind.SAY: 0.6, DrillKind.SLOT: 0.7, DrillKind.MCQ: 0.85, DrillKind.MULTI: 0.7, DrillKind.ORDER: 0.6,
    DrillKind.BRANCH: 0.75, DrillKind.FIND: 0.8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Other:
    """A key point of another script, to be a wrong option."""

    script: str
    topic: str
    texts: Texts


def leads_to(script: Script) -> frozenset[str]:
    """The keys of the scripts to which the flow of a script leads."""
    nodes = script.flow.nodes if script.flow is not None else ()
    ways = {way for node in nodes for way in (node.goto, *(one.goto for one in node.options))}
    return frozenset(way.removeprefix(SCRIPT) for way in ways if way.startswith(SCRIPT))


def others_of(scripts: Iterable[Script]) -> tuple[Other, ...]:
    """The key points of scripts, to choose wrong options from."""
    return tuple(Other(one.key, one.topic, point.texts) for one in scripts for point in one.key_points)


def items_of(
    script: Script, others: Sequence[Other] = (), titles: Mapping[str, Texts] | None = None
) -> tuple[Item, ...]:
    """Every question that can be made from a script; ``titles`` are those of the scripts to which its flow leads."""
    return tuple(
        item
        for made in (_says(script), _slots(script), _choices(script, others), _multis(script, others),
                     _orders(script), _branches(script, titles or {}), _finds(script))
        for item in made
    )  # fmt: skip


def _item(script: Script, kind: DrillKind, points: Sequence[str], number: int, **parts: object) -> Item:
    found = derived_id("item", script.key, kind.value, ".".join(points), str(number))
    return Item(
        found, kind, script.key, tuple(points), version=script.version, topic=script.topic,
        difficulty=_EXPECTED[kind], **parts,  # type: ignore[arg-type]
    )  # fmt: skip


def asked(script: Script, number: int = 0) -> dict[str, str]:
    """What a caller says, in each language: one of the other wordings, else the question or the title."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        words = script.phrasings.get(language, ())
        text = words[number % len(words)] if words else script.question.get(language) or script.title.get(language)
        if text:
            found[language] = text
    return found


def _points(script: Script) -> tuple[KeyPoint, ...]:
    return tuple(one for one in script.key_points if any(one.texts.get(language) for language in LANGUAGES))


def _says(script: Script) -> Iterator[Item]:
    points = [one.id for one in _points(script)]
    wordings = max((len(words) for words in script.phrasings.values()), default=1) or 1
    for number in range(min(WORDINGS, wordings) if points else 0):
        yield _item(script, DrillKind.SAY, points, number, prompt=asked(script, number))


def _slots(script: Script) -> Iterator[Item]:
    for point in _points(script):
        prompt: dict[str, str] = {}
        fills: dict[str, tuple[str, ...]] = {}
        for language in LANGUAGES:
            text = point.texts.get(language, "")
            gap = _gap(text, point.any.get(language, ()))
            if gap:
                prompt[language] = text.replace(gap, GAP, 1)
                fills[language] = (gap,)
        if prompt:
            yield _item(script, DrillKind.SLOT, [point.id], 0, prompt=prompt, fills=fills)


def _gap(text: str, accepted: Sequence[str]) -> str:
    """What is left out of a point's text: its first figure, else a wording that it has to have."""
    figure = _FIGURE.search(text)
    return figure[0] if figure else next((one for one in accepted if one and one in text), "")


def _choices(script: Script, others: Sequence[Other]) -> Iterator[Item]:
    for number, point in enumerate(_points(script)):
        options, right = _mixed([point.texts], _wrong(script, others, point.id), point.id + script.key)
        if len(options) > 1:
            yield _item(
                script, DrillKind.MCQ, [point.id], 0, prompt=asked(script, number), options=options, right=right
            )


def _multis(script: Script, others: Sequence[Other]) -> Iterator[Item]:
    points = _points(script)
    wrong = _wrong(script, others, "multi")
    if len(points) > 1 and wrong:
        options, right = _mixed([one.texts for one in points], wrong, "multi" + script.key)
        ids = [one.id for one in points]
        yield _item(
            script, DrillKind.MULTI, ids, 0, prompt=asked(script, 1), options=options, right=tuple(sorted(right))
        )


def _wrong(script: Script, others: Sequence[Other], salt: str) -> list[Texts]:
    """Key points of other scripts that speak every language of this one; none of the same topic, to be surely wrong."""
    languages = {language for point in script.key_points for language in point.texts}
    fit = [
        one.texts for one in others
        if one.script != script.key and one.topic != script.topic and languages <= set(one.texts)
    ]  # fmt: skip
    return [fit[place] for place in _drawn(len(fit), WRONG, salt + script.key)]


def _drawn(size: int, count: int, salt: str) -> list[int]:
    """Return places out of so many, the same for the same salt."""
    ranked = sorted(range(size), key=lambda place: hashlib.sha256(f"{salt}/{place}".encode()).digest())
    return ranked[:count]


def _mixed(right: Sequence[Texts], wrong: Sequence[Texts], salt: str) -> tuple[tuple[Texts, ...], tuple[int, ...]]:
    """Return right and wrong options in an order of their own, and where the right ones stand."""
    every = [*right, *wrong]
    order = _drawn(len(every), len(every), salt)
    return tuple(every[place] for place in order), tuple(at for at, place in enumerate(order) if place < len(right))


def _orders(script: Script) -> Iterator[Item]:
    said = {language: _sentences(script, language) for language in LANGUAGES}
    counts = {len(one) for one in said.values() if one}
    points = [one.id for one in _points(script)]
    if len(counts) != 1 or not points:
        return
    count = counts.pop()
    if not SENTENCES[0] <= count <= SENTENCES[1]:
        return
    order = _drawn(count, count, "order" + script.key)
    options = tuple({language: one[place] for language, one in said.items() if one} for place in order)
    right = tuple(order.index(place) for place in range(count))
    yield _item(script, DrillKind.ORDER, points, 0, prompt=asked(script), options=options, right=right)


def _sentences(script: Script, language: str) -> list[str]:
    """The sentences that are said first in a language; none where a placeholder would give their order away."""
    said = next(
        (one.say for one in script.variants if (one.language, one.audience, one.plain) == (language, "", False)), ""
    )
    return [text for one in _SENTENCE.finditer(PLACEHOLDER.sub("…", said)) if (text := one[0].strip())]


def _branches(script: Script, titles: Mapping[str, Texts]) -> Iterator[Item]:
    flow, points = script.flow, [one.id for one in _points(script)]
    if flow is None or not points:
        return
    for number, path in enumerate(_paths(flow)):
        steps = tuple(_step(script, titles, node, choice) for node, choice in path)
        if all(len(one.options) > 1 for one in steps):
            yield _item(script, DrillKind.BRANCH, points, number, prompt=asked(script, number), steps=steps)


def _paths(flow: Flow) -> list[list[tuple[FlowNode, int]]]:
    """Every way through the questions of a flow; a flow has no loops."""
    nodes = {one.id: one for one in flow.nodes}
    done: list[list[tuple[FlowNode, int]]] = []
    waiting: list[tuple[str, list[tuple[FlowNode, int]]]] = [(flow.start, [])]
    while waiting:
        name, path = waiting.pop(0)
        node = nodes.get(name)
        if node is not None and node.options:
            waiting += [(one.goto, [*path, (node, place)]) for place, one in enumerate(node.options)]
        elif node is not None and node.goto in nodes:
            waiting.append((node.goto, path))
        elif path:
            done.append(path)
    return done


def _step(script: Script, titles: Mapping[str, Texts], node: FlowNode, choice: int) -> Step:
    """The caller gives the answer of one option; what can be done is where all options lead, and one way beside."""
    ways = list(dict.fromkeys(one.goto for one in node.options))
    nodes = script.flow.nodes if script.flow is not None else ()
    beside = [one.id for one in nodes if one.id not in (*ways, node.id)][:1]
    targets = {way: _done(script, titles, way) for way in (*ways, *beside)}
    order = [way for way in sorted(targets, key=lambda way: _digest(script.key + node.id + way)) if targets[way]]
    goto = node.options[choice].goto
    right = order.index(goto) if goto in order else 0
    question = {
        language: f"{text} – {node.options[choice].label.get(language, '')}" for language, text in node.ask.items()
    }
    return Step(question, tuple(targets[way] for way in order), right)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _done(script: Script, titles: Mapping[str, Texts], way: str) -> Texts:
    """What is done where a way leads: the next question, what is said, a transfer, another script, the end."""
    nodes = script.flow.nodes if script.flow is not None else ()
    node = next((one for one in nodes if one.id == way), None)
    if node is None:
        return _led_out(way, titles)
    if node.say_point:
        return next((one.texts for one in script.key_points if one.id == node.say_point), _NOTHING)
    return node.say or node.ask


def _led_out(way: str, titles: Mapping[str, Texts]) -> Texts:
    if way == END:
        return {"zh": "结束", "en": "End"}
    if way.startswith(TRANSFER):
        place = place_named(way.removeprefix(TRANSFER))
        return {"zh": f"转接：{place['zh']}", "en": f"Put through to {place['en']}"}
    key = way.removeprefix(SCRIPT)
    name = titles.get(key) or {"en": key}
    words = {"zh": f"转到话术：{said_in(name, 'zh')}", "en": f"Go to script {said_in(name, 'en')}"}
    return words if way.startswith(SCRIPT) else {}


def _finds(script: Script) -> Iterator[Item]:
    points = [one.id for one in _points(script)]
    wordings = max((len(words) for words in script.phrasings.values()), default=0)
    for number in range(min(WORDINGS, wordings)):
        yield _item(script, DrillKind.FIND, points, number, prompt=asked(script, wordings - 1 - number))
