"""Words of other systems mean our codes: by code, by label in either language, by a known word."""

import pytest

from app.models.inquiries import State
from app.models.units import Unit
from app.services import import_codes, reference, wording


@pytest.mark.parametrize(
    ("kind", "word", "code"),
    [
        ("channel", "phone_in", "phone_in"),
        ("channel", "Constituent Call", "phone_in"),
        ("channel", "来电", "phone_in"),
        ("channel", "E-Mail", "email"),
        ("channel", "微信公众号", "wechat"),
        ("inquiry_state", "Closed", "closed"),
        ("inquiry_state", "OPEN", "in_progress"),
        ("inquiry_state", "已办结", "closed"),
        ("inquiry_state", "on-hold", "waiting_third_party"),
        ("urgency", "P1", "critical"),
    ],
)
def test_a_known_word_means_a_code(kind: str, word: str, code: str):
    assert import_codes.code_of(kind, word) == code


def test_an_unknown_word_means_nothing():
    assert import_codes.code_of("channel", "Maximo Integration") is None
    assert import_codes.state_of("somewhere") is None


@pytest.mark.parametrize("kind", ["channel", "inquiry_state", "urgency"])
@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_label_means_its_own_code(kind: str, language: str):
    found = {code: import_codes.code_of(kind, word) for code, word in wording.labels(kind, language).items()}
    assert found == {code: code for code in found}


def test_every_state_can_be_told():
    assert {import_codes.state_of(state.value) for state in State} == set(State)


def test_categories_are_known_by_code_label_and_path():
    words = import_codes.category_words(reference.categories())
    for text in ("consult.immunization.hpv", "HPV vaccine", "HPV疫苗", "政策咨询 › 预防接种 › HPV疫苗"):
        assert words[import_codes.plain(text)] == "consult.immunization.hpv"


def test_units_are_known_by_code_and_by_either_name():
    words = import_codes.unit_words([Unit(b"", "CDC", "县疾控中心", "County CDC"), Unit(b"", "county-cdc", "县疾控")])
    assert words[import_codes.plain("县疾控中心")] == "CDC"
    assert words[import_codes.plain("County CDC")] == "county-cdc"
