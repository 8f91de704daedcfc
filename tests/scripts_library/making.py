"""Scripts for tests: a whole one, and strategies that draw any valid one."""

import string
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import strategies as st

from app.scripts_library.script import (
    CALLER_KINDS,
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
    Script,
    Slots,
    Source,
    State,
    Variant,
)
from app.scripts_library.texts import clean_line, clean_text

SAMPLES = Path(__file__).parent / "samples"
LANGUAGES = st.sampled_from(["zh", "en", "es"])

_TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30)
_TRICKY = st.sampled_from(
    ["null", "yes", "12320", "# x", "## zh", "### say", "\\## a", "a: b", "[{", "!a|b\\", "- a", "'\"", "<x>"]
)
lines = st.one_of(_TEXT, _TRICKY).map(clean_line).filter(bool)
bodies = st.lists(st.one_of(_TEXT, _TRICKY), min_size=1, max_size=4).map("\n".join).map(clean_text).filter(bool)
names = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=6)
words = st.lists(lines, max_size=3).map(tuple)
some_words = st.lists(lines, min_size=1, max_size=3).map(tuple)
texts = st.dictionaries(LANGUAGES, lines, max_size=2)
word_lists = st.dictionaries(LANGUAGES, some_words, max_size=2)
dates = st.none() | st.dates(date(2000, 1, 1), date(2090, 1, 1))
times = st.none() | st.datetimes(*(datetime(year, 1, 1) for year in (2000, 2090)), timezones=st.just(UTC))  # noqa: DTZ001
sources = st.builds(Source, doc=lines, clause=lines | st.just(""), url=lines | st.just(""), published=dates)
slots = st.builds(
    Slots,
    numbers=words,
    phones=words,
    units=st.lists(names, max_size=2).map(tuple),
    negated=st.booleans(),
)
placeholders = st.builds(
    Placeholder,
    name=names,
    type=st.sampled_from(PlaceholderType),
    choices_from=lines | st.just(""),
    choices=words,
    fallback=lines | st.just(""),
    required=st.booleans(),
)
points = st.builds(KeyPoint, id=lines, texts=texts, critical=st.booleans(), slots=slots, any=word_lists)
options = st.builds(Option, label=texts, goto=lines)
nodes = st.one_of(
    st.builds(FlowNode, id=names, ask=texts, options=st.lists(options, max_size=2).map(tuple)),
    st.builds(FlowNode, id=names, say_point=lines, goto=lines),
    st.builds(FlowNode, id=names, say=texts, goto=lines),
)
flows = st.builds(Flow, start=lines, nodes=st.lists(nodes, max_size=3, unique_by=lambda node: node.id).map(tuple))
variants = st.builds(
    Variant,
    language=LANGUAGES,
    audience=st.sampled_from(["", *CALLER_KINDS]),
    plain=st.booleans(),
    say=bodies,
    if_asked=bodies | st.just(""),
    escalate=bodies | st.just(""),
    record=bodies | st.just(""),
)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """Any script a file can hold."""
    title = draw(st.dictionaries(LANGUAGES, lines, min_size=1, max_size=3))
    question = {code: text for code, text in draw(texts).items() if code in title and text != title[code]}
    return Script(
        key=draw(names),
        title=title,
        version=draw(st.integers(1, 999)),
        question=question,
        phrasings=draw(word_lists),
        abbreviations=draw(st.lists(st.tuples(names, names), max_size=2).map(tuple)),
        topic=draw(lines | st.just("")),
        tags=draw(words),
        risk=draw(st.sampled_from(Risk)),
        governance=draw(st.sampled_from(Governance)),
        audience=draw(st.sampled_from(Audience)),
        owner=draw(lines | st.just("")),
        state=draw(st.sampled_from(State)),
        urgent=draw(st.booleans()),
        effective_from=draw(times),
        effective_to=draw(times),
        last_reviewed_on=draw(dates),
        review_in_days=draw(st.none() | st.integers(0, 999)),
        review_on=draw(dates),
        supersedes=draw(lines | st.just("")),
        units=draw(words),
        sources=draw(st.lists(sources, max_size=2).map(tuple)),
        placeholders=draw(st.lists(placeholders, max_size=2, unique_by=lambda one: one.name).map(tuple)),
        key_points=draw(st.lists(points, max_size=2, unique_by=lambda one: one.id).map(tuple)),
        must_not_say=draw(
            st.lists(st.builds(Forbidden, id=names, words=word_lists, kind=names), max_size=2).map(tuple)
        ),
        dialect_notes=draw(st.dictionaries(lines, bodies, max_size=2)),
        flow=draw(st.none() | flows),
        lang_gap=draw(st.lists(LANGUAGES, max_size=2, unique=True).map(tuple)),
        variants=draw(st.lists(variants, max_size=3, unique_by=lambda one: one.place).map(tuple)),
    )


def sample(name: str) -> str:
    """The text of one of the sample files."""
    return (SAMPLES / f"{name}.md").read_text(encoding="utf-8")


def small(key: str = "a-1", **changes: object) -> Script:
    """A short script in both languages that breaks no rule."""
    fields: dict[str, object] = {
        "title": {"zh": "门诊几点开门？", "en": "When does the clinic open?"},
        "variants": (Variant("zh", say="早上8点开门。"), Variant("en", say="It opens at 8.")),
    }
    return Script(key, **{**fields, **changes})  # type: ignore[arg-type]
