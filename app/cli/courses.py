"""``courses``: write lectures, rotations and visits down, list them, answer what is asked after them."""

from datetime import datetime
from typing import Any

import click

from app.cli.desk import print_json, the_desk
from app.cli.words import say

_KINDS = ("lecture", "rotation", "visit")


@click.group(help=say("courses"))
def courses() -> None:
    """Courses and rotations."""


@courses.command(help=say("courses.record"))
@click.argument("title")
@click.option("--kind", type=click.Choice(_KINDS), default="lecture", help=say("courses.kind"))
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), required=True, help=say("courses.day"))
@click.option("--hours", type=float, required=True, help=say("courses.hours"))
@click.option("--person", "people", multiple=True, required=True, help=say("courses.person"))
@click.option("--place", default="", help=say("courses.place"))
@click.option("--material", default="", help=say("courses.material"))
@click.option("--question", "questions", multiple=True, help=say("courses.question"))
@click.option("--change", "course", help=say("courses.change"))
def record(
    title: str, *, kind: str, day: datetime, hours: float, people: tuple[str, ...], course: str | None,
    **more: tuple[str, ...] | str,
) -> int:  # fmt: skip
    """Write a course down, anew where it is known, and print its id."""
    from app.models.courses import CourseKind
    from app.services import courses as service

    new = service.NewCourse(
        CourseKind(kind), title, day.date(), hours, people, str(more["place"]), str(more["material"]),
        tuple(more["questions"]),
    )  # fmt: skip
    known = _id_of(course, "--change") if course else None
    with the_desk().house() as house:
        if known is not None:
            house.office.do(service.change, known, new)
        made = known or house.office.do(service.record, new).value
    click.echo(made.hex())
    return 0


def _id_of(text: str, hint: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise click.BadParameter(text, param_hint=hint) from None


@courses.command("list", help=say("courses.list"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def listed(*, as_json: bool) -> int:
    """Print the courses of the last year: all for trainers, those attended for the others."""
    from app.services import courses as service
    from app.services.wording import label

    desk = the_desk()
    with desk.house() as house:
        found = house.office.ask(service.listed)
    rows: list[dict[str, Any]] = [
        {
            "id": line.course.id.hex(), "day": line.course.day, "kind": line.course.kind.value,
            "title": line.course.title, "hours": line.course.hours, "attended": list(line.attended),
            "place": line.course.place, "material": line.course.material, "questions": list(line.course.questions),
            "answers": [{"name": name, "question": place, "answer": text} for name, place, text in line.answers],
        }
        for line in found
    ]  # fmt: skip
    if as_json:
        print_json(rows)
        return 0
    for row in rows:
        kind = label("course_kind", str(row["kind"]), desk.language)
        attended = ", ".join(row["attended"])
        click.echo("\t".join((row["id"], str(row["day"]), kind, row["title"], f"{row['hours']:g}", attended)))
    return 0


@courses.command(help=say("courses.answer"))
@click.argument("course")
@click.argument("question", type=click.IntRange(1))
@click.argument("text")
def answer(course: str, question: int, text: str) -> int:
    """Answer a question about a course."""
    from app.services import courses as service

    found = _id_of(course, "COURSE")
    with the_desk().house() as house:
        house.office.do(service.answer, found, question - 1, text)
    return 0
