from datetime import date

import pytest

from app.models.routing_rules import Condition, Rule
from app.ui.panes.settings import rule_words

WHEN = Condition(
    ("phone_in",), ("complaint.waiting",), ("收费", "bill"), ("退",), ("City",), ("patient",), ("mon",), ((510, 720),),
    "county-center", during=False,
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_condition_is_told_in_one_line(language):
    text = rule_words.condition(WHEN, language, outside="outside {calendar}", everything="everything")
    assert "“收费” / “bill”" in text
    assert ("Mon" if language == "en" else "周一") in text
    assert "08:30-12:00" in text
    assert "outside" in text
    assert rule_words.condition(Condition(), language, outside="", everything="everything") == "everything"


@pytest.mark.parametrize("part", ["channels", "callers", "days", "categories"])
def test_words_become_the_codes_that_they_stand_for(part):
    codes = rule_words.every_code(part)
    for language in ("en", "zh_CN"):
        words = rule_words.labels_of(part, codes, language)
        assert len(set(rule_words.codes_of(part, words))) >= len(set(words))
    assert rule_words.codes_of(part, ["nonsense"]) == ("nonsense",)
    assert rule_words.codes_of("any_words", [" bill "]) == ("bill",)


def test_a_validity_is_told_by_its_days():
    assert rule_words.validity(Rule("a")) == ""
    assert rule_words.validity(Rule("a", from_on=date(2026, 1, 1))) == "2026-01-01 –"
