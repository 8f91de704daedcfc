"""A logo is kept as text and given back; what is no picture is refused."""

import pytest

from app.models import letterheads
from app.models.errors import FieldInvalid

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 40


def test_a_logo_comes_back_as_it_was() -> None:
    assert letterheads.to_picture(letterheads.to_text(PNG)) == PNG
    assert letterheads.to_text(b"") == ""
    assert letterheads.to_picture("no base64 at all") == b""


@pytest.mark.parametrize("picture", [b"GIF89a", PNG + b"x" * letterheads.LARGEST])
def test_what_is_no_small_picture_is_refused_with_its_size(picture: bytes) -> None:
    with pytest.raises(FieldInvalid) as refused:
        letterheads.to_text(picture)
    assert refused.value.facts["value"] in ("1 KB", "257 KB")
