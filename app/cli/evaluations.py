"""``evaluations``: score a contact, decide an appeal, and the figures of quality review."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.services.evaluations import Scored


@click.group(help=say("evaluations"))
def evaluations() -> None:
    """Quality review."""


@evaluations.command(help=say("evaluations.sheet"))
def sheet() -> int:
    """Print the items of the score sheet."""
    from app.services import evaluations as service

    language = "zh" if the_desk().language.startswith("zh") else "en"
    for one in service.sheet().items:
        click.echo(f"{one.id}\t{one.section}\t{one.words[language]}")
    return 0


@evaluations.command(help=say("evaluations.score"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def score(file: Path) -> int:
    """Score a contact from a JSON file and print the id of the evaluation."""
    from app.services import evaluations as service

    scored = _scored(file)
    with the_desk().house() as house:
        made = house.office.do(service.evaluate, scored).value
    click.echo(made.hex())
    return 0


def _scored(file: Path) -> "Scored":
    """Read what an evaluator says of a contact."""
    from app.models.evaluations import ErrorClass, ErrorFound, SampleKind
    from app.services import evaluations as service

    try:
        said: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        errors = tuple(
            ErrorFound(ErrorClass(one["class"]), one.get("note", ""), one.get("script", ""), one.get("point", ""))
            for one in said.get("errors", ())
        )
        sample = SampleKind(said.get("sample", "random"))
        return service.Scored(bytes.fromhex(said["contact"]), said["points"], sample, errors, said.get("note", ""))
    except (ValueError, KeyError, TypeError):
        raise click.BadParameter(str(file), param_hint="FILE") from None


@evaluations.command(help=say("evaluations.sample"))
@click.option("--each", type=click.IntRange(1, 50), default=3, help=say("evaluations.each"))
@click.option(
    "--kind", type=click.Choice(["random", "risk", "targeted"]), default="random", help=say("evaluations.kind")
)
def sample(each: int, kind: str) -> int:
    """Print the contacts that are drawn for evaluation this month, or those about weak topics."""
    from app.services import aimed_samples
    from app.services import evaluations as service

    aimed = {"risk": aimed_samples.by_risk, "targeted": aimed_samples.by_topic}
    with the_desk().house() as house:
        ask = house.office.ask
        for one in ask(aimed[kind]) if kind in aimed else ask(service.sample, each):
            click.echo(f"{one.contact.hex()}\t{one.operator}")
    return 0


@evaluations.command(help=say("evaluations.mine"))
def mine() -> int:
    """Print one's own evaluations: id, time, score, and the errors that count."""
    from app.models.evaluations import score as score_of
    from app.models.evaluations import standing
    from app.services import evaluations as service

    with the_desk().house() as house:
        for one in house.office.ask(service.mine):
            points, errors = standing(one)
            found = score_of(points, errors)
            said = "; ".join(f"{error.kind.value} {error.note}".strip() for error in errors)
            click.echo("\t".join((one.id.hex(), one.at.isoformat(), "–" if found is None else f"{found:.2f}", said)))
    return 0


@evaluations.command(help=say("evaluations.appeal"))
@click.argument("evaluation")
@click.argument("reason")
def appeal(evaluation: str, reason: str) -> int:
    """Disagree with one's own score."""
    from app.services import evaluations as service

    with the_desk().house() as house:
        house.office.do(service.appeal, _id(evaluation), reason=reason)
    return 0


@evaluations.command(help=say("evaluations.decide"))
@click.argument("evaluation")
@click.option("--new", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=say("evaluations.new"))
@click.option("--note", default="", help=say("evaluations.note"))
def decide(evaluation: str, new: Path | None, note: str) -> int:
    """Decide an appeal: with a new score it was right, without one the score stands."""
    from app.services import evaluations as service

    scored = _scored(new) if new else None
    with the_desk().house() as house:
        house.office.do(service.decide, _id(evaluation), upheld=scored is not None, scored=scored, note=note)
    return 0


def _id(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise click.BadParameter(text) from None


@evaluations.command(help=say("evaluations.figures"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def figures(*, as_json: bool) -> int:
    """Print accuracy by kind of sample and error class with its interval, mean scores, and how evaluators agree."""
    from app.services import evaluations as service

    desk = the_desk()
    with desk.house() as house:
        found = house.office.ask(service.figures)
    rows = [
        {"sample": sample.value, "class": kind.value, "accuracy": one.estimate, "low": one.low, "high": one.high}
        for (sample, kind), one in found.accuracy.items()
    ]
    scores = {sample.value: {"mean": mean, "contacts": count} for sample, (mean, count) in found.scores.items()}
    if as_json:
        both = found.agreement
        shown: dict[str, Any] | None = None
        if both is not None:
            shown = {"contacts": both.contacts, "points": both.points, "kappa": both.kappa, "critical": both.critical}
            shown |= {"enough": both.enough, "rewrite": list(both.to_rewrite)}
        print_json({"accuracy": rows, "scores": scores, "agreement": shown})
        return 0
    from app.services.wording import label

    for row in rows:
        sample, kind = str(row["sample"]), str(row["class"])
        words = (label("sample_kind", sample, desk.language), label("error_class", kind, desk.language))
        click.echo("\t".join((*words, *(f"{row[name]:.3f}" for name in ("accuracy", "low", "high")))))
    if not rows:
        tell(say("evaluations.none"))
    return 0
