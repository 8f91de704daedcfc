from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scripts_library import cells
from app.scripts_library.findings import Finding
from app.scripts_library.script import KeyPoint, Slots, Source
from tests.scripts_library.making import points, sources, words

CHINA = timezone(timedelta(hours=8))


@given(words)
def test_a_list_in_a_cell_is_read_back(pieces: tuple[str, ...]):
    assert cells.split_list(cells.join_list(pieces)) == pieces


def test_lists_may_hold_bars_backslashes_and_gaps():
    assert cells.split_list(r"a\|b | | c:\dir |d\\") == ("a|b", r"c:\dir", "d\\")


@given(st.lists(sources, max_size=3).map(tuple))
def test_sources_in_a_cell_are_read_back(all_sources: tuple[Source, ...]):
    findings: list[Finding] = []
    assert cells.read_sources_cell(cells.write_sources_cell(all_sources), findings) == all_sources
    assert findings == []


def test_short_sources_are_written_short():
    cell = "Rule 12 <https://x.org> | Law 3 | https://y.org"
    read = cells.read_sources_cell(cell, [])
    assert read == (Source("Rule 12", url="https://x.org"), Source("Law 3"), Source(url="https://y.org"))
    assert cells.write_sources_cell(read) == cell


@given(st.lists(points, max_size=3, unique_by=lambda point: point.id).map(tuple))
def test_key_points_in_a_cell_are_read_back(all_points: tuple[KeyPoint, ...]):
    findings: list[Finding] = []
    assert cells.read_points_cell(cells.write_points_cell(all_points, "en"), "en", findings) == all_points
    assert findings == []


def test_short_key_points_are_written_short():
    cell = "!aged 9 to 45 | men may"
    read = cells.read_points_cell(cell, "en", [])
    assert read == (KeyPoint("k1", {"en": "aged 9 to 45"}, critical=True), KeyPoint("k2", {"en": "men may"}))
    assert cells.write_points_cell(read, "en") == cell


@pytest.mark.parametrize("cell", ["[{", '{"a": }', "[{" * 5000])
def test_broken_json_is_a_value_error(cell: str):
    with pytest.raises(ValueError, match=r".+"):
        cells.read_points_cell(cell, "en", [])


def test_known_points_keep_what_a_short_cell_cannot_say():
    known = KeyPoint("k1", {"zh": "x", "en": "old"}, slots=Slots(numbers=("9",)), any={"en": ("a",)})
    read = KeyPoint("k1", {"en": "new"}, critical=True)
    assert cells.merge_points([known], [read, KeyPoint("k2", {})]) == (
        KeyPoint("k1", {"zh": "x", "en": "new"}, True, Slots(numbers=("9",)), {"en": ("a",)}),
        KeyPoint("k2", {}),
    )


def test_known_sources_keep_what_a_short_cell_cannot_say():
    known = Source("a", "3", "u", date(2026, 1, 1))
    assert cells.merge_sources([known], [Source("a", url="u"), Source("b")]) == (known, Source("b"))
    assert cells.merge_sources([known], [Source("a", "4", "u")]) == (Source("a", "4", "u"),)


def test_midnights_are_written_as_dates():
    assert cells.write_moment(datetime(2026, 2, 28, 16, tzinfo=UTC), CHINA) == "2026-03-01"
    assert cells.write_moment(datetime(2026, 2, 28, 17, tzinfo=UTC), CHINA) == "2026-03-01T01:00:00+08:00"
    assert cells.write_moment(None, CHINA) == ""


def test_decoded_json_becomes_the_text_of_a_cell():
    values = [None, True, False, 3, ["a|b", 2], {"a": "中"}, [{"a": 1}]]
    assert [cells.as_cell(value) for value in values] == [
        "", "yes", "no", "3", r"a\|b | 2", '{"a": "中"}', '[{"a": 1}]'
    ]  # fmt: skip


def test_a_midnight_that_comes_twice_is_written_as_a_time():
    havana = ZoneInfo("America/Havana")
    first, second = (datetime(2026, 11, 1, hour, tzinfo=UTC) for hour in (4, 5))
    assert cells.write_moment(first, havana) == "2026-11-01"
    assert cells.write_moment(second, havana) == "2026-11-01T00:00:00-05:00"
