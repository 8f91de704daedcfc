"""``exams marks``, ``mark``, ``answers`` and ``appeal``: marks by people, and who disagrees with one."""

from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.services.exam_results import AnswerGot, Result, ToMark


class Id(click.ParamType[bytes]):
    """An id as the commands print it."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> bytes:
        """Return the id's bytes; a usage error for anything else."""
        try:
            return bytes.fromhex(str(value))
        except ValueError:
            self.fail(say("exams.no_id", text=value), param, ctx)


@click.command("marks", help=say("exams.marks"))
@click.argument("exam", type=Id())
@click.option("--appeals", is_flag=True, help=say("exams.only_appeals"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def marks(exam: bytes, *, appeals: bool, as_json: bool) -> int:
    """Print the answers that wait for a person, and appeals."""
    from app.services import exam_results

    with the_desk().house() as house:
        found = house.office.ask(exam_results.to_mark, exam)
    rows = [_waits(one) for one in found if one.appeal or not appeals]
    if as_json:
        print_json(rows)
        return 0
    for row in rows:
        click.echo("\t".join(str(row[name]) for name in ("sitting", "answer", "proposed", "text", "appeal")))
    return 0


def _waits(one: "ToMark") -> dict[str, Any]:
    return {
        "sitting": one.sitting.hex(), "answer": one.version.hex(), "proposed": round(one.proposal.score, 4),
        "text": " ".join(one.text.split()), "appeal": one.appeal,
    }  # fmt: skip


@click.command("mark", help=say("exams.mark"))
@click.argument("sitting", type=Id())
@click.argument("answer", type=Id())
@click.argument("points", type=click.FloatRange(0, 1))
@click.option("--critical", is_flag=True, help=say("exams.critical"))
@click.option("--note", default="", help=say("exams.note"))
def mark(sitting: bytes, answer: bytes, points: float, *, critical: bool, note: str) -> int:
    """Mark an answer; where there is an appeal, that decides it."""
    from app.services import exam_results

    with the_desk().house() as house:
        house.office.do(exam_results.mark, sitting, answer, points=points, critical=critical, note=note)
    return 0


@click.command("answers", help=say("exams.answers"))
@click.argument("exam", type=Id())
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def answers(exam: bytes, *, as_json: bool) -> int:
    """Print what one's own answers got, once the results are out."""
    from app.services import exam_results

    with the_desk().house() as house:
        found = house.office.ask(exam_results.my_answers, exam)
    rows = [_got(result, one) for result, answered in found for one in answered]
    if as_json:
        print_json(rows)
        return 0
    for row in rows:
        click.echo("\t".join(str(row[name]) for name in ("sitting", "answer", "points", "text", "note", "appeal")))
    return 0


def _got(result: "Result", one: "AnswerGot") -> dict[str, Any]:
    return {
        "sitting": result.sitting.hex(), "answer": one.version.hex(), "kind": one.item.kind.value,
        "points": round(one.points, 4), "critical_missed": one.critical, "marked": one.marked,
        "text": " ".join(one.text.split()), "note": one.note, "appeal": one.appeal, "decided": one.decided,
    }  # fmt: skip


@click.command("appeal", help=say("exams.appeal"))
@click.argument("sitting", type=Id())
@click.argument("answer", type=Id())
@click.argument("reason")
def appeal(sitting: bytes, answer: bytes, reason: str) -> int:
    """Disagree with what one's own answer got; another person decides."""
    from app.services import exam_appeals

    with the_desk().house() as house:
        house.office.do(exam_appeals.appeal, sitting, answer, reason=reason)
    return 0
