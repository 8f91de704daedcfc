import json
import zlib
from dataclasses import fields, replace

import pytest

from app.models.frames import FrameKind, FrameRow, encounters_of, lines_of, packed, rows_of, written

ROW = FrameRow(
    "e1", "key", "张三", ("+8613800000001", "+8613800000002"), "m", 61, "H1", "内科", "2026-01-02", "2026-01-09", "", 7
)


def test_a_row_comes_back_from_a_part_as_it_was():
    other = FrameRow("e2", "k", "", ("+1",), "", None, "H2", "", "", "", "2026-02-03", 8)
    assert list(rows_of([packed([written(ROW), written(other)]), packed([written(ROW)])])) == [ROW, other, ROW]
    assert lines_of(packed([written(ROW)])) == [written(ROW)]
    known = replace(ROW, admission="planned", area="urban", former="k0")
    assert list(rows_of([packed([written(known)])])) == [known]


def test_what_a_row_says_of_the_admission_stops_no_program_that_does_not_know_it():
    known = replace(ROW, admission="planned", area="urban")
    part = packed([written(ROW), written(known), written(replace(ROW, area="rural"))])
    read = [json.loads(line) for line in zlib.decompress(part).split(b"\n")]  # as it ever was read
    assert read == [json.loads(written(ROW))] * 3
    assert [one.area for one in rows_of([part])] == ["", "urban", "rural"]
    assert lines_of(part)[1] == written(known)


def test_what_only_a_later_program_says_of_a_row_is_passed_over():
    later = written(replace(ROW, admission="planned"))[:-1] + b',"","a","b"]'
    for part in (packed([later]), zlib.compress(later)):
        assert list(rows_of([part])) == [replace(ROW, admission="planned")]


def test_a_part_that_was_cut_is_no_part():
    part = packed([written(replace(ROW, area="urban"))])
    for broken in (part[:9], part[:-3], packed([written(ROW)]) + packed([b"", b""])):
        with pytest.raises(zlib.error):
            lines_of(broken)


@pytest.mark.parametrize("text", ['a"b', "back\\slash", "two\nlines\u2028", "患者 𠮷\x00", ""])
def test_a_row_is_written_as_one_list_of_json_on_one_line_whatever_stands_in_it(text):
    row = replace(ROW, encounter=text, person=text, name=text, phones=(text, text), sex=text, department=text, age=None)
    values = [*(getattr(row, one.name) for one in fields(row))]
    for one, told in ((row, values[:-3]), (replace(row, area="rural"), [*values[:-2], "rural"])):
        assert written(one) == json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        assert b"\n" not in written(one)


def test_an_interview_may_look_at_what_is_known_of_an_encounter():
    about = ROW.about(FrameKind.INPATIENT)
    assert (about["age"], about["stay_days"], about["kind"]) == ("61", "7", "inpatient")
    assert "visited_on" not in about
    assert "name" not in about


def test_the_day_that_counts_is_that_of_the_discharge():
    assert ROW.day == "2026-01-09"


def test_a_sample_is_drawn_from_keys():
    one = encounters_of([ROW], lambda row: row.institution)[0]
    assert (one.id, one.person, one.phones, one.stratum) == ("e1", "key", ROW.phones, "H1")
