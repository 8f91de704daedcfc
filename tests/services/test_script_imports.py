"""Importing scripts: every file and row is reported, the same again changes nothing, an approval says how it came."""

import json
from dataclasses import replace

import pytest

from app.models.errors import NotAllowed
from app.models.file_errors import FileEmpty
from app.scripts_library.emitter import emit
from app.scripts_library.parser import parse
from app.scripts_library.script import Placeholder, Script, Source, State, Variant
from app.services import script_imports, scripts
from app.services.office import Office
from app.services.script_imports import ImportReport, ImportResult, ScriptSource, ScriptTable, ScriptText, Unreadable
from tests.desk import sign_in

SCRIPT = Script(
    "a-1",
    {"zh": "几点开门", "en": "Opening hours"},
    topic="hours/../opening",
    sources=(Source("Rule"),),
    variants=(Variant("zh", say="8点。"), Variant("en", say="At 8.")),
)
ROW = {"key": "b-1", "title": "Fee", "answer": "10 yuan.", "category": "fees"}
A, U, S, R = ImportResult.ADDED, ImportResult.UPDATED, ImportResult.UNCHANGED, ImportResult.REJECTED


@pytest.fixture
def trainer(office: Office) -> Office:
    sign_in(office, "chen")
    return office


def take(office: Office, *sources: ScriptSource, **options: object) -> ImportReport:
    return office.do(script_imports.import_scripts, sources, **options).value  # type: ignore[arg-type]


def file(script: Script = SCRIPT, name: str = "a.md") -> ScriptText:
    return ScriptText(name, emit(script))


def table(*rows: dict[str, object] | None, name: str = "b.csv") -> ScriptTable:
    return ScriptTable(name, list(enumerate(rows, 2)))


def results(report: ImportReport) -> list[tuple[str, int | None, str, ImportResult]]:
    return [(one.source, one.line, one.key, one.result) for one in report.lines]


def test_files_and_rows_are_added_and_the_same_again_changes_nothing(trainer: Office) -> None:
    assert results(take(trainer, file(), table(ROW))) == [("a.md", None, "a-1", A), ("b.csv", 2, "b-1", A)]
    again = trainer.do(script_imports.import_scripts, [file(), table(ROW)])
    assert results(again.value) == [("a.md", None, "a-1", S), ("b.csv", 2, "b-1", S)]
    assert again.changes.touched == ()


def test_a_change_makes_a_version(trainer: Office) -> None:
    take(trainer, file())
    report = take(trainer, file(replace(SCRIPT, owner="li")))
    assert results(report) == [("a.md", None, "a-1", U)]
    assert [one.number for one in trainer.ask(scripts.versions_of, "a-1")] == [2, 1]


def test_broken_ones_are_reported_and_the_rest_goes_in(trainer: Office) -> None:
    report = take(
        trainer,
        ScriptText("x.md", "---\nid: x\nrisk: big\n---\n## en\ny"),
        Unreadable("y.xlsx", FileEmpty(path="y.xlsx")),
        table({"title": "No answer"}, ROW, None),
    )
    assert results(report) == [
        ("x.md", 3, "", R), ("y.xlsx", None, "", R), ("b.csv", 2, "", R), ("b.csv", 4, "", R), ("b.csv", 3, "b-1", A)
    ]  # fmt: skip
    assert [one.findings[0].code for one in report.rejected if one.findings] == [
        "not-one-of", "row-without-answer", "line-unreadable"
    ]  # fmt: skip
    assert report.rejected[1].error is not None
    assert (report.count(A), report.count(R)) == (1, 4)


def test_the_same_key_in_two_files_is_refused_once(trainer: Office) -> None:
    report = take(trainer, file(), file(name="b.md"))
    assert results(report) == [("b.md", 2, "a-1", R), ("a.md", None, "a-1", A)]
    assert report.rejected[0].findings[0].facts["first"] == "a.md"


def test_tables_of_two_languages_become_one_script(trainer: Office) -> None:
    chinese = {**ROW, "title": "费用", "answer": "10元。"}
    take(trainer, table(ROW), table(chinese, name="zh.csv"))
    (text,) = (text for name, text in trainer.ask(lambda view: list(script_imports.export_files(view))))
    script = parse(text).script
    assert script is not None
    assert script.languages() == ("en", "zh")


def test_without_publishing_a_script_stays_a_draft(trainer: Office) -> None:
    take(trainer, file(replace(SCRIPT, state=State.APPROVED)))
    assert trainer.ask(scripts.life_of, "a-1") == []


def test_an_approval_by_import_says_from_where_and_what_was_waived(trainer: Office) -> None:
    report = take(trainer, table(ROW), publish=True)
    assert [one.published for one in report.lines] == [True]
    (event,) = trainer.ask(scripts.life_of, "b-1")
    assert (event.state, event.by) == ("approved", "Chen")
    assert json.loads(event.note or "") == {
        "by_import": "b.csv", "language_gaps": ["zh"], "waived": ["language-gap", "source-missing"]
    }  # fmt: skip


def test_what_breaks_another_rule_is_held_back_as_a_draft(trainer: Office) -> None:
    report = take(trainer, file(replace(SCRIPT, placeholders=(Placeholder("x"),))), table(ROW), publish=True)
    assert [(one.key, one.findings[0].code) for one in report.held_back] == [("a-1", "placeholder-unused")]
    assert trainer.ask(scripts.life_of, "a-1") == []


def test_publishing_later_approves_the_version_that_is_there(trainer: Office) -> None:
    take(trainer, file())
    assert results(take(trainer, file(), publish=True)) == [("a.md", None, "a-1", U)]
    assert results(take(trainer, file(), publish=True)) == [("a.md", None, "a-1", S)]
    assert [one.number for one in trainer.ask(scripts.life_of, "a-1")] == [1]


def test_a_column_map_and_unknown_columns(trainer: Office) -> None:
    row = {"qid": "c-1", "question": "Why?", "answer": "So.", "url": "https://x.org", "doc": "x.xml"}
    report = take(trainer, table(row), columns={"key": "qid", "source": "url"})
    assert [(one.code, one.facts["column"], one.line) for one in report.notes] == [("column-unknown", "doc", 2)]
    assert results(report) == [("b.csv", 2, "c-1", A)]


def test_what_is_exported_is_imported_without_a_change(trainer: Office) -> None:
    take(trainer, file(), table(ROW), publish=True)
    files = trainer.ask(lambda view: list(script_imports.export_files(view)))
    assert [name for name, _ in files] == ["hours/opening/a-1.md", "fees/b-1.md"]
    assert {line.result for line in take(trainer, *(ScriptText(*one) for one in files)).lines} == {S}
    rows = trainer.ask(lambda view: list(script_imports.export_rows(view)))
    assert {line.result for line in take(trainer, table(*rows)).lines} == {S}


def test_only_those_who_write_scripts_import_them(office: Office) -> None:
    with pytest.raises(NotAllowed):
        take(office, file())
