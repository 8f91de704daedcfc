"""A logo is kept as text and given back; what is no whole picture is refused."""

import pytest

from app.models import letterheads
from app.models.letterheads import LogoUnusable
from tests.pictures import PNG

JPEG = b"\xff\xd8\xff\xe0" + b"x" * 40 + b"\xff\xd9"


def test_a_logo_comes_back_as_it_was() -> None:
    for picture in (PNG, JPEG):
        assert letterheads.to_picture(letterheads.to_text(picture)) == picture
    assert letterheads.to_text(b"") == ""
    assert letterheads.to_picture("no base64 at all") == b""


@pytest.mark.parametrize("picture", [b"GIF89a", PNG + b"x" * letterheads.LARGEST])
def test_what_is_no_small_picture_is_refused_with_its_size(picture: bytes) -> None:
    with pytest.raises(LogoUnusable) as refused:
        letterheads.to_text(picture)
    assert refused.value.facts["value"] in ("1 KB", "257 KB")


@pytest.mark.parametrize("cut", range(1, len(PNG)))
def test_a_picture_that_is_cut_off_is_refused(cut: int) -> None:
    with pytest.raises(LogoUnusable):
        letterheads.to_text(PNG[:cut])


def test_a_picture_that_was_damaged_is_refused() -> None:
    for place in range(8, len(PNG)):
        damaged = bytearray(PNG)
        damaged[place] ^= 1
        with pytest.raises(LogoUnusable):
            letterheads.to_text(bytes(damaged))
    with pytest.raises(LogoUnusable):
        letterheads.to_text(JPEG[:-2])
