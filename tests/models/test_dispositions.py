"""The shipped table is that of the specification, and a table that is wrong is refused with its place."""

import json
import re
from importlib.resources import files
from itertools import pairwise

import pytest

from app.models.callbacks import CallbackReason
from app.models.dispositions import (
    AAPOR,
    AAPOR_CLASSES,
    HCAHPS,
    DispositionsBroken,
    Finality,
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


#: Every cell of the specification: code; T, F, X (the program) or – (a flag), with what leaves a final one open; the
#: attempts it uses; class; status in HCAHPS; what comes next; whom it keeps away. Of broken appointments the second
#: decides.
PAGE = """
000 T 0 UH 8 queue
201 T 1 UH/NC 8 later 180 min, other slot
202 T 1 UH 8 redial 20 min, 2 times, other slot
203 T 1 UH 8 later 1 d, other slot
204 T 1 UH/NC 8 later 1 d
205 T 1 UO 8 supervisor
206 T 1 R 8→7 later 2 d; 2 = 233
207 T 1 NC 8 later 1 d, ask time
208 T 1 NC 8 later 7 d
221 T 0 NC 8 appointment
222 T 0 NC 8 appointment
223 T 0 NC 8 appointment
224 T 1 NC 8 later 1 d; 2 = 233
110 F 1 I 1 close
120 F 1 P 1 close
130 T 1 R 6 appointment
131 F 1 R 6 close
231 F-conversion 1 R 7 later 7 d, other slot, other operator; cool_off
232 F 1 R 7 close; cool_off
233 F 1 R 7 close; cool_off
234 F 1 R 7 close; never_call
241 F 1 O 2 close; person
242 F 1 O 5 close
243 F-dialect 1 O 4 supervisor
244 T 1 O 8 later 1 d; 2 = 244
245 T 1 O 8 later 180 min, ask time
246 T 0 O 8 supervisor
301 F-other_number 1 UO 10 number
302 T 1 UO 10 later 7 d; 3 = 301
303 F-other_number 1 UO 10 number
304 F-other_number 1 UO 10 number
401 F 1 NE 3 close
402 F 1 NE 3 close
403 X 0 NE 3 close
404 F 0 NE – close
901 X 0 – – close
902 X 0 – – close
903 X 0 – – close
501 – 0 – – urgent
502 – 0 – – ticket
"""
_LETTER = {Finality.TEMPORARY: "T", Finality.FINAL: "F", Finality.ENGINE: "X", Finality.FLAG: "–"}


def _line(one):
    aapor, hcahps = one.standards.get(AAPOR), one.standards.get(HCAHPS)
    klass = "/".join([aapor.klass, *([aapor.confirmed[1]] if aapor.confirmed else [])]) if aapor else "–"
    status = hcahps.code + (f"→{hcahps.closed}" if hcahps.closed else "") if hcahps else "–"
    ends = _LETTER[one.finality] + (f"-{one.open_if}" if one.open_if else "")
    after = [f"{one.code} {ends} {one.attempt:d} {klass} {status} {_next(one.next)}"]
    after += [f"{one.becomes[0]} = {one.becomes[1]}"] if one.becomes else []
    return "; ".join([*after, *([one.suppress.value] if one.suppress else [])])


def _next(one):
    when = " ".join(f"{count} {unit}" for count, unit in ((one.minutes, "min"), (one.days, "d")) if count)
    more = [f"{one.times} times"] if one.times else []
    more += [name.replace("_", " ") for name in ("other_slot", "other_operator", "ask_time") if getattr(one, name)]
    return ", ".join([f"{one.step.value} {when}".strip(), *more])


@pytest.mark.parametrize("line", PAGE.strip().splitlines())
def test_every_cell_of_the_table_is_that_of_the_specification(line):
    assert _line(TABLE[line[:3]]) == line


def test_every_code_has_its_line_in_the_specification():
    assert [line[:3] for line in PAGE.strip().splitlines()] == CODES
    assert {one.standards[AAPOR].klass for one in TABLE if AAPOR in one.standards} == set(AAPOR_CLASSES)


def test_the_most_informative_outcome_is_that_of_the_specification():
    order = "110 > 120 > 401 402 403 > 232 234 > 131 231 233 > 241 242 243 244 245 246 > 207 208 221 222 223 224 > "
    order += "301 302 303 304 > 201 202 203 204 205 > 000"
    ranks = [{TABLE[code].rank for code in group.split()} for group in order.split(" > ")]
    assert all(min(above) > max(below) for above, below in pairwise(ranks))
    refusals = [one.rank for one in TABLE if one.refusal]
    assert min(refusals) > TABLE["241"].rank, "no limit overrides a refusal"


def test_an_operator_is_offered_what_fits_the_call():
    promised = {one.code for one in TABLE.offered(CallbackReason.PROMISED)}
    campaign = {one.code for one in TABLE.offered(CallbackReason.CAMPAIGN)}
    assert campaign - promised == {"120", "130", "131", "401", "402"}
    assert not {"000", "403", "404", "901", "501"} & campaign
    allowed = TABLE.offered(CallbackReason.CAMPAIGN, allowed=frozenset({"404"}))
    assert "404" in {one.code for one in allowed}
    assert [one.code for one in TABLE.flags()] == ["501", "502"]


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
    mapping["aapor_named"] = {"code": "3.13", "class": "UH", "refused": "R"}
    place = broken(lambda whole: whole["dispositions"][1].update(standards=mapping))
    assert place == "$.dispositions[1].standards.aapor_named.refused"


def test_what_the_operator_does_is_said_in_both_languages():
    hints = {one.code: one.hint for one in TABLE if one.hint}
    assert set(hints) == {"204", "205", "241", "301", "401"}
    assert all(hint.en.isascii() and not hint.zh_cn.isascii() for hint in hints.values())
    place = broken(lambda whole: whole["dispositions"][1].update(hint={"en": "Wait."}))
    assert place.startswith("$.dispositions[1].hint")
