"""How typed answers are graded: wrong facts that would pass, and honest answers that would not.

Answers are made from the approved key points of the shipped scripts: with one fact made wrong (a figure changed, a
telephone number altered, a negation flipped), or with one in ten of the other words left out. They test the mechanics;
answers of real operators, marked by people, set the thresholds of a center.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.scripts_library.answer_grading import Grade, Verdict, Weighing, grade, weighing
from app.scripts_library.parser import parse
from app.scripts_library.script import KeyPoint, Script, Slots
from resources import FOLDER

LANGUAGES = ("zh", "en")
DROPPED = 0.10
_DENIES = {
    "zh": re.compile("[不没](?!仅|但|管|同|过|良|问题)|勿|未(?!来)"),
    "en": re.compile(r"\b(?:not|no|never|nothing|without|cannot|don't)\b"),
}
_DENY = {
    "zh": re.compile("可以|要|能|须|应|会|是|由|按|先|在|请|凭"),
    "en": re.compile(r"\b(?:is|are|can|must|may|needs?|should|will)\b"),
}
#: 能不能, 是否 and the like ask and deny nothing: they are neither flipped nor thinned.
_ASKS = re.compile(r"(.)[不没]\1|[是能可]否")
_FACT = re.compile(r"\d|\b(?:not|no|never|nothing|nobody|none|without|cannot|don't|doesn't|nor)\b", re.IGNORECASE)
_FACT_ZH = re.compile("[0-9.不没无非未别勿莫否禁一二三四五六七八九十两半]")
_WORDS_ZH = re.compile(r"[0-9][0-9.,:\-]*|[A-Za-z]+|(.)[不没]\1|[是能可]否|.", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One answer: the key points that it is graded against, the one that was made wrong (None: honest), its words."""

    points: Sequence[KeyPoint]
    point: str
    language: str
    answer: str
    kind: str


def shipped() -> list[Script]:
    """Return the scripts that come with the program."""
    folder = FOLDER / "scripts"
    found = (parse(path.read_text(encoding="utf-8")).script for path in sorted(folder.rglob("*.md")))
    return [one for one in found if one is not None]


def with_phones(scripts: Sequence[Script], draw: random.Random) -> list[tuple[KeyPoint, ...]]:
    """Return the key points of each script, every fifth with a telephone number to be said."""
    made: list[tuple[KeyPoint, ...]] = []
    for place, script in enumerate(scripts):
        points = list(script.key_points)
        if place % 5 == 0 and points:
            phone = f"0{draw.randint(10, 999)}-{draw.randint(2_000_000, 8_999_999)}"
            said = {"zh": f"，电话{phone}", "en": f", phone {phone}"}
            texts = {language: text + said.get(language, "") for language, text in points[0].texts.items()}
            points[0] = replace(points[0], texts=texts, slots=Slots(phones=(phone,)))
        made.append(tuple(points))
    return made


def flipped(text: str, language: str, draw: random.Random) -> str | None:
    """Return the text with one negation taken out, or one put in; None where there is no place for it."""
    asks = {place for one in _ASKS.finditer(text) for place in range(*one.span())}
    found = [one for one in _DENIES[language].finditer(text) if one.start() not in asks]
    if found:
        one = draw.choice(found)
        said = {"don't": "do ", "cannot": "can "}.get(one[0], "")
        return text[: one.start()] + said + text[one.end() :]
    places = [one for one in _DENY[language].finditer(text) if one.start() not in asks]
    if not places:
        return None
    one = draw.choice(places)
    at = one.start() if language == "zh" else one.end()
    return text[:at] + ("不" if language == "zh" else " not") + text[at:]


def misnumbered(text: str, draw: random.Random) -> str | None:
    """Return the text with one digit of one figure changed; None where there is none."""
    places = [found.start() for found in re.finditer(r"\d", text)]
    if not places:
        return None
    at = draw.choice(places)
    return text[:at] + draw.choice([one for one in "0123456789" if one != text[at]]) + text[at + 1 :]


def wrong(scripts: Sequence[Script], seed: int) -> Iterator[Case]:
    """Yield answers without end in which one fact of one point is wrong; half of them say the other points, too."""
    draw = random.Random(seed)
    sets = [one for one in with_phones(scripts, draw) if one]
    while True:
        points, language = draw.choice(sets), draw.choice(LANGUAGES)
        point = draw.choice(points)
        text = point.texts.get(language, "")
        kind = draw.choice(("figure", "negation"))
        made = misnumbered(text, draw) if kind == "figure" else flipped(text, language, draw)
        if made is not None and made != text:
            kind = "phone" if kind == "figure" and point.slots.phones else kind
            yield Case(points, point.id, language, _whole(points, point, made, language, draw), kind)


def honest(scripts: Sequence[Script], seed: int) -> Iterator[Case]:
    """Yield answers without end in which one in ten of the words that are no facts are left out."""
    draw = random.Random(seed)
    sets = [one for one in with_phones(scripts, draw) if one]
    while True:
        points, language = draw.choice(sets), draw.choice(LANGUAGES)
        point = draw.choice(points)
        if text := point.texts.get(language, ""):
            made = thinned(text, language, draw, point.any.get(language, ()))
            yield Case(points, point.id, language, _whole(points, point, made, language, draw), "honest")


def thinned(text: str, language: str, draw: random.Random, kept: Sequence[str] = ()) -> str:
    """Return the text without one in ten of its words; figures, negations and demanded wordings stay."""
    parts = [one[0] for one in _WORDS_ZH.finditer(text)] if language == "zh" else text.split(" ")
    fact = _FACT_ZH if language == "zh" else _FACT
    safe = [bool(fact.search(part)) or any(part in phrase for phrase in kept) for part in parts]
    free = [place for place, is_fact in enumerate(safe) if not is_fact]
    gone = set(draw.sample(free, round(len(free) * DROPPED)))
    return ("" if language == "zh" else " ").join(part for place, part in enumerate(parts) if place not in gone)


def _whole(points: Sequence[KeyPoint], point: KeyPoint, text: str, language: str, draw: random.Random) -> str:
    said = [text if one.id == point.id else one.texts.get(language, "") for one in points]
    if draw.random() < 0.5:
        return text
    draw.shuffle(said)
    return ("。" if language == "zh" else ". ").join(one for one in said if one)


def proposed_right(case: Case, weights: Weighing) -> bool:
    """Say whether the point in question is proposed as right."""
    found: Grade = grade(case.answer, case.points, case.language, weights=weights)
    return any(one.point == case.point and one.verdict is Verdict.HIT for one in found.points)


def weights_of(scripts: Sequence[Script]) -> Weighing:
    """Return how much each word tells in these scripts."""
    return weighing(text for script in scripts for point in script.key_points for text in point.texts.values())


def measure(cases: Iterator[Case], count: int, weights: Weighing) -> tuple[Counter[str], Counter[str], list[Case]]:
    """Return cases and those proposed as right, each by kind and language, and the latter themselves."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    passed: list[Case] = []
    for _ in range(count):
        case = next(cases)
        name = f"{case.kind} {case.language}"
        seen[name] += 1
        if proposed_right(case, weights):
            right[name] += 1
            passed.append(case)
    return seen, right, passed


def main(arguments: Sequence[str]) -> int:
    """Measure 2,000 wrong and 2,000 honest answers (or as many as the first argument says) and print the shares."""
    count = int(arguments[0]) if arguments else 2000
    scripts = shipped()
    weights = weights_of(scripts)
    for name, cases in (("wrong", wrong(scripts, 1)), ("honest", honest(scripts, 2))):
        seen, right, _ = measure(cases, count, weights)
        print(f"{name}: {sum(right.values())} of {count} proposed as right")
        for kind in sorted(seen):
            print(f"  {kind}: {right[kind]} of {seen[kind]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
