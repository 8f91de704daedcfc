"""``exams rate``: judges say how many would answer each question right, and so make the pass mark."""

from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, the_desk
from app.cli.exam_marks import Id
from app.cli.words import say

if TYPE_CHECKING:
    from app.models.angoff import JudgedCut
    from app.services.exam_ratings import ToRate

_HUNDRED = 100


@click.command("rate", help=say("exams.rate"))
@click.argument("exam", type=Id())
@click.argument("answer", type=Id(), required=False)
@click.argument("percent", type=click.FloatRange(0, _HUNDRED), required=False)
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def rate(exam: bytes, answer: bytes | None, percent: float | None, *, as_json: bool) -> int:
    """Rate a question, or print the questions and the pass marks."""
    from app.services import exam_ratings

    if (answer is None) != (percent is None):
        raise click.UsageError(say("exams.rate"))
    desk = the_desk()
    with desk.house() as house:
        if answer is not None and percent is not None:
            house.office.do(exam_ratings.rate, exam, answer, share=percent / _HUNDRED)
            return 0
        questions = house.office.ask(exam_ratings.to_rate, exam)
        standing = house.office.ask(exam_ratings.standing, exam)
    rows = [_question(one, "zh" if desk.language.startswith("zh") else "en") for one in questions]
    forms = [_form(one) for one in standing]
    if as_json:
        print_json({"questions": rows, "forms": forms})
        return 0
    for row in rows:
        click.echo("\t".join("" if row[name] is None else str(row[name]) for name in ("answer", "percent", "asks")))
    return 0


def _question(one: "ToRate", language: str) -> dict[str, Any]:
    percent = None if one.mine is None else round(one.mine * _HUNDRED, 1)
    apart = None if one.apart is None else round(one.apart * _HUNDRED, 1)
    return {"answer": one.version.hex(), "percent": percent, "apart": apart, "asks": one.item.prompt_in(language)}


def _form(one: "JudgedCut | None") -> dict[str, Any] | None:
    if one is None:
        return None
    spread = None if one.spread is None else round(one.spread * _HUNDRED, 1)
    return {"pass": round(one.cut * _HUNDRED, 1), "judges": len(one.judges), "spread": spread, "begun": one.begun}
