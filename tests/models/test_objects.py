"""Contents in parts and pieces: what is taken apart is put together again, and a cut is noticed."""

import pytest

from app.models.objects import framed, in_parts, unframed


@pytest.mark.parametrize("size", [0, 1, 9, 10, 11, 20, 35])
def test_a_content_in_parts_is_the_content_and_only_the_last_part_is_the_last(size: int) -> None:
    content = bytes(range(size))
    parts = list(in_parts([content[:7], content[7:8], b"", content[8:]], 10))
    assert b"".join(part for part, _ in parts) == content
    assert [is_last for _, is_last in parts] == [False] * (len(parts) - 1) + [True]
    assert all(len(part) == 10 for part, _ in parts[:-1])


def test_pieces_come_back_however_the_content_is_cut() -> None:
    pieces = [b"one", b"", b"three" * 100]
    whole = b"".join(framed(pieces))
    for step in (1, 3, 7, 1000):
        assert list(unframed(whole[at : at + step] for at in range(0, len(whole), step))) == pieces


def test_a_content_that_ends_in_a_piece_is_refused() -> None:
    whole = b"".join(framed([b"one", b"two"]))
    with pytest.raises(ValueError, match="cut"):
        list(unframed([whole[:-1]]))
