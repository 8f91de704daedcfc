"""The shipped table is that of the specification, and a table that is wrong is refused with its place."""

import json
import re
from importlib.resources import files

import pytest

from app.models.callbacks import CallbackReason
from app.models.dispositions import (
    AAPOR,
    AAPOR_CLASSES,
    HCAHPS,
    DispositionsBroken,
    Finality,
    NextStep,
    Suppression,
    from_json,
)

TEXT = files("resources").joinpath("callbacks/dispositions.json").read_text(encoding="utf-8")
TABLE = from_json(TEXT, file="dispositions.json")
CODES = re.findall(
    "[0-9]{3}",
    """000 201 202 203 204 205 206 207 208 221 222 223 224 110 120 130 131 231 232 233 234 241 242 243 244 245 246
    301 302 303 304 401 402 403 404 901 902 903 501 502""",
)


def broken(change):
    whole = json.loads(TEXT)
    change(whole)
    with pytest.raises(DispositionsBroken) as caught:
        from_json(json.dumps(whole), file="mine.json")
    return caught.value.facts["place"]


def test_the_table_has_every_code_of_the_specification_once():
    assert [one.code for one in TABLE] == CODES


def test_every_code_but_flags_has_a_class_of_aapor_and_letters_are_known():
    classed = {one.code: one.standards[AAPOR].klass for one in TABLE if AAPOR in one.standards}
    assert set(CODES) - set(classed) == {"501", "502"}
    assert set(classed.values()) == set(AAPOR_CLASSES)
    expected = {"110": "I", "120": "P", "232": "R", "207": "NC", "241": "O", "201": "UH", "301": "UO", "401": "NE"}
    assert {code: classed[code] for code in expected} == expected


def test_ineligible_codes_of_hcahps_are_those_of_the_rules():
    found = {one.code: one.standards[HCAHPS].code for one in TABLE if HCAHPS in one.standards}
    wanted = "241=2 242=5 243=4 401=3 301=10 110=1 131=6 232=7 201=8"
    assert " ".join(f"{code}={found[code]}" for code in re.findall(r"([0-9]+)=", wanted)) == wanted


def test_what_uses_no_attempt_is_what_the_specification_says():
    free = {one.code for one in TABLE if not one.attempt}
    assert free == {*("000", "221", "222", "223", "246", "403", "404"), *("901", "902", "903", "501", "502")}


def test_an_operator_is_offered_what_fits_the_call():
    promised = {one.code for one in TABLE.offered(CallbackReason.PROMISED)}
    campaign = {one.code for one in TABLE.offered(CallbackReason.CAMPAIGN)}
    assert campaign - promised == {"120", "130", "131", "401", "402"}
    assert not {"000", "403", "404", "901", "501"} & campaign
    allowed = TABLE.offered(CallbackReason.CAMPAIGN, allowed=frozenset({"404"}))
    assert "404" in {one.code for one in allowed}
    assert [one.code for one in TABLE.flags()] == ["501", "502"]


def test_next_actions_are_those_of_the_specification():
    assert (TABLE["201"].next.minutes, TABLE["201"].next.other_slot) == (180, True)
    busy = TABLE["202"].next
    assert (busy.step, busy.minutes, busy.times) == (NextStep.REDIAL, 20, 2)
    assert TABLE["206"].becomes == (2, "233")
    assert TABLE["302"].becomes == (3, "301")
    assert TABLE["234"].suppress is Suppression.NEVER_CALL
    assert TABLE["231"].finality is Finality.FINAL
    assert TABLE["231"].open_if == "conversion"


def test_a_table_that_is_wrong_is_refused_with_its_place():
    assert broken(lambda whole: whole["dispositions"][1].update(code="2x1")) == "$.dispositions[1].code"
    assert broken(lambda whole: whole["dispositions"][2].update(code="201")) == "$.dispositions[2]"
    assert broken(lambda whole: whole["dispositions"][3].update(finalty="final")) == "$.dispositions[3].finalty"
    assert broken(lambda whole: whole["dispositions"][3].update(key="1")) == "$.dispositions"
    assert broken(lambda whole: whole.update(format=2)) == "$.format"
    assert broken(lambda whole: whole.update(dispositions=whole["dispositions"][:-8])) == "$.dispositions"
    mapping = {"aapor_named": {"code": "3.13", "class": "XX"}}
    place = broken(lambda whole: whole["dispositions"][1].update(standards=mapping))
    assert place == "$.dispositions[1].standards.aapor_named.class"


def test_what_the_operator_does_is_said_in_both_languages():
    hints = {one.code: one.hint for one in TABLE if one.hint}
    assert set(hints) == {"204", "205", "241", "301", "401"}
    assert all(hint.en.isascii() and not hint.zh_cn.isascii() for hint in hints.values())
    place = broken(lambda whole: whole["dispositions"][1].update(hint={"en": "Wait."}))
    assert place.startswith("$.dispositions[1].hint")
