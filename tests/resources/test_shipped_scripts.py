"""The scripts that ship pass the checker, are there in both languages and say that they are samples."""

from functools import cache
from pathlib import Path

import pytest

from app.scripts_library.checker import check, check_library
from app.scripts_library.parser import parse
from app.scripts_library.script import Script
from app.services import reference

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
def test_a_shipped_script_has_no_finding(path):
    assert check(read(path), source=path.name) == ()


def test_the_shipped_scripts_fit_together():
    scripts = [read(path) for path in FILES]
    assert len(scripts) >= 20
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
    assert sum(script.flow is not None for script in scripts) >= 5
    assert any("plain" in path.read_text(encoding="utf-8") for path in FILES)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_shipped_answer_can_be_said_within_a_minute(path):
    for variant in read(path).variants:
        if variant.language == "zh":
            assert len(variant.say) <= 240  # four syllables a second
        else:
            assert len(variant.say.split()) <= 150  # an unhurried reader's words in a minute
