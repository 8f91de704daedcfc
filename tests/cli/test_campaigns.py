"""Frames on the line."""

import json

FRAME = (
    "住院号,姓名,性别,出生日期,联系电话,医疗机构名称,入院日期,出院日期\n"
    "Z1,张三,男,1960-05-01,13800138000,第一医院,2026-01-02,2026-01-09\n"
    "Z2,李四,女,1970-01-01,1.38001E+10,第一医院,2026-01-02,2026-01-09\n"
    "Z3,王五,女,1970-01-01,13900139000,第二医院,2026-01-02,2026-01-09\n"
)


def _table(tmp_path):
    path = tmp_path / "frame.csv"
    path.write_text(FRAME, encoding="gb18030")
    (tmp_path / "units.csv").write_text("code,name\nH1,第一医院\n")
    return path


def test_a_frame_is_imported_with_every_refused_row(run, tmp_path, capsys):
    path = _table(tmp_path)
    assert run("units", "import", str(tmp_path / "units.csv")) == 0
    capsys.readouterr()
    assert run("campaigns", "import-frame", "Q1", str(path), "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["read"], found["taken"], found["rejected"]) == (3, 1, 2)
    assert [(one["line"], one["reason"]) for one in found["rows"]] == [(3, "phone_rounded"), (4, "institution_unknown")]
    assert run("campaigns", "frames", "--json") == 0
    kept = json.loads(capsys.readouterr().out)
    assert [(one["name"], one["rows"], one["sha256"]) for one in kept] == [("Q1", 1, found["sha256"])]


def test_a_preview_keeps_nothing_and_tells_what_to_mend(run, tmp_path, capsys):
    path = _table(tmp_path)
    assert run("campaigns", "import-frame", "Q1", str(path), "--any-institution", "--preview") == 1
    told = capsys.readouterr()
    assert "frame.csv, line 3" in told.err
    assert "format the column as text" in told.err
    assert "was not kept" in told.err
    assert run("campaigns", "frames") == 0
    assert capsys.readouterr().out == ""


def test_zeros_that_a_spreadsheet_took_are_told_with_their_place(run, tmp_path, capsys):
    path = tmp_path / "frame.csv"
    path.write_text(FRAME.splitlines()[0] + "\nZ9,张三,男,1960-05-01,2158881234,第一医院,2026-01-02,2026-01-09\n")
    assert run("campaigns", "import-frame", "Q1", str(path), "--any-institution") == 0
    told = capsys.readouterr().out
    assert "frame.csv, line 2, the first of 1: Telephone: " in told
    assert "(2158881234)" in told
    assert run("campaigns", "import-frame", "Q2", str(path), "--any-institution", "--preview", "--json") == 0
    found = json.loads(capsys.readouterr().out)["remarks"]
    zeros = {"line": 2, "field": "phone", "reason": "area_zero_lost", "value": "2158881234", "rows": 1}
    taken = {"line": 2, "field": "institution", "reason": "institutions_taken", "value": "第一医院 (1)", "rows": 1}
    assert found == [zeros, taken]


def test_the_first_line_may_be_named_as_that_of_the_headings(run, tmp_path, capsys):
    path = tmp_path / "frame.csv"
    path.write_text(f"联系电话,备注\n{FRAME}", encoding="utf-8")
    assert run("campaigns", "import-frame", "Q1", str(path), "--heading", "1", "--preview", "--json") == 1
    assert json.loads(capsys.readouterr().out)["read"] == 4
    assert run("campaigns", "import-frame", "Q1", str(path), "--any-institution", "--preview", "--json") == 1
    assert json.loads(capsys.readouterr().out)["read"] == 3


def test_a_table_without_numbers_is_told_with_its_columns(run, tmp_path, capsys):
    path = tmp_path / "frame.csv"
    path.write_text("姓名,医院\n张三,第一医院\n")
    assert run("campaigns", "import-frame", "Q1", str(path)) == 1
    assert "No column of frame.csv holds telephone numbers" in capsys.readouterr().err


def test_the_option_that_takes_rows_without_a_known_institution_is_named_until_it_is_given(run, tmp_path, capsys):
    path = _table(tmp_path)
    rows = path.read_text("gb18030").replace("13900139000,第二医院", "13900139000,")
    assert run("campaigns", "import-frame", "Q1", str(path), "--preview") == 1
    told = capsys.readouterr().err
    assert "--any-institution takes them by their names" in told
    assert "--fill-down" not in told
    path.write_text(rows, encoding="gb18030")
    assert run("campaigns", "import-frame", "Q1", str(path), "--any-institution", "--preview") == 1
    told = capsys.readouterr().err
    assert "--fill-down gives empty cells of merged ones what stands above them" in told
    assert "--any-institution" not in told
    assert run("campaigns", "import-frame", "Q1", str(path), "--any-institution", "--fill-down", "--preview") == 1
    told = capsys.readouterr()
    assert "--fill-down" not in told.err
    assert "第一医院" in told.out
