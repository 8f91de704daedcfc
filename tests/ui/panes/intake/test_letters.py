from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.panes.intake.letters import Letter, LetterUnreadable, LocalLetters, letter_of

MAIL = b"""Received: from a by b; Mon, 2 Mar 2026 09:15:00 +0800
From: "Wang Fang" <wang@example.org>
Subject: =?utf-8?b?5o6l56eN?=
Date: Mon, 2 Mar 2026 09:00:00 +0800
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/html; charset=utf-8

<style>p {}</style><p>Hello<br>there &amp; here</p>
--x
Content-Type: application/pdf
Content-Disposition: attachment; filename="report.pdf"

%PDF
--x--
"""


def test_a_mail_says_who_what_and_when_it_arrived():
    letter = letter_of(MAIL, "inbox.EML")
    assert letter.subject == "接种"
    assert letter.sender == "Wang Fang <wang@example.org>"
    assert letter.received_at == datetime(2026, 3, 2, 1, 15, tzinfo=UTC)
    assert letter.text == "Hello\nthere & here"
    assert letter.attachments == ("report.pdf",)


def test_a_text_file_of_chinese_windows_is_read():
    assert letter_of("想问九价疫苗".encode("gb18030"), "a.txt") == Letter("想问九价疫苗")


def test_a_text_with_a_mark_is_read_as_it_says():
    assert letter_of("你好".encode("utf-16"), "a.txt").text == "你好"


@pytest.mark.parametrize("data", [b"", b"   \n", b"MZ\0\0\0\0rest"])
def test_what_holds_no_text_is_refused(data):
    with pytest.raises(LetterUnreadable):
        letter_of(data, "a.txt")


def test_files_of_other_kinds_missing_and_huge_ones_are_refused(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"x")
    for name in ("a.docx", "gone.txt"):
        with pytest.raises(LetterUnreadable):
            LocalLetters().read(tmp_path / name)


def test_a_letter_on_this_computer_is_read(tmp_path):
    (tmp_path / "a.eml").write_bytes(MAIL)
    assert LocalLetters().read(tmp_path / "a.eml").subject == "接种"


def test_an_encoding_that_nobody_knows_is_read_as_well_as_it_can_be():
    data = b"Subject: x\nContent-Type: text/plain; charset=klingon\n\nhello"
    assert "hello" in letter_of(data, "a.eml").text


@given(st.binary(max_size=400))
def test_any_bytes_are_a_letter_or_are_refused(data):
    for name in ("a.eml", "a.txt"):
        try:
            letter = letter_of(data, name)
        except LetterUnreadable:
            continue
        assert letter.text.encode() or letter.subject
