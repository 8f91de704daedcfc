import pytest
from hypothesis import given

from app.scripts_library.script import CALLER_KINDS, Script, Variant
from app.scripts_library.variants import Wanted, choose
from tests.scripts_library.making import LANGUAGES, scripts, small

PLACES = (
    ("zh", "", False),
    ("zh", "patient", False),
    ("zh", "", True),
    ("en", "", False),
    ("en", "physician", False),
)
SCRIPT = small(variants=tuple(Variant(*place, say="x") for place in PLACES))


@pytest.mark.parametrize(
    ("wanted", "found", "given_up"),
    [
        (Wanted("zh_CN"), ("zh", "", False), ()),
        (Wanted("zh", "patient"), ("zh", "patient", False), ()),
        (Wanted("zh", "nurse"), ("zh", "", False), ("audience",)),
        (Wanted("zh", "patient", True), ("zh", "", True), ("audience",)),
        (Wanted("en", plain=True), ("en", "", False), ("plain",)),
        (Wanted("en", "physician", True), ("en", "physician", False), ("plain",)),
        (Wanted("es"), ("zh", "", False), ("language",)),
        (Wanted("es", "vendor", True), ("zh", "", True), ("language", "audience")),
    ],
)
def test_language_is_kept_longest_then_plainness_then_audience(wanted: Wanted, found: object, given_up: object):
    chosen = choose(SCRIPT, wanted)
    assert chosen is not None
    assert (chosen.variant.place, chosen.given_up) == (found, given_up)


def test_a_wording_for_others_is_taken_only_when_nothing_else_is_there():
    script = small(variants=(Variant("en", "nurse", say="x"), Variant("en", "vendor", True, say="y")))
    chosen = choose(script, Wanted("en", plain=True))
    assert chosen is not None
    assert chosen.variant.audience == "vendor"
    assert chosen.given_up == ("audience",)


def test_a_script_without_wordings_has_none_to_show():
    assert choose(small(variants=()), Wanted("en")) is None


@given(scripts().filter(lambda one: one.variants), LANGUAGES)
def test_an_existing_wording_is_always_found(script: Script, language: str):
    for variant in script.variants:
        chosen = choose(script, Wanted(*variant.place))
        assert chosen is not None
        assert (chosen.variant, chosen.given_up) == (variant, ())
    chosen = choose(script, Wanted(language, CALLER_KINDS[0], True))
    assert chosen is not None
    assert ("language" in chosen.given_up) == (language not in script.languages())
