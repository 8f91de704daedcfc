from collections.abc import Iterator

import pytest

from app.ui.kit import countries, languages
from app.ui.kit.type_ahead import Suggestion

CODES = ("CA", "CN", "DE", "JP", "UM", "US")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    languages.of_app().use("en")
    yield
    languages.of_app().use("en")


@pytest.mark.parametrize(
    ("typed", "first"), [("cn", "CN"), ("united st", "US"), ("日本", "JP"), ("deutsch", "DE"), (" Us ", "US")]
)
def test_a_country_is_found_by_code_by_english_and_by_own_name(typed: str, first: str) -> None:
    assert countries.found(CODES, typed)[0].key == first


def test_what_is_no_country_finds_none_and_no_text_finds_all() -> None:
    assert countries.found(CODES, "Utopia") == []
    assert [one.key for one in countries.found(CODES, "")] == ["CA", "CN", "DE", "JP", "UM", "US"]


def test_the_country_of_the_windows_language_is_named_in_it_and_found_by_both_names() -> None:
    assert countries.suggestion("CN") == Suggestion("CN", "China", "中国")
    languages.of_app().use("zh_CN")
    assert countries.suggestion("CN") == Suggestion("CN", "中国", "China")
    assert countries.suggestion("DE") == Suggestion("DE", "Germany", "Deutschland")
    assert {countries.found(CODES, typed)[0].key for typed in ("chi", "中国")} == {"CN"}


def test_a_country_whose_language_is_not_known_has_no_name_of_another() -> None:
    assert countries.suggestion("AC") == Suggestion("AC", "Ascension Island")
    assert [one.key for one in countries.found(("AC", "US"), "united")] == ["US"]
