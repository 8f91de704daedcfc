"""``rates`` and ``stats``: the rates and intervals that reports use, from typed numbers, without a database."""

from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.desk import print_json
from app.cli.words import say

if TYPE_CHECKING:
    from app.models.intervals import Interval, Stratum
    from app.models.outcome_rates import OutcomeCounts

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_PLACES = ".6f"
#: What a column of a file of strata may be called.
_COLUMNS = {
    "size": ("size", "population", "N"),
    "answers": ("answers", "sample", "n"),
    "hits": ("hits", "satisfied", "x"),
    "share": ("share", "p"),
}


@click.command(help=say("rates"))
@click.option("--counts", required=True, help=say("rates.counts"))
@click.option("--e", "share", type=click.FloatRange(0, 1), help=say("rates.e"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def rates(counts: str, share: float | None, *, as_json: bool) -> int:
    """Print every AAPOR rate of the counts."""
    from app.models.outcome_rates import outcome_rates

    given = _counts(counts)
    found = outcome_rates(given, share)
    e = given.share_eligible if share is None else share
    if as_json:
        print_json({"e": e, "rates": {name: rate.share for name, rate in found.items()}})
        return 0
    click.echo(f"e\t{_shown(e)}")
    for name, rate in found.items():
        below = "–" if rate.denominator is None else f"{rate.denominator:g}"
        click.echo(f"{name}\t{_shown(rate.share)}\t{rate.numerator:g}/{below}")
    return 0


def _shown(share: float | None) -> str:
    return "–" if share is None else format(share, _PLACES)


def _counts(text: str) -> "OutcomeCounts":
    """Return the counts of ``I=5,P=3,…``; anything else is wrong usage."""
    from app.models.outcome_rates import OutcomeCounts

    known, found = {one.name for one in fields(OutcomeCounts)}, dict[str, float]()
    for part in text.split(","):
        name, _, count = part.strip().partition("=")
        try:
            found[name.strip().lower()] = float(count)
        except ValueError:
            raise click.BadParameter(part, param_hint="--counts") from None
    wrong = sorted(set(found) - known) or [name for name, count in found.items() if not 0 <= count < float("inf")]
    if wrong:
        raise click.BadParameter(", ".join(wrong), param_hint="--counts")
    return OutcomeCounts(**found)


@click.group(help=say("stats"))
def stats() -> None:
    """Intervals."""


@stats.command("wilson", help=say("stats.wilson"))
@click.argument("hits", type=click.FloatRange(min=0))
@click.argument("answers", type=click.FloatRange(min=0, min_open=True))
@click.option("--population", type=click.IntRange(min=1), help=say("stats.population"))
@click.option("--continuity", is_flag=True, help=say("stats.continuity"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def wilson(hits: float, answers: float, population: int | None, *, continuity: bool, as_json: bool) -> int:
    """Print Wilson's interval of a share."""
    from app.models import intervals

    if continuity and population is not None:
        raise click.UsageError(say("stats.not_both"))
    try:
        if continuity:
            found = intervals.wilson_continuity(int(hits), int(answers))
        else:
            found = intervals.wilson(hits, answers, population=population)
    except ValueError:
        raise click.UsageError(say("stats.cannot_be")) from None
    return _print(found, as_json)


def _print(found: "Interval", as_json: bool, **more: float) -> int:
    facts = {**asdict(found), **more}
    if as_json:
        print_json(facts)
    else:
        click.echo("\n".join(f"{name}\t{value:{_PLACES}}" for name, value in facts.items()))
    return 0


@stats.command("difference", help=say("stats.difference"))
@click.argument("hits1", type=click.FloatRange(min=0))
@click.argument("answers1", type=click.FloatRange(min=0, min_open=True))
@click.argument("hits2", type=click.FloatRange(min=0))
@click.argument("answers2", type=click.FloatRange(min=0, min_open=True))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def difference(hits1: float, answers1: float, hits2: float, answers2: float, *, as_json: bool) -> int:
    """Print the difference of two shares, first − second, with Newcombe's interval and the z test."""
    from app.models import comparisons, intervals

    try:
        found = intervals.newcombe(hits1, answers1, hits2, answers2)
    except ValueError:
        raise click.UsageError(say("stats.cannot_be")) from None
    test = comparisons.z_test(hits1, answers1, hits2, answers2)
    tested = {} if test.p is None or test.statistic is None else {"z": test.statistic, "p": test.p}
    return _print(found, as_json, **tested)


@stats.command("stratified", help=say("stats.stratified"))
@click.argument("file", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def stratified(file: Path, *, as_json: bool) -> int:
    """Print the share over strata with Wilson's interval on the effective sample."""
    from app.models import intervals

    try:
        found = intervals.stratified(_strata(file))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="FILE") from None
    interval = intervals.wilson_effective(found)
    return _print(interval, as_json, se=found.se, effective=found.effective, collapsed=found.collapsed)


def _strata(file: Path) -> "list[Stratum]":
    """Return the strata of a table. Raises ``ValueError`` that names file and line."""
    from app.models.intervals import stratum
    from app.outside.sheets import read_sheet

    found: list[Stratum] = []
    for line_no, row in read_sheet(file):
        cells = {name: _cell(row, known) for name, known in _COLUMNS.items()}
        try:
            size, answers = float(cells["size"]), int(cells["answers"])
            hits = float(cells["hits"]) if cells["hits"] else float(cells["share"]) * answers
        except ValueError:
            raise ValueError(f"{file.name}:{line_no}") from None
        if not 0 <= hits <= answers <= size:
            raise ValueError(f"{file.name}:{line_no}")
        found.append(stratum(size, answers, hits))
    return found


def _cell(row: dict[str, str], known: tuple[str, ...]) -> str:
    return next((row[name].strip() for name in known if row.get(name, "").strip()), "")
