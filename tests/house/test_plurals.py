"""A text that counts reads well for one and for several."""

import pytest

from tests.house.plurals import english


@pytest.mark.parametrize(
    ("source", "one", "several"),
    [
        ("%n call(s)", "%n call", "%n calls"),
        ("%n batch(es) imported", "%n batch imported", "%n batches imported"),
        ("%n inquir(y/ies) (is/are) open", "%n inquiry is open", "%n inquiries are open"),
        ("%n pe(rson/ople)", "%n person", "%n people"),
    ],
)
def test_a_source_text_says_both_forms(source, one, several):
    assert english(source) == (one, several)


def test_a_source_text_without_a_choice_has_no_two_forms():
    assert english("%n selected (of all)") is None
