"""Script files are checked by themselves and against each other, and every finding has its file, line and words."""

from pathlib import Path

from app.models.file_errors import FileNotText
from app.scripts_library.findings import Level
from app.services.script_checks import Checked, check_files
from app.services.script_imports import ScriptSource, ScriptTable, ScriptText, Unreadable

GOOD = """---
id: {key}
version: 1
title: {{zh: 标题, en: Title}}
aliases: {{en: [one, two]}}
flow:
  start: n1
  nodes:
    n1: {{say: {{zh: 好, en: fine}}, goto: "{goto}"}}
---
## zh
### 开头 / say
答案。
## en
### say
The answer.
"""


def text(name: str, key: str, goto: str = "end") -> ScriptText:
    return ScriptText(name, GOOD.format(key=key, goto=goto))


def checked(*sources: ScriptSource, is_whole: bool = True) -> Checked:
    return check_files(sources, language="en", is_whole=is_whole)


def test_good_files_have_nothing_to_report():
    assert checked(text("a.md", "a"), text("b.md", "b", "script:a")) == Checked(2, ())


def test_a_finding_has_its_file_line_place_and_words():
    broken = ScriptText("a.md", GOOD.format(key="a", goto="n9"))
    (notice,) = checked(broken).notices
    assert (notice.source, notice.line, notice.code, notice.place) == ("a.md", 9, "goto-unknown", "flow.nodes.n1")
    assert notice.says == "Node “n1” leads to “n9”, which does not exist."
    assert notice.step


def test_an_id_that_two_files_share_is_reported_for_both():
    found = checked(text("a.md", "same"), text("b.md", "same"), text("c.md", "other")).notices
    assert [(one.source, one.line, one.code) for one in found] == [("a.md", 2, "key-twice"), ("b.md", 2, "key-twice")]


def test_a_way_to_a_script_that_is_not_there_is_a_mistake_only_in_a_whole_library():
    away = text("a.md", "a", "script:elsewhere")
    (notice,) = checked(away).notices
    assert (notice.code, notice.line) == ("goto-script-unknown", 9)
    assert checked(away, is_whole=False).notices == ()


def test_a_warning_is_no_error():
    doubled = ScriptText("a.md", GOOD.format(key="a", goto="end").replace("[one, two]", "[one, One]"))
    result = checked(doubled)
    assert (result.count(Level.ERROR), result.count(Level.WARNING)) == (0, 1)
    assert result.notices[0].line == 5


def test_rows_of_a_table_are_checked_and_named_by_their_line():
    rows = [(2, {"key": "a", "title": "T", "answer": "Yes.", "language": "en"}), (3, {"key": "b", "language": "en"})]
    found = checked(ScriptTable("s.csv", rows)).notices
    assert [(one.line, one.code) for one in found] == [(2, "language-gap"), (3, "row-without-answer")]


def test_a_file_that_cannot_be_read_is_an_error_with_words():
    (notice,) = checked(Unreadable("x.md", FileNotText(path=str(Path("x.md"))))).notices
    assert (notice.source, notice.line, notice.code, notice.level) == ("x.md", None, "file-unreadable", Level.ERROR)
    assert notice.says


def test_findings_stand_in_the_order_of_files_then_lines():
    late = ScriptText("b.md", "---\nid: b\ntitle: {en: T}\nrisk: huge\ncolor: red\n---\n## en\nYes.\n")
    found = checked(late, ScriptText("a.md", "")).notices
    assert [(one.source, one.line) for one in found] == [("b.md", 4), ("b.md", 5), ("a.md", 1)]
