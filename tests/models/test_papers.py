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
