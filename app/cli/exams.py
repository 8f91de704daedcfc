"""``exams``: fill the question bank, set, mark, and analyze exams; grade a file of typed answers."""

import csv
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.exam_marks import answers, appeal, mark, marks
from app.cli.exam_ratings import rate
from app.cli.words import say

if TYPE_CHECKING:
    from app.scripts_library.answer_grading import Grade
    from app.services.exam_results import Result

_COLUMNS = ("id", "script", "language", "answer")


@click.group(help=say("exams"))
def exams() -> None:
    """Exams and the question bank."""


for _one in (marks, mark, answers, appeal, rate):
    exams.add_command(_one)


@exams.command(help=say("exams.grade"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def grade(file: Path, *, as_json: bool) -> int:
    """Print what is proposed for each typed answer; 1 where a line names no script."""
    from app.services import answer_checks

    lines: list[dict[str, Any]] = []
    unknown = 0
    with the_desk().house() as house:
        for row in _answers(file):
            found = house.office.ask(answer_checks.proposed, row["script"], row["answer"], row["language"] or "zh")
            unknown += found is None
            lines.append(_graded(row, found))
    if as_json:
        for one in lines:
            click.echo(json.dumps(one, ensure_ascii=False))
    else:
        for one in lines:
            points = " ".join(f"{point['point']}:{point['verdict']}" for point in one["points"])
            score = "–" if one["score"] is None else f"{one['score']:.2f}"
            click.echo("\t".join((one["id"], one["script"], score, points)))
    tell(say("exams.graded", count=len(lines), unknown=unknown))
    return 1 if unknown else 0


def _answers(file: Path) -> Iterator[dict[str, str]]:
    """Yield rows of a .jsonl or .csv file with the columns id, script, language, answer; the rest is passed over."""
    text = file.read_text(encoding="utf-8-sig")
    if file.suffix.lower() == ".jsonl":
        found = (json.loads(line) for line in text.splitlines() if line.strip())
    else:
        found = csv.DictReader(text.splitlines())
    for row in found:
        yield {name: str(row.get(name) or "") for name in _COLUMNS}


def _graded(row: dict[str, str], found: "Grade | None") -> dict[str, Any]:
    points = [
        {"point": one.point, "verdict": one.verdict.value, "fault": one.fault.value if one.fault else None}
        for one in (found.points if found else ())
    ]
    forbidden = list(found.forbidden) if found else []
    score = found.score if found else None
    return {"id": row["id"], "script": row["script"], "score": score, "forbidden": forbidden, "points": points}


@exams.command("fill-bank", help=say("exams.fill_bank"))
def fill_bank() -> int:
    """Make questions from every script that counts now."""
    from app.services import question_bank

    with the_desk().house() as house:
        done = house.office.do(question_bank.fill).value
    tell(say("exams.filled", added=done.added, updated=done.updated, unchanged=done.unchanged))
    return 0


@exams.command("import-bank", help=say("exams.import_bank"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--topic", default="", help=say("exams.topic"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def import_bank(file: Path, *, topic: str, as_json: bool) -> int:
    """Bring the questions of a file into the bank and print what became of each row; 1 where some were not taken."""
    from app.models.question_files import RowFate
    from app.services import bank_imports
    from app.services.wording import label

    desk = the_desk()
    with desk.house() as house:
        read = house.office.ask(bank_imports.read, file, topic)
        found = house.office.do(bank_imports.import_questions, read, source=file.name).value
    rejected = bank_imports.counts(found)[RowFate.REJECTED]
    if as_json:
        rows = [{"line": one.line, "prompt": one.prompt, "fate": one.fate, "problem": one.problem} for one in found]
        print_json(rows)
        return 1 if rejected else 0
    for one in found:
        why = label("question_problem", one.problem.value, desk.language) if one.problem else ""
        click.echo("\t".join((str(one.line), label("row_fate", one.fate.value, desk.language), why, one.prompt)))
    return 1 if rejected else 0


@exams.command("set", help=say("exams.set"))
@click.argument("name")
@click.option("--from", "opens", type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z"]), required=True, help=say("exams.from"))
@click.option("--to", "closes", type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z"]), required=True, help=say("exams.to"))
@click.option("--minutes", type=int, default=30, help=say("exams.minutes"))
@click.option("--draw", "draws", multiple=True, required=True, help=say("exams.draw"))
@click.option("--seed", type=int, help=say("exams.seed"))
def set_exam(
    name: str, opens: datetime, *, closes: datetime, minutes: int, draws: tuple[str, ...], seed: int | None
) -> int:
    """Set an exam for every operator and print its id."""
    from app.services import exams as service

    lines = tuple(_line(one) for one in draws)
    new = service.NewExam(name, lines, opens, closes, minutes, seed=seed)
    with the_desk().house() as house:
        made = house.office.do(service.set_exam, new).value
    click.echo(made.hex())
    return 0


def _line(text: str) -> Any:
    """Read ``topic=5``, ``topic:kind=5`` or ``topic@hard=5``."""
    from app.models.drill_items import Difficulty, DrillKind
    from app.models.exams import BlueprintLine

    what, _, count = text.rpartition("=")
    what, _, hard = what.partition("@")
    topic, _, kind = what.partition(":")
    unknown = (kind and kind not in tuple(DrillKind)) or (hard and hard not in tuple(Difficulty))
    if not count.isdigit() or unknown:
        raise click.BadParameter(text, param_hint="--draw")
    return BlueprintLine(topic, int(count), DrillKind(kind) if kind else None, Difficulty(hard) if hard else None)


@exams.command(help=say("exams.results"))
@click.argument("exam")
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def results(exam: str, *, as_json: bool) -> int:
    """Print every sitting of an exam and the figures of its questions."""
    from app.services import exam_results

    with the_desk().house() as house:
        found = house.office.ask(exam_results.results, bytes.fromhex(exam))
        analysis = house.office.ask(exam_results.analysis, bytes.fromhex(exam))
    rows = [_result(one) for one in found]
    figures = analysis.figures if analysis else None
    if as_json:
        shown: dict[str, Any] | None = None
        if figures is not None:
            facility = [round(one.facility, 4) for one in figures.items]
            shown = {"people": figures.people, "mean": figures.mean, "alpha": figures.alpha, "error": figures.error}
            shown["facility"] = facility
        print_json({"sittings": rows, "figures": shown})
        return 0
    for row in rows:
        click.echo("\t".join(str(row[name]) for name in ("name", "number", "share", "waiting", "passed")))
    return 0


@exams.command(help=say("exams.certificate"))
@click.argument("exam")
@click.option("--person", default="", help=say("exams.person"))
@click.option("--pdf", type=click.Path(dir_okay=False, path_type=Path), help=say("exams.pdf"))
def certificate(exam: str, *, person: str, pdf: Path | None) -> int:
    """Print a certificate, or write it as PDF."""
    from app.models.papers import as_text
    from app.services import certificates, papers

    desk = the_desk()
    with desk.house() as house:
        whose = house.office.ask(certificates.named, person) if person else None
        paper = house.office.ask(
            certificates.certificate, bytes.fromhex(exam), language=desk.language, person=whose
        )  # fmt: skip
        if pdf is None:
            click.echo(as_text(paper), nl=False)
        else:
            tell(say("exams.written", path=house.office.ask(papers.save_pdf, paper, pdf)))
    return 0


def _result(one: "Result") -> dict[str, Any]:
    moved = [move.by.total_seconds() for move in one.clock_moves]
    return {
        "name": one.display, "number": one.number, "share": round(one.share, 4), "waiting": one.waiting,
        "passed": one.passed, "critical_missed": one.critical_missed, "late": one.late, "left": one.left,
        "clock_moved_s": moved,
    }  # fmt: skip
