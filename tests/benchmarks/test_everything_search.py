"""What the search benchmark types is what people type: prefixes, in both languages, the same each time."""

from itertools import pairwise

from benchmarks.everything_search import typed


def test_keys_are_the_same_each_time_and_grow_letter_by_letter() -> None:
    keys = typed(400)
    assert keys == typed(400)
    assert sum(1 for one, after in pairwise(keys) if after.startswith(one)) > 200


def test_single_and_paired_chinese_characters_are_among_them() -> None:
    keys = typed(600)
    chinese = [key for key in keys if "\u4e00" <= key[0] <= "\u9fff"]
    assert {len(key) for key in chinese} >= {1, 2, 3}
    assert 100 < len(chinese) < 500
