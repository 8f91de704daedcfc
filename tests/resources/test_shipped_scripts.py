"""The scripts that ship pass the checker, are there in both languages and say that they are samples."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from app.scripts_library.advice import advise
from app.scripts_library.checker import check, check_library
from app.scripts_library.entries import entry_of
from app.scripts_library.parser import parse
from app.scripts_library.script import Risk, Script
from app.scripts_library.synonyms import shipped_synonyms
from app.services import reference, wording
from app.store.script_index import ScriptIndex

FOLDER = Path(__file__).parents[2] / "resources" / "scripts"
FILES = sorted(FOLDER.rglob("*.md"))
NAMES = [path.stem for path in FILES]


@cache
def read(path: Path) -> Script:
    parsed = parse(path.read_text(encoding="utf-8"), source=path.name)
    assert parsed.findings == ()
    assert parsed.script is not None
    return parsed.script


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_shipped_script_has_no_finding_and_its_author_no_advice(path):
    assert check(read(path), source=path.name) == ()
    assert advise(read(path), datetime(2026, 11, 1, tzinfo=UTC)) == ()


def test_the_shipped_scripts_fit_together():
    scripts = [read(path) for path in FILES]
    assert len(scripts) >= 80
    assert check_library(scripts) == ()
    assert [script.key for script in scripts] == NAMES


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_shipped_script_says_that_it_is_a_sample(path):
    script = read(path)
    assert "sample" in script.tags
    assert path.read_text(encoding="utf-8").count("示例话术，使用前请经本地审定") == 1
    assert path.read_text(encoding="utf-8").count("Sample: have it approved locally before use") == 1
    assert "Sample" in script.sources[0].doc


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_shipped_script_is_found_by_callers_own_words_and_by_its_category(path):
    script = read(path)
    for language in ("zh", "en"):
        assert len(script.phrasings[language]) >= 6
    assert script.topic.replace("/", ".") in reference.categories().by_code
    assert len(script.key_points) >= 3
    assert any(point.critical for point in script.key_points)


def test_some_are_urgent_and_some_lead_through_questions():
    scripts = [read(path) for path in FILES]
    assert 1 <= sum(script.urgent for script in scripts) <= 3
    assert sum(script.flow is not None for script in scripts) >= 25
    assert sum(script.risk is Risk.HIGH for script in scripts) >= 5


def places(script: Script, language: str) -> set[tuple[str, bool]]:
    """The variants of a language, as (for whom, plain)."""
    return {(variant.audience, variant.plain) for variant in script.variants if variant.language == language}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_both_languages_have_the_same_variants(path):
    assert places(read(path), "zh") == places(read(path), "en")


def test_some_are_there_in_easy_words_and_for_one_kind_of_caller():
    offered = [place for path in FILES for place in places(read(path), "zh")]
    assert sum(plain for _, plain in offered) >= 25
    assert {"physician", "nurse", "patient", "family"} <= {audience for audience, _ in offered}


def test_whoever_cannot_sign_in_is_told_in_easy_words():
    for path in FILES:
        if path.stem.startswith("pwd-"):
            assert ("", True) in places(read(path), "zh"), path.stem


@cache
def library() -> ScriptIndex:
    index = ScriptIndex()
    index.put(entry_of(read(path), shipped_synonyms()) for path in FILES)
    return index


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_shipped_script_is_among_the_first_three_for_each_of_its_phrasings(path):
    script = read(path)
    for language, phrasings in script.phrasings.items():
        for words in (script.title[language], *phrasings):
            assert script.key in [hit.key for hit in library().query(words, 3, language=language)], words


@pytest.mark.parametrize(
    "text", ["发烧", "yimiao", "ymdz", "vacc", "my bill is wrong", "狗咬", "password reset ph", "预约 改"]
)
def test_the_order_does_not_depend_on_how_many_results_are_asked_for(text):
    orders = [[hit.key for hit in library().query(text, n)] for n in (1, 5, 8)]
    assert orders[2]
    assert orders[0] == orders[2][:1]
    assert orders[1] == orders[2][:5]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_shipped_answer_can_be_said_within_a_minute(path):
    for variant in read(path).variants:
        if variant.language == "zh":
            assert len(variant.say) <= 240  # four syllables a second
        else:
            assert len(variant.say.split()) <= 150  # an unhurried reader's words in a minute


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_what_is_to_be_filled_in_has_a_name_in_both_languages(path):
    for one in read(path).placeholders:
        assert wording.label("placeholder", one.name, "zh_CN") != one.name, one.name
        assert wording.label("placeholder", one.name, "en"), one.name
