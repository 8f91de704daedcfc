"""Texts of the demo are whole, varied, and the same for the same seed."""

import re
from collections import Counter
from random import Random

import pytest

from app.services import reference, units
from app.services.demo_texts import Pool, Texts, table


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_template_can_be_filled(language: str) -> None:
    texts = Texts(Random(3))
    for one in table("topics")["topics"]:
        for template in (*one[language], *one[f"answer_{language}"]):
            assert "{" not in texts._filled(template, language)
    for kind in ("notes", "promises", "waits_caller", "waits_others", "cancels", "merges", "redoes", "caller_notes"):
        assert "{" not in texts.line(kind, language)


def test_topics_name_categories_units_and_scripts_that_exist() -> None:
    known = {one["code"] for one in table("units")["units"]}
    for one in table("topics")["topics"]:
        assert one["category"] in reference.categories().by_code
        assert one["unit"] in known
    assert len(known) >= units.LONGEST_CODE // 2


def test_the_same_seed_says_the_same() -> None:
    said = []
    for _ in range(2):
        texts = Texts(Random(7))
        said.append([texts.summary(texts.topic("zh"), "zh") + texts.details("en", 2) for _ in range(50)])
    assert said[0] == said[1]


def test_a_few_words_are_frequent_and_most_are_rare() -> None:
    texts = Texts(Random(1))
    words: Counter[str] = Counter()
    for _ in range(6000):
        words.update(
            re.findall("[a-z]{3,}", f"{texts.summary(texts.topic('en'), 'en')} {texts.details('en', 3)}".lower())
        )
    counts = sorted(words.values(), reverse=True)
    assert len(counts) > 1500
    assert counts[0] > 100 * counts[len(counts) // 2]


def test_a_pool_draws_by_its_weights() -> None:
    rng = Random(5)
    drawn = Counter(Pool(["often", "seldom"], [9, 1]).draw(rng) for _ in range(4000))
    assert 0.07 < drawn["seldom"] / 4000 < 0.13
    assert Pool(list("abc")).distinct() == list("abc")


def test_what_waits_for_the_caller_and_for_somebody_else_is_told_apart() -> None:
    told = table("topics")
    assert all("来电人" in one for one in told["waits_caller_zh"])
    assert all("来电人" not in one and "{dept}" in one for one in told["waits_others_zh"])
    assert not [one for one in (*told["notes_en"], *told["notes_zh"]) if "{day}" in one], "a day may lie behind"
