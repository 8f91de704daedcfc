"""The linter: each rule is one function with its stable code. A script with an error cannot enter review."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from app.scripts_library import flow
from app.scripts_library.findings import Finding, Lines, Place, error, located, warning
from app.scripts_library.numbers import numbers_in, written
from app.scripts_library.rendering import names_in
from app.scripts_library.script import (
    KEY_PATTERN,
    REQUIRED_LANGUAGES,
    USUAL_KEY_PATTERN,
    KeyPoint,
    Script,
    State,
)
from app.scripts_library.visibility import overlap

Rule = Callable[[Script], Iterator[Finding]]


def check(script: Script, *, lines: Mapping[Place, int] | None = None, source: str = "") -> tuple[Finding, ...]:
    """Everything that is wrong with one script by itself, with lines where the parser knew them."""
    known: Lines = lines or {}
    return tuple(located(finding, known, source) for rule in RULES for finding in rule(script))


def check_library(scripts: Iterable[Script]) -> tuple[Finding, ...]:
    """What is wrong between scripts. `source` of a finding is the key it belongs to.

    Versions of one script may all be in `scripts`; only (key, version) must be there once.
    """
    everything = tuple(scripts)
    rules = (_identities_unique, _scripts_named_exist, _versions_apart)
    return tuple(finding for rule in rules for finding in rule(everything))


def key_fit(script: Script) -> Iterator[Finding]:
    """The key is there and has only allowed characters."""
    if not script.key:
        yield error("key-missing", "id")
    elif not KEY_PATTERN.fullmatch(script.key):
        yield error("key-unfit", "id", key=script.key)
    elif not USUAL_KEY_PATTERN.fullmatch(script.key):
        yield warning("key-unusual", "id", key=script.key)


def title_there(script: Script) -> Iterator[Finding]:
    """Every language that has a body has a title."""
    for language in script.languages():
        if not script.title.get(language):
            yield error("title-missing", "title", language=language)


def body_there(script: Script) -> Iterator[Finding]:
    """There is something to say, in each variant."""
    if not script.variants:
        yield error("body-missing", "body", variant="")
    for number, variant in enumerate(script.variants, 1):
        if not variant.say:
            yield error("body-missing", "body", str(number), variant=" · ".join(filter(None, variant.place[:2])))


def languages_there(script: Script) -> Iterator[Finding]:
    """Both languages are there, or the missing one is known to be missing."""
    for language in REQUIRED_LANGUAGES:
        if language not in script.languages() and language not in script.lang_gap:
            yield error("language-gap", "lang_gap", language=language)


def variants_once(script: Script) -> Iterator[Finding]:
    """Each variant is there once."""
    seen: set[tuple[str, str, bool]] = set()
    for number, variant in enumerate(script.variants, 1):
        if variant.place in seen:
            language, audience, plain = variant.place
            yield error("variant-twice", "body", str(number), variant=f"{language} {audience} {plain or ''}".strip())
        seen.add(variant.place)


def placeholders_declared(script: Script) -> Iterator[Finding]:
    """Every `{name}` in a body is declared."""
    declared = {one.name for one in script.placeholders}
    for number, variant in enumerate(script.variants, 1):
        for name in names_in(variant.text()):
            if name not in declared:
                yield error("placeholder-undeclared", "body", str(number), name=name)


def placeholders_used(script: Script) -> Iterator[Finding]:
    """Every declared placeholder stands in a body, or another one is looked up by it."""
    used = {name for variant in script.variants for name in names_in(variant.text())}
    used |= {one.key for one in script.placeholders if one.name in used}
    for one in script.placeholders:
        if one.name not in used:
            yield error("placeholder-unused", "placeholders", one.name, name=one.name)


def numbers_agree(script: Script) -> Iterator[Finding]:
    """The same variant holds the same figures in each required language."""
    first, second = REQUIRED_LANGUAGES
    texts = {variant.place: variant.text() for variant in script.variants}
    for number, variant in enumerate(script.variants, 1):
        other = texts.get((second, variant.audience, variant.plain))
        if variant.language != first or other is None:
            continue
        mine, theirs = numbers_in(variant.text()), numbers_in(other)
        if mine != theirs:
            facts = {"only_zh": written(mine - theirs) or "–", "only_en": written(theirs - mine) or "–"}
            yield error("numbers-differ", "body", str(number), **facts)


def slots_said(script: Script) -> Iterator[Finding]:
    """Numbers, phones and one of the units of a critical key point occur in the bodies of each language."""
    texts = {
        language: "\n".join(variant.text() for variant in script.variants if variant.language == language)
        for language in script.languages()
    }
    for number, point in enumerate(script.key_points, 1):
        if point.critical:
            for language, text in texts.items():
                for slot in _slots_missing(point, text):
                    facts = {"point": point.id, "language": language, "slot": slot}
                    yield error("slot-missing", "key_points", str(number), **facts)


def _slots_missing(point: KeyPoint, text: str) -> list[str]:
    figures = numbers_in(text)
    missing = [number for number in point.slots.numbers if not numbers_in(number) <= figures]
    digits = "".join(character for character in text if character.isdigit())
    for phone in point.slots.phones:
        if "".join(character for character in phone if character.isdigit()) not in digits:
            missing.append(phone)
    if point.slots.units and not any(unit.lower() in text.lower() for unit in point.slots.units):
        missing.append("|".join(point.slots.units))
    return missing


def points_once(script: Script) -> Iterator[Finding]:
    """Key points have their own ids."""
    times = Counter(point.id for point in script.key_points)
    for number, point in enumerate(script.key_points, 1):
        if times[point.id] > 1:
            yield error("point-twice", "key_points", str(number), point=point.id)


def points_filled(script: Script) -> Iterator[Finding]:
    """A key point has a text in each language that has a body."""
    for number, point in enumerate(script.key_points, 1):
        for language in script.languages():
            if not point.texts.get(language):
                yield error("point-empty", "key_points", str(number), point=point.id, language=language)


def source_there(script: Script) -> Iterator[Finding]:
    """An approved script says what it rests on."""
    if script.state is State.APPROVED and not script.sources:
        yield error("source-missing", "sources")


def times_in_order(script: Script) -> Iterator[Finding]:
    """It ends after it begins."""
    if script.effective_from and script.effective_to and script.effective_to <= script.effective_from:
        facts = {"start": script.effective_from.isoformat(), "end": script.effective_to.isoformat()}
        yield error("times-reversed", "effective_to", **facts)


def phrasings_once(script: Script) -> Iterator[Finding]:
    """A phrasing stands once in its language."""
    for language, phrasings in script.phrasings.items():
        for text, times in Counter(phrasing.casefold() for phrasing in phrasings).items():
            if times > 1:
                yield warning("phrasing-twice", "aliases", language, phrasing=text)


def review_date_there(script: Script) -> Iterator[Finding]:
    """Somebody looks at an approved script again."""
    if script.state is State.APPROVED and script.review_due_on is None:
        yield warning("review-date-missing", "review_in")


RULES: tuple[Rule, ...] = (
    key_fit,
    title_there,
    body_there,
    languages_there,
    variants_once,
    flow.start_known,
    flow.gotos_known,
    flow.nodes_have_exits,
    flow.nodes_reachable,
    flow.no_loop,
    flow.says_known_points,
    placeholders_declared,
    placeholders_used,
    numbers_agree,
    slots_said,
    points_once,
    points_filled,
    source_there,
    times_in_order,
    phrasings_once,
    review_date_there,
)


def _identities_unique(scripts: tuple[Script, ...]) -> Iterator[Finding]:
    times = Counter((script.key, script.version) for script in scripts)
    for (key, version), count in times.items():
        if count > 1:
            yield located(error("key-twice", "id", key=key, version=version), {}, key)


def _scripts_named_exist(scripts: tuple[Script, ...]) -> Iterator[Finding]:
    keys = {script.key for script in scripts}
    for script in scripts:
        for node, key in flow.scripts_named(script.flow):
            if key not in keys:
                found = error("goto-script-unknown", "flow", "nodes", node, node=node, key=key)
                yield located(found, {}, script.key)


def _versions_apart(scripts: tuple[Script, ...]) -> Iterator[Finding]:
    by_key: dict[str, list[Script]] = {}
    for script in scripts:
        by_key.setdefault(script.key, []).append(script)
    for key, versions in by_key.items():
        for one, other in combinations(versions, 2):
            if one.version != other.version and overlap(one, other):
                facts = {"first": one.version, "second": other.version}
                yield located(error("versions-overlap", "effective_from", **facts), {}, key)
