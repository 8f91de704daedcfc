import re

import pytest

from app.models.papers import Block, Paper, as_html, as_text

PAPER = Paper(
    "Note <1>",
    "zh_CN",
    "center",
    (("To", "A & B"), ("Area", "")),
    (
        Block("Matter", ("first\nsecond",)),
        Block("Calls", columns=("when", "who"), rows=(("10:00", "<li>"),)),
        Block("Slip", blanks=("Signed",), cut=True),
    ),
    "made today",
)


def test_what_a_paper_tells_is_never_taken_for_markup():
    page = as_html(PAPER)
    assert "<h1>Note &lt;1&gt;</h1>" in page
    assert "A &amp; B" in page
    assert "first<br>second" in page
    assert "&lt;li&gt;" in page
    assert 'lang="zh-CN"' in page


def test_empty_facts_are_left_out_and_a_slip_is_cut_off():
    page = as_html(PAPER)
    assert "Area" not in page
    assert page.index("<hr>") > page.index("Calls")
    assert page.count('class="blank"') == 1


def test_the_text_for_an_e_mail_says_the_same():
    lines = as_text(PAPER).splitlines()
    assert lines[0] == "Note <1>"
    assert "To: A & B" in lines
    assert "10:00 | <li>" in lines
    assert any(line.startswith("Signed: ___") for line in lines)
    assert lines[-1] == "made today"


def test_a_bare_paper_has_its_title_only():
    assert as_text(Paper("Empty", "en")).split() == ["Empty", "=" * 40]
    assert "<table" not in as_html(Paper("Empty", "en"))


def test_each_column_has_room_for_its_longest_word_and_the_headings_come_again_on_each_page():
    rows = (("260101-AB12-0001", "Mon 2026-01-05 17:30", "asks for the vaccines of the year " * 3),)
    page = as_html(Paper("List", "en", blocks=(Block("", columns=("Number", "Due", "What"), rows=rows),)))
    number, due, what = (int(share) for share in re.findall(r'<th width="(\d+)%">', page))
    assert number >= 100 * len("260101-AB12-0001") / 95
    assert due >= 100 * len("Mon 2026-01-05") / 95
    assert what > number > due / 2
    assert number + due + what == pytest.approx(100, abs=2)
    assert "Mon\u00a02026-01-05 17:30" in page
    assert "<thead><tr><th" in page
    assert "<h2>" not in page


def test_a_paper_across_the_sheet_leaves_more_of_it_to_the_longest_text():
    row = ("F261019-D24C-0001", "opened", "County Hospital of Chinese Medicine", "Was it clean? No – the toilets " * 2)
    rows = ((*row, "A bill every day", "2026-10-21 08:00", "2026-10-21"),)
    block = Block("", columns=("Number", "State", "Place", "Finding", "Measure", "Due", "Closed"), rows=rows)
    upright, across = (
        [int(share) for share in re.findall(r'<th width="(\d+)%">', as_html(paper))]
        for paper in (Paper("Ledger", "en", blocks=(block,)), Paper("Ledger", "en", blocks=(block,), across=True))
    )
    assert upright[3] < 20 < across[3] == max(across)


def test_the_text_of_a_part_without_a_title_begins_with_what_it_says():
    lines = as_text(Paper("Digest", "en", "center", blocks=(Block("", ("two are late",)),))).splitlines()
    assert lines == ["Digest", "=" * 40, "center", "", "two are late"]


def test_long_counts_may_be_parted_at_their_stroke_short_ones_not():
    page = as_html(Paper("List", "en", blocks=(Block("", columns=("a", "b"), rows=(("1,234/5,678", "123/456"),)),)))
    assert "1,234/\u200b5,678" in page
    assert "123/456" in page
