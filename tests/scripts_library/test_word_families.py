"""Everyday words that are said for one another."""

from app.scripts_library.tokens import stem
from app.scripts_library.word_families import read_families, shipped_families


def test_each_word_of_a_line_knows_the_others():
    families = read_families("# a comment\nchild Kids\npregnant expecting")
    assert families == {
        "child": {"kid"},
        "kid": {"child"},
        stem("pregnant"): {stem("expecting")},
        stem("expecting"): {stem("pregnant")},
    }


def test_a_word_of_two_lines_has_two_families():
    assert read_families("shot dose\nshot vaccine")["shot"] == {"dose", stem("vaccine")}


def test_no_shipped_word_is_its_own_family_and_all_are_mutual():
    families = shipped_families()
    assert families
    for one, others in families.items():
        assert one not in others
        assert all(one in families[other] for other in others)
