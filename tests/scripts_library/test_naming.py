import pytest

from app.scripts_library.naming import propose_key
from app.scripts_library.script import KEY_PATTERN, Script


def free(_key: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ({"en": "What is the age for the HPV vaccine?", "zh": "几岁"}, "what-age-hpv-vaccine"),
        ({"zh": "几点开门"}, "ji-dian-kai-men"),
        ({"zh": "HPV疫苗"}, "hpv-yi-miao"),
        ({"en": "Café"}, "cafe"),
        ({}, ""),
    ],
)
def test_a_key_is_made_of_the_title_s_words(title: dict[str, str], key: str):
    assert propose_key(Script("", title), free) == key


def test_a_taken_key_gets_a_number():
    taken = {"card", "card-2"}
    assert propose_key(Script("", {"en": "The card"}), taken.__contains__) == "card-3"


@pytest.mark.parametrize("title", ["word " * 60, "x" * 200, "？！", "ي ص"])
def test_whatever_the_title_is_the_key_is_allowed(title: str):
    key = propose_key(Script("", {"en": title}), free)
    assert KEY_PATTERN.fullmatch(key)
    assert len(key) <= 40
