"""``scripts``: import, export, check and search the library of standard answers."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.columns import ColumnMap
from app.cli.desk import print_json, print_lines, tell, the_desk
from app.cli.words import say

_TABLES = (".csv", ".xlsx", ".jsonl")

if TYPE_CHECKING:
    from app.bootstrap import House
    from app.services.script_checks import Notice
    from app.services.script_imports import ScriptSource


@click.group(help=say("scripts"))
def scripts() -> None:
    """Scripts."""


@scripts.command("import", help=say("scripts.import"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--publish", is_flag=True, help=say("scripts.publish"))
@click.option("--columns", type=ColumnMap(), help=say("columns"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def import_scripts(paths: tuple[Path, ...], columns: dict[str, str] | None, *, publish: bool, as_json: bool) -> int:
    """Import scripts; every one is reported."""
    from app.outside.script_files import sources
    from app.services import script_imports

    read = list(sources(paths))
    with the_desk().house() as house:
        command = script_imports.import_scripts
        report = house.office.do(command, read, publish=publish, columns=columns).value
    counts = {result.value: report.count(result) for result in script_imports.ImportResult}
    name = ", ".join(path.name for path in paths)
    told = [*report.rejected, *report.held_back]
    if as_json:
        print_json({"source": name, **counts, "rows": [_row(one) for one in told], "notes": _notes(report.notes)})
    else:
        for source, note in _notes(report.notes).items():
            tell(f"{source}: {note}")
        for one in told:
            tell(say("report.row", source=one.source, line=one.line or "–", reason=f"{one.key} {_reason(one)}".strip()))
        tell(say("report", source=name, **counts))
    return 1 if report.rejected else 0


def _notes(found: Iterable[Any]) -> dict[str, str]:
    """Return what is to be noted of each source as a whole, such as columns that nobody knows."""
    from app.services.script_findings import reason

    sources: dict[str, list[Any]] = {}
    for one in found:
        sources.setdefault(one.source, []).append(one)
    return {source: reason(notes, the_desk().language) for source, notes in sources.items()}


def _reason(line: Any) -> str:
    from app.services.script_findings import reason
    from app.services.wording import told

    language = the_desk().language
    if line.error is not None:
        return told(line.error, language)
    return reason(line.findings, language)


def _row(line: Any) -> dict[str, object]:
    codes = [one.code for one in line.findings]
    result = line.result.value if not line.findings or line.result.value == "rejected" else "draft"
    return {
        "source": line.source, "line": line.line, "key": line.key, "result": result, "codes": codes,
        "reason": _reason(line),
    }  # fmt: skip


@scripts.command("export", help=say("scripts.export"))
@click.argument("target", metavar="TARGET", type=click.Path(path_type=Path))
def export_scripts(target: Path) -> int:
    """Export every script, one file each, or all of them as one table."""
    from app.outside.files import write_whole
    from app.services import script_imports

    if target.suffix.lower() in _TABLES:
        return _export_table(target)
    with the_desk().house(anywhere=True) as house:
        count = 0
        for name, text in house.office.ask(script_imports.export_files):
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode())
            count += 1
    tell(say("scripts.exported", count=count, path=target))
    return 0


def _export_table(target: Path) -> int:
    """Write every script as rows of one table, which an import takes back unchanged."""
    from app.outside import sheet_writing
    from app.scripts_library.columns import COLUMNS
    from app.services import script_imports

    columns = tuple(COLUMNS)
    write = {
        ".csv": sheet_writing.write_csv, ".xlsx": sheet_writing.write_xlsx, ".jsonl": sheet_writing.write_json_lines
    }[target.suffix.lower()]  # fmt: skip
    keys: set[str] = set()

    def rows(house: "House") -> Iterator[list[str]]:
        for row in house.office.ask(script_imports.export_rows):
            keys.add(row["key"])
            yield [row[name] for name in columns]

    with the_desk().house(anywhere=True) as house:
        write(target, columns, rows=rows(house))
    tell(say("scripts.exported", count=len(keys), path=target))
    return 0


@scripts.command(help=say("scripts.check"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--strict", is_flag=True, help=say("scripts.strict"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def check(paths: tuple[Path, ...], *, strict: bool, as_json: bool) -> int:
    """Check script files without importing them; needs neither a database nor a person."""
    from app.scripts_library.findings import Level
    from app.services.script_checks import check_files

    checked = check_files(_named(paths), language=_language(), is_whole=any(path.is_dir() for path in paths))
    counts = {"files": checked.files, "errors": checked.count(Level.ERROR), "warnings": checked.count(Level.WARNING)}
    if as_json:
        print_json({**counts, "findings": [_notice(one) for one in checked.notices]})
    else:
        for one in checked.notices:
            facts = {"source": one.source, "line": one.line or 1, "code": one.code, "says": one.says, "step": one.step}
            click.echo(say(f"scripts.notice.{one.level.value}", **facts).strip())
        tell(say("scripts.checked", **counts))
    if not checked.files:
        tell(say("scripts.no_files", paths=", ".join(map(str, paths))))
    return 1 if counts["errors"] or not checked.files or (strict and counts["warnings"]) else 0


def _named(paths: tuple[Path, ...]) -> "Iterator[ScriptSource]":
    """Yield the sources under the names that lead to them from here, so that an editor can follow one."""
    from app.outside.script_files import sources

    for path in paths:
        for one in sources([path]):
            yield replace(one, name=str(path / one.name if path.is_dir() else path))


def _notice(one: "Notice") -> dict[str, object]:
    return {
        "source": one.source, "line": one.line, "code": one.code, "level": one.level.value, "place": one.place,
        "message": one.says, "next": one.step,
    }  # fmt: skip


def _language() -> str:
    return the_desk().language


@scripts.command(help=say("scripts.search"))
@click.argument("text", nargs=-1)
@click.option("-n", "limit", default=5, show_default=True, type=click.IntRange(1, 100), help=say("limit"))
@click.option("--lang", "language", type=click.Choice(["en", "zh_CN"]), help=say("language"))
@click.option("--batch", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=say("batch"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def search(text: tuple[str, ...], limit: int, language: str | None, batch: Path | None, *, as_json: bool) -> int:
    """Find scripts as the window does."""
    from app.services.script_search import ScriptSearch

    if not text and batch is None:
        raise click.UsageError(say("scripts.needs_text"))
    spoken = language or _language()
    library = ScriptSearch()
    with the_desk().house() as house:
        house.office.ask(library.refresh)

        def ask(words: str) -> list[dict[str, object]]:
            hits = house.office.ask(library.query, text=words, language=spoken, limit=limit)
            return [_hit(hit) for hit in hits]

        if batch is not None:
            print_lines({"id": one["id"], "results": ask(str(one["query"]))} for one in _queries(batch))
            return 0
        found = ask(" ".join(text))
    return _print_found(found, as_json)


def _queries(batch: Path) -> Iterator[dict[str, Any]]:
    """Yield the queries of a batch; a line that is none is wrong usage, named by its number."""
    for number, line in enumerate(batch.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            query = json.loads(line)
            yield {"id": query["id"], "query": query["query"]}
        except (ValueError, KeyError, TypeError) as error:
            raise click.BadParameter(f"{batch.name}:{number}", param_hint="--batch") from error


def _hit(hit: Any) -> dict[str, object]:
    why = f"{hit.why} ({say('scripts.said', count=hit.said)})" if hit.said else hit.why
    return {
        "key": hit.key, "script_id": hit.key, "title": hit.title, "version": hit.version,
        "score": round(hit.score, 4), "why": why, "fits": hit.fits,
    }  # fmt: skip


def _print_found(found: list[dict[str, object]], as_json: bool) -> int:
    if as_json:
        print_json(found)
    elif not found:
        tell(say("nothing"))
    else:
        if not found[0]["fits"]:
            tell(say("scripts.no_fit"))
        for one in found:
            click.echo(f"{one['key']}\t{one['title']}\t{one['why']}")
    return 0
