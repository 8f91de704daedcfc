"""Whatever a script says, it survives being exported to a real file of each form and read in again."""

from collections.abc import Callable, Iterable
from datetime import tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.outside.files import write_whole
from app.outside.script_files import sources
from app.outside.sheet_writing import Written, write_csv, write_json_lines, write_xlsx
from app.scripts_library.columns import COLUMNS
from app.scripts_library.emitter import emit
from app.scripts_library.parser import parse
from app.scripts_library.row_export import to_rows
from app.scripts_library.row_scripts import read_table
from app.scripts_library.script import Script, Variant
from app.scripts_library.texts import clean_line, clean_text
from app.services.script_imports import ScriptTable, ScriptText
from tests.scripts_library.making import scripts, small

#: Havana sets its clocks back at one in the morning: midnight comes twice there.
ZONES = st.sampled_from(["UTC", "Asia/Shanghai", "America/Havana"]).map(ZoneInfo)
LIBRARIES = st.lists(scripts(), min_size=1, max_size=3, unique_by=lambda script: script.key)
WRITERS: dict[str, Callable[..., Written]] = {".csv": write_csv, ".xlsx": write_xlsx, ".jsonl": write_json_lines}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples: each overwrites the file of the one before."""
    return tmp_path_factory.mktemp("scripts")


def by_file(folder: Path, script: Script, zone: tzinfo) -> Script | None:
    path = folder / "script.md"
    write_whole(path, emit(script, zone=zone).encode())
    (read,) = sources([path])
    assert isinstance(read, ScriptText)
    parsed = parse(read.text, zone=zone)
    assert parsed.findings == ()
    return parsed.script


def by_table(path: Path, library: Iterable[Script], zone: tzinfo) -> list[Script]:
    rows = [[row[name] for name in COLUMNS] for script in library for row in to_rows(script, zone=zone)]
    written = WRITERS[path.suffix](path, COLUMNS, rows=rows)
    assert (written.rows, written.cut) == (len(rows), 0)
    (read,) = sources([path])
    assert isinstance(read, ScriptTable)
    table = read_table(read.rows, zone=zone)
    assert table.findings == ()
    return [one.script for one in table.scripts]


@given(scripts(), ZONES)
def test_a_script_survives_its_markdown_file(folder: Path, script: Script, zone: ZoneInfo) -> None:
    assert by_file(folder, script, zone) == script


@pytest.mark.parametrize("ending", WRITERS)
@settings(max_examples=40)
@given(library=LIBRARIES, zone=ZONES)
def test_scripts_survive_a_table(folder: Path, ending: str, library: list[Script], zone: ZoneInfo) -> None:
    assert by_table(folder / f"scripts{ending}", library, zone) == library


_HARD = (
    *("=1+1", "+5", "-5", "'=x", "@a", "\t", "＝x", "#N/A", "TRUE", "1e5", "007", "2026-03-01", "0.10", "_x000D_"),
    *(
        "a\\|b",
        "|",
        "!",
        "！",
        "'",
        '"',
        '""',
        "a,b;c\td",
        "<b>&amp;</b>",
        "]]>",
        "x\u2028y",
        "x\x85y",
        "x\ufffey\uffff",
    ),
    *("## zh", "### say", "\\### say", "---", "...", "null", "~", "{a}", "[{", "sep=;", "e\u0301", "\U0001f489", "𠮷"),
)


@pytest.mark.parametrize("ending", WRITERS)
def test_texts_that_programs_read_as_something_else_stay_texts(folder: Path, ending: str) -> None:
    library = [_saying(f"a-{number}", text) for number, text in enumerate(_HARD) if text.strip()]
    assert by_table(folder / f"scripts{ending}", library, ZoneInfo("UTC")) == library


def test_texts_that_yaml_reads_as_something_else_stay_texts(folder: Path) -> None:
    for number, text in enumerate(_HARD):
        if text.strip():
            script = _saying(f"a-{number}", text)
            assert by_file(folder, script, ZoneInfo("UTC")) == script


def _saying(key: str, text: str) -> Script:
    """A script that has the text in each place, cleaned as every reader cleans it."""
    line, body = clean_line(text), clean_text(text)
    return small(
        key,
        title={"zh": line, "en": f"x {line}"},
        phrasings={"zh": (line, "x")},
        topic=line,
        tags=(line,),
        owner=line,
        dialect_notes={"x": body},
        variants=(Variant("zh", say=body), Variant("en", say=f"x\n{body}\nx", record=body)),
    )
