"""Records of a text file keep their line numbers; what is odd is noted and what is broken off is refused."""

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.file_errors import FileMissing, FileNotText, FileUnreadable
from app.outside.sheet_csv import LONGEST_VALUE, Reached, sniffed_delimiter, text_table


@pytest.fixture
def write(tmp_path):
    def write_file(content: str | bytes, name: str = "list.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file


def _read(path):
    notes = []
    records = list(text_table(path).records(lambda *note: notes.append(note), Reached()))
    return records, notes


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Title\nname;phone;day\nA;1;2\n", ";"),
        ("note\na, b\nc, d\n", ";"),
        ("a,b,c\n1,2,3\n", ","),
        ("a;b\n1,5;2,5\n", ";"),
        ("a\tb\nx, y\tz; w\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ('name,summary\nAnn,"a; b; c"\nBob,"d; e; f"\n', ","),
        ("summary\nfever, cough\n", ";"),
        ("", ","),
    ],
)
def test_the_delimiter_is_the_one_that_cuts_evenly(text, delimiter):
    assert sniffed_delimiter(text) == delimiter


def test_a_record_is_numbered_by_its_first_line(write):
    records, notes = _read(write('a,b\r\n1,"two\r\nlines"\r\n\r\n3,4\r\n'))
    assert records == [(1, ["a", "b"]), (2, ["1", "two\r\nlines"]), (5, ["3", "4"])]
    assert notes == []


def test_the_separator_line_of_excel_is_obeyed(write):
    records, _ = _read(write("sep=|\na|b,c\n1|2\n"))
    assert records == [(2, ["a", "b,c"]), (3, ["1", "2"])]


def test_zeros_between_the_letters_are_left_out(write):
    records, _ = _read(write("a,b\n" + "x,y\n" * 100 + "1\x00,2\n"))
    assert records[-1] == (102, ["1", "2"])


def test_bytes_outside_the_encoding_are_noted_with_their_line(write):
    content = ("姓名,单位\n" + "王芳,县医院\n" * 50).encode() + b"\xff\xfe,x\n"
    records, notes = _read(write(content))
    assert notes == [(52, "bad_bytes", "")]
    assert records[-1] == (52, ["\ufffd\ufffd", "x"])


def test_a_quotation_mark_that_never_closes_is_noted(write):
    records, notes = _read(write("a,b\n1,2\n" + '3,"4\n' + "5,6\n" * 600))
    assert [code for _, code, _ in notes] == ["quote_open"]
    assert notes[0][0] == 3
    assert int(notes[0][2]) > 500
    assert records[:2] == [(1, ["a", "b"]), (2, ["1", "2"])]


def test_a_value_beyond_every_measure_is_noted_and_reading_goes_on(write):
    records, notes = _read(write("a,b\n1," + "x" * (LONGEST_VALUE + 10) + "\n3,4\n"))
    assert notes == [(2, "quote_open", "1")]
    assert records == [(1, ["a", "b"]), (3, ["3", "4"])]


def test_a_letter_of_fifty_thousand_characters_is_one_value(write):
    records, notes = _read(write("a,b\n1," + "长" * 50_000 + "\n"))
    assert len(records[1][1][1]) == 50_000
    assert notes == []


def test_a_compressed_list_that_breaks_off_says_where(write):
    packed = gzip.compress(("a,b\n" + "".join(f"{n},{n * 7919}\n" for n in range(50_000))).encode())
    with pytest.raises(FileUnreadable) as caught:
        _read(write(packed[: len(packed) // 2], "list.csv.gz"))
    assert caught.value.facts["place"] >= 1


def test_a_spoiled_compressed_list_is_refused(write):
    packed = bytearray(gzip.compress(b"a,b\n1,2\n" * 1000))
    packed[15] ^= 0xFF
    with pytest.raises(FileUnreadable):
        _read(write(bytes(packed)))


def test_a_picture_is_no_list(write):
    with pytest.raises(FileNotText):
        text_table(write(b"\x89PNG\r\n\x1a\n" + bytes(100)))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileMissing):
        text_table(tmp_path / "gone.csv")


@settings(max_examples=150, deadline=None)
@given(content=st.one_of(st.binary(max_size=400), st.text('a,;\t|"\r\n\0é中', max_size=400).map(str.encode)))
def test_no_content_breaks_the_reader(content, tmp_path_factory):
    path = tmp_path_factory.mktemp("fuzz") / "list.csv"
    path.write_bytes(content)
    try:
        records, _ = _read(path)
    except (FileNotText, FileUnreadable):
        return
    lines = [line_no for line_no, _ in records]
    assert lines == sorted(set(lines))
