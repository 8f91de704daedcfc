"""Letters in the wild: whatever is there is shown, and nothing breaks the reader."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.file_errors import FileEmpty, FileMissing, FileNotText, FileTooLarge
from app.models.letters import Letter
from app.outside import letters
from app.outside.letters import letter_of_mail, read_letter

PLAIN = (
    "Received: from a by b; Mon, 3 Mar 2025 16:05:00 +0800\r\n"
    "Received: from c by a; Mon, 3 Mar 2025 16:04:00 +0800\r\n"
    "From: Ann Lee <ann@example.org>\r\nDate: Sun, 2 Mar 2025 01:00:00 -0500\r\n"
    "Subject: My license\r\n renewal\r\n\r\nHow do I renew?\r\n\r\nAnn  \r\n"
)


def test_a_plain_mail_is_read_with_the_time_it_arrived():
    letter = letter_of_mail(PLAIN.encode())
    assert letter == Letter(
        "My license renewal",
        "Ann Lee <ann@example.org>",
        "ann@example.org",
        datetime(2025, 3, 3, 8, 5, tzinfo=UTC),
        "How do I renew?\n\nAnn",
    )


def test_without_a_receipt_the_date_of_writing_counts():
    text = PLAIN.replace("Received", "X-Received")
    assert letter_of_mail(text.encode()).received_at == datetime(2025, 3, 2, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    "date", ["yesterday", "", "Mon, 99 Mar 2025 99:00:00 +9999", "Fri, 31 Dec 9999 23:59:59 -1200"]
)
def test_a_date_of_no_calendar_is_no_date(date):
    assert letter_of_mail(f"Date: {date}\n\nx".encode()).received_at is None


def test_a_chinese_mail_keeps_names_text_and_attachments():
    mail = EmailMessage()
    mail["From"] = "王芳 <wang@example.cn>"
    mail["Subject"] = "咨询：新冠疫苗第三针什么时候可以接种？" * 3
    mail.set_content("您好，\n请问……\n")
    mail.add_alternative("<p>不读这个</p>", subtype="html")
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="检查报告 2025.pdf")
    mail.add_attachment("note", subtype="plain")
    letter = letter_of_mail(mail.as_bytes())
    assert letter.subject == "咨询：新冠疫苗第三针什么时候可以接种？" * 3
    assert (letter.sender, letter.sender_address) == ("王芳 <wang@example.cn>", "wang@example.cn")
    assert letter.text == "您好，\n请问……"
    assert letter.attachments == ("检查报告 2025.pdf", "text/plain")


def test_a_mail_of_html_only_becomes_text():
    mail = EmailMessage()
    mail["Subject"] = "x"
    mail.set_content("<style>p{}</style><p>第一行<br>第二行</p>", subtype="html")
    assert letter_of_mail(mail.as_bytes()).text == "第一行\n第二行"


def test_an_empty_plain_part_gives_way_to_the_html():
    mail = EmailMessage()
    mail.set_content(" \n")
    mail.add_alternative("<p>the letter</p>", subtype="html")
    assert letter_of_mail(mail.as_bytes()).text == "the letter"


def test_raw_chinese_bytes_are_recognized_in_headers_and_body():
    content = "From: 王芳 <w@x.cn>\nSubject: 咨询疫苗接种\n\n请问何时可以接种疫苗？".encode("gb18030")
    letter = letter_of_mail(content)
    assert (letter.subject, letter.text) == ("咨询疫苗接种", "请问何时可以接种疫苗？")
    assert letter.sender == "王芳 <w@x.cn>"


@pytest.mark.parametrize("claimed", ["gb2312", "us-ascii", "no-such-encoding", "utf-8", '"GBK"', ""])
def test_a_wrong_claim_about_the_encoding_does_no_harm(claimed):
    header = f"Content-Type: text/plain; charset={claimed}\n\n".encode()
    text = "镕基先生：请问何时可以预约接种疫苗，谢谢您的回复。"
    assert letter_of_mail(header + text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    ("header", "subject"),
    [
        ("=?utf-8?B?5ZKo6K+i?= =?utf-8?B?55ar6IuX?=", "咨询疫苗"),
        ("=?gb2312?B?18nRrw==?= about it", "咨询 about it"),
        ("=?utf-8?B?!!!?=", "=?utf-8?B?!!!?="),
        ("=?no-such?Q?abc?=", "abc"),
        ("plain", "plain"),
    ],
)
def test_encoded_words_are_decoded_or_left_standing(header, subject):
    assert letter_of_mail(f"Subject: {header}\n\nx".encode()).subject == subject


def test_parts_without_end_still_show_their_text():
    content = (
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n"
        b"Content-Transfer-Encoding: base64\n\naGVsbG8gd29ybGQ=\n--b\n"
        b"Content-Disposition: attachment; filename*=utf-8''%E6%8A%A5%E5%91%8A.doc\n\nxx"
    )
    letter = letter_of_mail(content)
    assert (letter.text, letter.attachments) == ("hello world", ("报告.doc",))


def test_a_mail_nested_without_end_is_shown_raw():
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3000))
    assert isinstance(letter_of_mail(deep + b"\n\ntext").text, str)


@settings(max_examples=200, deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=300),
        st.lists(
            st.sampled_from(
                [
                    *("From: ", "Subject: ", "Date: ", "Received: ", "Content-Type: ", "Content-Disposition: "),
                    *(
                        "multipart/mixed; boundary=b",
                        "text/html",
                        "; charset=",
                        "attachment; filename*0*=utf-8''%e4",
                        "\n",
                    ),
                    *(
                        "--b\n",
                        "--b--\n",
                        "\n\n",
                        "=?utf-8?q?=e4=b8",
                        "?=",
                        "<a@b",
                        ">",
                        "\udcff",
                        "%",
                        "base64",
                        "\x00",
                    ),
                ]
            )
        ).map(lambda words: "".join(words).encode("utf-8", "surrogateescape")),
    )
)
def test_no_mail_breaks_the_reader(content):
    letter = letter_of_mail(content)
    assert isinstance(letter.text, str)
    assert letter.received_at is None or letter.received_at.tzinfo is UTC


def test_a_text_file_is_all_text(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes("第一行\r\n第二行：接种疫苗\r\n".encode("gb18030"))
    assert read_letter(path) == Letter("", "", "", None, "第一行\n第二行：接种疫苗")
    page = tmp_path / "letter.html"
    page.write_text("<p>one</p>")
    assert read_letter(page).text == "one"


def test_an_eml_file_is_read_as_mail(tmp_path):
    path = tmp_path / "letter.EML"
    path.write_text(PLAIN)
    assert read_letter(path).sender_address == "ann@example.org"


def test_what_is_no_letter_is_refused_by_name(tmp_path, monkeypatch):
    (tmp_path / "scan.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (tmp_path / "picture.eml").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(50)))
    (tmp_path / "empty.eml").write_bytes(b" \n")
    (tmp_path / "silent.eml").write_bytes(b"Date: Mon, 2 Mar 2026 09:00:00 +0800\n\n")
    empty = [(name, FileEmpty) for name in ("empty.eml", "silent.eml")]
    for name, error in (("scan.txt", FileNotText), ("picture.eml", FileNotText), *empty, ("gone.txt", FileMissing)):
        with pytest.raises(error):
            read_letter(tmp_path / name)
    monkeypatch.setattr(letters, "LIMIT_MB", 0)
    with pytest.raises(FileTooLarge):
        read_letter(tmp_path / "scan.txt")
