"""Figures, denials and opposites of an answer are seen however they are written."""

import pytest

from app.scripts_library.answer_facts import denials, figures, plain, turned_around


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("每天2次，连续１４天", ["2", "14"]),
        ("十五分钟后两次", ["15", "2"]),
        ("within two hours, 1,200 people", ["2", "1200"]),
        ("电话 0551-6281 2320", ["055162812320"]),
        ("低于3.90", ["3.9"]),
        ("一般来说", []),
        ("this one", []),
    ],
)
def test_figures_are_read_in_every_way_of_writing(text: str, found: list[str]) -> None:
    assert [one.value for one in figures(plain(text))] == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("不要自行停药", 1),
        ("没有记录不等于没打过", 3),
        ("能不能报销，是否需要预约", 0),
        ("不仅要预约，特别注意", 0),
        ("Don’t stop; you cannot drive without it", 3),
        ("a note about the nose", 0),
    ],
)
def test_denials_are_counted_and_questions_are_none(text: str, count: int) -> None:
    assert denials(plain(text)) == count


def test_an_opposite_word_turns_a_rule_around() -> None:
    assert turned_around("打针之前吃饭", "打针之后吃饭")
    assert turned_around("65 and older", "65 and younger")
    assert not turned_around("before you eat", "eat, but before, not after")
    assert not turned_around("每天两次", "每天两次")
