"""A found script as a line."""

import pytest

from app.scripts_library.visibility import Standing
from app.services.script_outline import ScriptLine
from app.store.script_index import Hit
from app.ui.panes.scripts.hit_words import HitWords


@pytest.fixture
def words(bare_jobs) -> HitWords:
    return HitWords(bare_jobs)


def hit(**values: object) -> Hit:
    return Hit(**{"key": "flu", "title": "Flu", "version": 1, "score": 1.0, "why": "Flu", "kind": "title", **values})  # type: ignore[arg-type]


def test_what_is_unusual_and_why_it_was_found_stand_beside_it(words: HitWords) -> None:
    found = words.line(0, hit(urgent=True, standing="withdrawn", why="grippe shot"), None, "grippe")
    assert [chip[0] for chip in found.chips] == ["Urgent", "Withdrawn"]
    assert (found.detail, found.marks, found.grey, found.hint) == ("“grippe shot”", ((1, 7),), True, "Alt+1")


def test_a_review_that_is_due_is_said_and_the_script_stays_in_use(words: HitWords) -> None:
    found = words.line(0, hit(standing="review_due"), None, "flu")
    assert ([chip[0] for chip in found.chips], found.grey) == (["Review overdue"], False)


def test_without_a_reason_its_topic_says_where_it_is(words: HitWords) -> None:
    kept = ScriptLine("flu", 1, "流感", "Flu", "consult", Standing.LIVE)
    assert words.line(1, hit(), kept, "flu").detail == "Policy consultation"
    assert words.line(1, hit(), None, "flu").detail == "flu"
    assert [words.line(place, hit(), kept, "").hint for place in (1, 8, 9)] == ["2", "9", ""]


def test_what_is_only_near_is_grey_and_the_first_of_it_says_so(words: HitWords) -> None:
    found = words.lines([hit(), hit(fits=False), hit(fits=False)], {}, "flu")
    assert [line.grey for line in found] == [False, True, True]
    assert [[chip[0] for chip in line.chips] for line in found] == [[], ["Only near"], []]
