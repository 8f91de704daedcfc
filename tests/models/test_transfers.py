"""What another center gets of an inquiry has ids and a number that follow from ours."""

from app.models.transfers import caller_there, number_there, row_there


def test_the_same_inquiry_is_the_same_row_at_the_same_center() -> None:
    rows = {row_there(b"a" * 16, "South"), row_there(b"a" * 16, "East"), row_there(b"b" * 16, "South")}
    assert len(rows) == 3
    assert row_there(b"a" * 16, "South") in rows
    assert caller_there(row_there(b"a" * 16, "South")) not in rows


def test_the_number_says_how_often_it_has_moved() -> None:
    assert number_there("261122-K7-0012") == "261122-K7-0012-T1"
    assert number_there(number_there("261122-K7-0012")) == "261122-K7-0012-T2"
    assert number_there("") == "-T1"
