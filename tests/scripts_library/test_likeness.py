"""The same question in other words is one group, another question another one."""

from app.scripts_library.likeness import alike, grouped, words_of


def test_the_same_question_in_other_words_is_one_group() -> None:
    texts = [
        "parking fee at the clinic",
        "狗咬了要打针吗",
        "what is the clinic parking fee?",
        "被狗咬了打针",
        "opening hours",
    ]
    groups = [sorted(group) for group in grouped(texts)]
    assert groups == [[0, 2], [1, 3], [4]]


def test_words_that_every_question_has_join_nothing() -> None:
    assert grouped(["what is the fee", "what is the time"]) == [[0], [1]]
    assert not alike(words_of("how do I"), words_of("how do I"))


def test_a_single_character_is_compared_by_itself() -> None:
    assert words_of("痘") == {"痘"}
    assert "水痘" in words_of("水痘疫苗")
