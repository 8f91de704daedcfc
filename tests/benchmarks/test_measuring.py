"""A figure says whether its target is kept, and the table says it in words."""

from benchmarks.measuring import Figure, alternated, median_of_medians, percentile, table


def test_a_ratio_is_held_against_its_limit() -> None:
    assert Figure("save", 1.4, "ms", 1.0, 1.5).ok is True
    assert Figure("save", 1.6, "ms", 1.0, 1.5).ok is False
    assert Figure("save", 1.6, "ms", 1.0).ok is None


def test_without_a_reference_the_value_itself_is_held_against_the_limit() -> None:
    assert Figure("search", 40.0, "ms", limit=50).ok is True
    assert Figure("rebuild", 19_000, "records/s", limit=20_000, at_least=True).ok is False


def test_runs_take_turns_and_each_begins_as_often() -> None:
    order: list[str] = []
    alternated([lambda: order.append("a"), lambda: order.append("b")], 4)
    assert "".join(order) == "abbaabba"


def test_one_slow_stretch_does_not_decide() -> None:
    assert median_of_medians([1.0] * 8 + [9.0] * 2) == 1.0
    assert median_of_medians([3.0, 1.0, 2.0]) == 2.0
    assert percentile([float(one) for one in range(100)], 0.99) == 99.0


def test_the_table_says_what_is_missed() -> None:
    said = table([Figure("save", 3.0, "ms", 1.0, 1.5, note="p99 9 ms"), Figure("fine", 1.0, "ms", limit=2)])
    assert "MISSED p99 9 ms" in said
    assert "3.00" in said
    assert said.count("\n") == 2
