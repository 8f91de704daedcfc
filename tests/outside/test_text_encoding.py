"""The encoding of a file is decided as a careful person would, and never by luck."""

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.outside.text_encoding import Encoding, decoded, encoding_of, encoding_of_bytes

CHINESE = "来电人,诉求,单位\n王芳,咨询新冠疫苗接种的注意事项,县人民医院\n李强,投诉挂号排队时间太长,中医院\n"
FRENCH = "nom;résumé\nHélène;problème d'accès à l'hôpital, très gênant\nFrançois;médecin traitant absent\n"
RUSSIAN = "имя;вопрос\nИван;Когда можно записаться на прививку\nОльга;Жалоба на очередь в поликлинике\n"
ENGLISH = "name,summary\nAnn,wants an appointment\n"


@pytest.mark.parametrize(
    ("written", "name", "how"),
    [
        ("utf-8", "utf-8", "whole"),
        ("utf-8-sig", "utf-8-sig", "mark"),
        ("gb18030", "gb18030", "whole"),
        ("gbk", "gb18030", "whole"),
        ("utf-16", "utf-16", "mark"),
    ],
)
def test_chinese_lists_are_read_in_the_encoding_they_were_written(written, name, how):
    content = CHINESE.encode(written)
    assert encoding_of_bytes(content) == Encoding(name, how)
    assert decoded(content).lstrip("\ufeff") == CHINESE


@pytest.mark.parametrize("written", ["utf-16-le", "utf-16-be"])
def test_wide_english_without_a_mark_is_recognized(written):
    assert encoding_of_bytes(ENGLISH.encode(written)) == Encoding(written, "guessed")


@pytest.mark.parametrize(("text", "written"), [(FRENCH, "cp1252"), (RUSSIAN, "cp1251"), (CHINESE * 9, "big5")])
def test_what_merely_decodes_as_chinese_is_not_taken_for_it(text, written):
    content = text.encode(written, "replace")
    encoding = encoding_of_bytes(content)
    assert encoding.how == "guessed"
    assert encoding.name != "gb18030"


def test_plain_english_is_utf8():
    assert encoding_of_bytes(ENGLISH.encode()) == Encoding("utf-8", "whole")
    assert encoding_of_bytes(b"") == Encoding("utf-8", "whole")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_byte_does_not_change_the_encoding_of_a_long_list(encoding):
    content = bytearray((CHINESE * 30).encode(encoding))
    content[content.index("医院".encode(encoding))] = 0xFF
    assert encoding_of_bytes(bytes(content)) == Encoding(encoding, "damaged")
    assert decoded(bytes(content)).count("\ufffd") <= 3


def test_the_only_foreign_word_may_stand_at_the_very_end():
    content = (ENGLISH * 200_000).encode() + "县人民医院,咨询\n".encode("gb18030")
    assert encoding_of_bytes(content) == Encoding("gb18030", "whole")


@pytest.mark.parametrize("content", [b"%PDF-1.7\n1 0 obj", b"\x89PNG\r\n\x1a\n0000", b"\x00\x01\x02\x03\x04\x05" * 9])
def test_what_is_no_text_is_not_decoded(content):
    assert encoding_of_bytes(content) is None


def test_a_compressed_stream_is_read_through():
    packed = gzip.compress(CHINESE.encode("gb18030"))
    assert encoding_of(lambda: gzip.GzipFile(fileobj=io.BytesIO(packed))) == Encoding("gb18030", "whole")


@given(content=st.binary(max_size=300))
def test_any_bytes_become_some_text(content):
    assert isinstance(decoded(content), str)


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=200))
def test_text_in_utf8_always_comes_back(text):
    assert decoded(b"\xef\xbb\xbf" + text.encode()) == text


def test_lists_of_several_offices_put_together_are_read_as_most_of_them_are_written():
    content = CHINESE.encode() + "赵六,表扬护士,中医院\n".encode("gb18030")
    assert encoding_of_bytes(content) == Encoding("utf-8", "damaged")
