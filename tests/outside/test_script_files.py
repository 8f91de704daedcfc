"""Script files of every kind become sources; what cannot be read says so and stops nothing."""

from pathlib import Path

from openpyxl import Workbook

from app.outside.script_files import sources
from app.services.script_imports import ScriptTable, ScriptText, Unreadable


def test_a_folder_gives_each_file_by_name_and_leaves_the_rest_alone(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.md").write_text("---\n", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"key": "x"}\n\nnot json\n[1]\n', encoding="utf-8")
    (tmp_path / "c.csv").write_text("key,title\nk,T\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("read me", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    found = list(sources([tmp_path]))
    assert [one.name.replace("\\", "/") for one in found] == ["a.jsonl", "b/two.md", "c.csv"]
    lines, text, table = found
    assert isinstance(lines, ScriptTable)
    assert list(lines.rows) == [(1, {"key": "x"}), (3, None), (4, None)]
    assert isinstance(text, ScriptText)
    assert isinstance(table, ScriptTable)
    assert list(table.rows) == [(2, {"key": "k", "title": "T"})]


def test_a_line_of_json_ends_where_an_editor_ends_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes('{"key": "x\u2028\x85y"}\r\n{"key": "z"}\n'.encode() + b"[" * 100_000)
    (table,) = sources([tmp_path / "a.jsonl"])
    assert isinstance(table, ScriptTable)
    assert list(table.rows) == [(1, {"key": "x\u2028\x85y"}), (2, {"key": "z"}), (3, None)]


def test_a_file_that_cannot_be_read_is_a_source_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_bytes("---\ntitle: 九价\n---".encode("gb18030"))
    (tmp_path / "binary.md").write_bytes(b"\x00\x01\x02" * 50)
    (tmp_path / "empty.csv").write_bytes(b"")
    old, binary, empty, absent = sources([tmp_path / name for name in ("old.md", "binary.md", "empty.csv", "no.md")])
    assert isinstance(old, ScriptText)
    assert "九价" in old.text
    assert all(isinstance(one, Unreadable) for one in (binary, empty, absent))


def test_what_is_set_aside_or_hidden_in_a_folder_is_no_script(tmp_path: Path) -> None:
    for name in ("_draft.md", ".hidden.md", ".git/config.md", "_old/one.csv", "real_one.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("---\n", encoding="utf-8")
    assert [one.name for one in sources([tmp_path])] == ["real_one.md"]
    assert [one.name for one in sources([tmp_path / "_draft.md"])] == ["_draft.md"]


def test_a_file_of_another_kind_that_holds_no_row_is_said_to_be_no_table(tmp_path: Path) -> None:
    path = tmp_path / "hostname"
    path.write_text("my-computer\n", encoding="utf-8")
    (found,) = sources([path])
    assert isinstance(found, Unreadable)


def test_every_sheet_of_a_workbook_is_read_but_hidden_and_empty_ones(tmp_path: Path) -> None:
    book = Workbook()
    for title, key in (("first", "a"), ("more", "b"), ("list", "c")):
        sheet = book.create_sheet(title)
        sheet.append(["key", "title"])
        sheet.append([key, key.upper()])
    book.remove(book["Sheet"])
    book.create_sheet("blank")
    book["list"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    found = [one for one in sources([tmp_path / "a.xlsx"]) if isinstance(one, ScriptTable)]
    assert [one.name for one in found] == ["a.xlsx", "a.xlsx [more]"]
    assert [list(one.rows) for one in found] == [[(2, {"key": one, "title": one.upper()})] for one in "ab"]
