"""What the benchmark of duplicate hints types grows as typing does, and is the same each time."""

from benchmarks.duplicate_hints import matters

_RECENT = [("Ward smells of sewage since Sunday", "North", "complaint"), ("卫生院停诊没有通知", "South", "help")]


def test_matters_grow_step_by_step_and_end_with_area_and_category() -> None:
    found = matters(80, _RECENT)
    assert found == matters(80, _RECENT)
    assert (found[1].summary or "").startswith(found[0].summary or "?")
    assert any(one.area and one.category for one in found)


def test_some_repeat_what_was_said_and_both_languages_are_there() -> None:
    said = [one.summary or "" for one in matters(120, _RECENT)]
    assert any(one == "of sewage since Sunday" for one in said)
    assert 20 < sum(1 for one in said if one[0] >= "\u3400") < 100
