"""Columns, lengths and results of call records are read as telephone systems write them."""

from datetime import timedelta

import pytest

from app.models.line_records import LineField, guess, is_outgoing, seconds, was_answered


def test_headings_of_usual_systems_are_known_once_each():
    found = guess(["calldate", "src", "dst", "duration", "billsec", "disposition", "uniqueid"])
    assert found[LineField.AT] == "calldate"
    assert (found[LineField.TALK], found[LineField.RESULT]) == ("billsec", "disposition")
    assert guess(["呼入时间", "是否接通", "通话时长", "坐席"])[LineField.AGENT] == "坐席"


@pytest.mark.parametrize(("text", "length"), [("", 0), ("75", 75), ("75 s", 75), ("01:15", 75), ("1:00:05", 3605)])
def test_a_length_is_read_in_seconds_or_as_a_clock(text: str, length: int) -> None:
    assert seconds(text) == timedelta(seconds=length)


def test_what_is_no_length_and_no_result_is_refused():
    for wrong in ("soon", "1:2:3:4"):
        with pytest.raises(ValueError, match=wrong[:1]):
            seconds(wrong)
    with pytest.raises(ValueError, match="maybe"):
        was_answered("maybe", timedelta())


def test_a_result_stands_before_the_time_talked():
    minute = timedelta(minutes=1)
    assert [was_answered(text, minute) for text in ("NO ANSWER", "ANSWERED", "已接通", "")] == [False, True, True, True]
    assert is_outgoing("Outbound")
    assert not is_outgoing("in")
