from app.models.interview_records import code_of, given_of, kept_code
from app.models.questionnaires import Reserved

ROW = {"item": "q", "value": ["a"], "reserved": None, "reason": None, "reason_code": "x", "confirmed": 1}


def test_what_an_item_counts_as_comes_back_as_it_was():
    values = [8, "8", "!", "!important", ["a"], None, *Reserved]
    assert [code_of(kept_code(one)) for one in values] == values


def test_an_eight_that_was_rated_is_not_the_eight_of_not_applicable():
    assert kept_code(8) == 8
    assert kept_code(Reserved.NOT_APPLICABLE) == "!8"


def test_an_answer_is_read_from_its_row():
    found = given_of({**ROW, "at": "2026-03-02T04:00:00+00:00"})
    assert (found.item, found.coded, found.reason_code, found.confirmed) == ("q", ["a"], "x", True)
    refused = given_of({**ROW, "value": None, "reserved": "RF", "at": "2026-03-02T04:00:00+00:00"})
    assert refused.coded is Reserved.REFUSED
