"""``campaigns simulate|results|answers``: what a campaign will cost, and what came of it."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say, speak, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.models.campaigns import CampaignFacts
    from app.models.comparisons import Change
    from app.models.intervals import Reliance
    from app.models.survey_results import ItemFigure, MeasureFigure, Overall
    from app.services.campaign_effort import Forecast
    from app.services.campaign_results import Compared, Results
    from app.services.campaign_weights import RakedShare
    from app.services.office import Office


@click.command("simulate", help=say("campaigns.simulate"))
@click.argument("name")
@click.option("--people", type=click.IntRange(min=1), help=say("campaigns.simulate.people"))
@click.option("--contact", type=click.FloatRange(0, 1), default=0.35, show_default=True, help=say("campaigns.contact"))
@click.option("--agree", type=click.FloatRange(0, 1), default=0.82, show_default=True, help=say("campaigns.agree"))
@click.option("--slots", default="", help=say("campaigns.draw.slots"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def simulate(name: str, *, people: int | None, contact: float, agree: float, slots: str, as_json: bool) -> int:
    """Print the effort of a campaign day by day."""
    from app.models.effort import Effort
    from app.services import campaign_effort
    from app.services import campaigns as service

    with the_desk().house() as house:
        facts = house.office.ask(service.named, name)
        cases: dict[str, int] = {}
        for one in facts.strata:
            place = one.name.partition("/")[0]
            cases[place] = cases.get(place, 0) + one.drawn
        begins = facts.begins_on or house.office.clock.now().date()
        days = (facts.ends_on - begins).days + 1 if facts.ends_on else 42
        rules = house.office.ask(campaign_effort.rules_of, facts.id)
        usual = Effort(people or facts.people or 1, contact=contact, agree=agree)
        effort = campaign_effort.kept_to(usual, rules)
        found = house.office.ask(campaign_effort.foreseen, cases, begins, days, effort=effort, slots=slots)
    _print_forecast(found, as_json=as_json)
    return 0


def _print_forecast(found: "Forecast", *, as_json: bool) -> None:
    if as_json:
        rows = [
            {"date": day, "dials": round(one.dials, 1), "completes": round(one.total, 1)}
            | {"institutions": {name: round(count, 1) for name, count in one.completes.items()}}
            for day, one in found.days
        ]
        print_json({"people": found.effort.people, "cases": found.cases, "days": rows})
        return
    for day, one in found.days:
        click.echo(f"{day}\t{one.dials:.0f}\t{one.total:.0f}")
    tell(say("campaigns.forecast", people=found.effort.people, completes=f"{found.completes:.0f}", cases=found.cases))


@click.command("results", help=say("campaigns.results"))
@click.argument("name")
@click.option("--quarter", help=say("campaigns.results.quarter"))
@click.option("--mode", default="telephone", show_default=True, help=say("campaigns.results.mode"))
@click.option("--before", help=say("campaigns.results.before"))
@click.option("--before-quarter", help=say("campaigns.results.before_quarter"))
@click.option("--item", help=say("campaigns.results.item"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def results(name: str, *, mode: str, as_json: bool, **wishes: str | None) -> int:
    """Print the results of a campaign, and how they compare with those of another."""
    from app.models.interview_records import SurveyMode
    from app.services import campaign_mix, campaign_pooled, campaign_progress, campaign_results, campaign_washout
    from app.services import campaigns as service

    with the_desk().house() as house:
        office = house.office
        facts = office.ask(service.named, name)
        found = _asked(office, name, wishes["quarter"], mode)
        against = wishes["item"] and (wishes["before"] or wishes["before_quarter"])
        before = _asked(office, wishes["before"] or name, wishes["before_quarter"], mode) if against else None
        progress = office.ask(campaign_progress.progress, facts.id, period=found.period)
        adjusted = {one.item: office.ask(campaign_mix.adjusted, found, one.item) for one in found.top}
        shares, effect = _raked_shares(office, found)
        item = wishes["item"]
        compared = office.ask(campaign_washout.compared, before, found, item) if before and item else []
    together = campaign_pooled.pooled(compared)
    whole = campaign_results.whole_change(before, found, item) if before and item else None
    why = _no_change(before, found, item) if before and item else None
    if as_json:
        from app.cli.campaign_draws import progress_json

        told = {
            **results_json(found),
            "adjusted": adjusted,
            "raked": _raked(shares, effect),
            "response": progress_json(progress) if found.mode is SurveyMode.TELEPHONE else None,
            "changes": [_change(one) for one in compared],
        }
        pooled = asdict(together) if together else None
        changed = {"whole": _whole_json(whole) if whole else None, "whole_reliance": why.value if why else None}
        print_json({**told, "pooled": pooled, **changed})
        return 0
    for line in (*result_lines(found, adjusted), *raked_lines(shares, effect), *unraked_lines(found, shares)):
        click.echo(line)
    _print_whole(item or "", whole, why)
    _print_changes(compared)
    _print_seed(facts)
    return 0


def _print_seed(facts: "CampaignFacts") -> None:
    """Print by what anybody can draw the sample again."""
    from app.services.wording import begun_at

    if facts.seed:
        start = begun_at(facts.start, facts.starts, speak(None))
        tell(say("campaigns.results.seed", frame=facts.frame_name, seed=facts.seed, start=start))


def _print_whole(item: str, whole: "Change | None", why: "Reliance | None") -> None:
    """Print how all institutions together changed, or why that is not shown."""
    if whole is not None:
        gap = f"{_share(whole.gap.estimate)}\t{_share(whole.gap.low)}…{_share(whole.gap.high)}"
        click.echo(f"*\t{item}\t{gap}\t{_share(whole.p)}")
    elif why is not None:
        click.echo(f"*\t{item}\t{word('reliance', why.value)}")


def _print_changes(compared: "Sequence[Compared]") -> None:
    from app.services.campaign_results import QUARTERS_BEFORE

    for one in compared:
        words = ["–" if value is None else str(value) for value in _change(one).values()]
        if why := one.why_no_change:
            words.append(word("reliance", why.value))
        click.echo("\t".join(words))
    if short := [one.institution for one in compared if one.quarters < QUARTERS_BEFORE]:
        tell(say("campaigns.results.one_quarter", places=", ".join(short)))


def result_lines(found: "Results", adjusted: "Mapping[str, Mapping[str, float]]") -> list[str]:
    """Return a line for each measure of each institution and each item over all; in words what is not shown."""
    lines: list[str] = []
    for place, measures in found.institutions.items():
        for measure in measures:
            shares = f"{_share(measure.top)}\t{_share(measure.two)}" if measure.top is not None else _why(measure)
            lines.append(f"{place}\t{found.answers[place]}\t{measure.measure}\t{shares}")
    for one in found.top:
        limits = f"{_share(one.weighted.low)}–{_share(one.weighted.high)}"
        lines.append(f"*\t{one.answers}\t{one.item}\t{_share(one.weighted.estimate)}\t{limits}")
    for item, reliance in _left_out(found).items():
        lines.append(f"*\t{_answers(found, item)}\t{item}\t{word('reliance', reliance.value)}")
    words = say("campaigns.results.adjusted")
    for item, places in adjusted.items():
        lines += [f"{place}\t{found.answers[place]}\t{item}\t{words}\t{_share(one)}" for place, one in places.items()]
    return lines


def _left_out(found: "Results") -> "dict[str, Reliance]":
    """Return why the items that have answers have no figure over all institutions."""
    why = {item: found.why_no_total(item) for item in found.unseen if _answers(found, item)}
    return {item: reliance for item, reliance in why.items() if reliance is not None}


def _answers(found: "Results", item: str) -> int:
    """Return how many answered an item at all institutions together."""
    return sum(
        next((one.boxes.answers for measure in measures for one in measure.items if one.item == item), 0)
        for measures in found.institutions.values()
    )


def _why(measure: "MeasureFigure") -> str:
    """Return in words why a measure is not shown."""
    from app.models.intervals import Reliance

    few = any(one.reliance is Reliance.SUPPRESSED for one in measure.items)
    return word("reliance", (Reliance.SUPPRESSED if few else Reliance.WITHHELD).value)


def _no_change(before: "Results", after: "Results", item: str) -> "Reliance | None":
    """Return why the change over all institutions is not shown, None where it is no matter of too few answers."""
    return before.why_no_total(item) or after.why_no_total(item)


def raked_lines(shares: "Sequence[RakedShare]", effect: float) -> list[str]:
    """Return a line for the top box of each item, raked to the age and sex of the list."""
    told = say("campaigns.results.raked", effect=f"{effect:.2f}")
    return [f"*\t{one.answers}\t{one.item}\t{told}\t{_share(one.top)}" for one in shares]


def unraked_lines(found: "Results", shares: "Sequence[RakedShare]") -> list[str]:
    """Return why items that have a figure over all institutions have no raked one, because an institution has none."""
    raked = {one.item for one in shares}
    words = say("campaigns.results.unraked")
    return [
        f"*\t{one.answers}\t{one.item}\t{words}"
        for one in found.top
        if one.item not in raked and found.unseen.get(one.item)
    ]


def _raked_shares(office: "Office", found: "Results") -> tuple[tuple["RakedShare", ...], float]:
    """Return the raked shares; a campaign of an older program asks its list, and says where that is not here."""
    from app.services import campaign_weights, frame_contents
    from app.services.wording import told

    try:
        return office.ask(campaign_weights.raked_shares, found)
    except (frame_contents.FrameElsewhere, frame_contents.FrameRedacted) as error:
        tell(told(error, speak(None)))
        return (), 1.0


def _raked(shares: "Sequence[RakedShare]", effect: float) -> dict[str, Any]:
    return {"design_effect": effect, "top": [asdict(one) for one in shares]}


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"


def _asked(office: Any, name: str, quarter: str | None, mode: str) -> "Results":
    from app.models.interview_records import SurveyMode
    from app.services import campaign_results, campaign_withheld
    from app.services import campaigns as service

    if mode not in set(SurveyMode):
        raise click.BadParameter(mode, param_hint="--mode")
    try:
        period = campaign_results.stretch(quarter) if quarter else campaign_withheld.EVER
    except ValueError:
        raise click.BadParameter(quarter or "", param_hint="--quarter") from None
    campaign = office.ask(service.named, name).id
    return office.ask(campaign_results.results, campaign, period=period, mode=SurveyMode(mode))


def results_json(found: "Results") -> dict[str, Any]:
    """Return results as JSON says them; ``left_out``: why an item has no figure over all institutions."""
    from app.services import questionnaires

    places = {
        place: {
            "answers": found.answers[place],
            "size": found.sizes.get(place),
            "measures": {
                one.measure: {"top": one.top, "two": one.two, "items": [_item(item) for item in one.items]}
                for one in measures
            },
        }
        for place, measures in found.institutions.items()
    }
    return {
        "campaign": found.campaign.name, "frame": found.campaign.frame_name, "seed": found.campaign.seed,
        "start": found.campaign.start, "starts": dict(found.campaign.starts), "mode": found.mode.value,
        "questionnaire": f"{found.questionnaire.id}@{found.questionnaire.version}",
        "questionnaire_mark": questionnaires.mark(found.questionnaire), "period": list(found.period),
        "institutions": places,
        "top": [_overall(one) for one in found.top], "two": [_overall(one) for one in found.two],
        "left_out": {item: reliance.value for item, reliance in _left_out(found).items()},
    }  # fmt: skip


def _item(one: "ItemFigure") -> dict[str, Any]:
    limits = [one.interval.low, one.interval.high] if one.interval else None
    shown = one.interval is not None
    return {
        "item": one.item, "answers": one.boxes.answers, "reliance": one.reliance.value,
        "top": one.boxes.top_share if shown else None, "top_interval": limits,
        "two": one.boxes.two_share if shown else None, "mean_x20": one.twenties,
    }  # fmt: skip


def _overall(one: "Overall") -> dict[str, Any]:
    return {
        "item": one.item, "answers": one.answers, "raw": one.raw, "estimate": one.weighted.estimate,
        "low": one.weighted.low, "high": one.weighted.high, "effective": one.effective, "design_effect": one.effect,
    }  # fmt: skip


def _whole_json(one: "Change") -> dict[str, Any]:
    return {"change": one.gap.estimate, "low": one.gap.low, "high": one.gap.high, "p": one.p}


def _change(one: "Compared") -> dict[str, Any]:
    gap = one.change.gap if one.change else None
    return {
        "institution": one.institution, "before": list(one.before), "after": list(one.after),
        "change": gap.estimate if gap else None, "low": gap.low if gap else None, "high": gap.high if gap else None,
        "p": one.change.p if one.change else None, "holm": one.holm,
        "did": one.others.estimate if one.others else None, "detectable": one.detectable,
        "may_regress": one.may_regress, "washout": one.washout or None, "quarters_before": one.quarters,
        "judged": one.is_judged,
    }  # fmt: skip


@click.command("answers", help=say("campaigns.answers"))
@click.argument("name")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--mode", default="telephone", show_default=True, help=say("campaigns.results.mode"))
@click.option("--identity", is_flag=True, help=say("campaigns.answers.identity"))
def answers(name: str, file: Path, *, mode: str, identity: bool) -> int:
    """Write the answers of a campaign with their codebook."""
    from app.models.interview_records import SurveyMode
    from app.services import access, campaign_answers
    from app.services import campaigns as service

    if mode not in set(SurveyMode):
        raise click.BadParameter(mode, param_hint="--mode")
    with the_desk().house(anywhere=True) as house:
        facts = house.office.ask(service.named, name)
        wanted: dict[str, Any] = {"language": speak(None), "identity": identity, "mode": SurveyMode(mode)}

        def told(rows: int) -> None:
            house.office.do(access.exported, "interview", rows)

        count = house.office.ask(campaign_answers.save, facts.id, file, whole=told, **wanted)
    tell(say("campaigns.answers_written", count=count, file=file.name))
    return 0
