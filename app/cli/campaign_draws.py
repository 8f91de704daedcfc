"""``campaigns draw|list|release|close|status``: samples, who of them may be called, and how far calling has come."""

from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, progress, tell, the_desk
from app.cli.words import say, speak, word

if TYPE_CHECKING:
    from app.services.campaign_progress import Progress
    from app.services.campaigns import Planned


@click.command("draw", help=say("campaigns.draw"))
@click.argument("name")
@click.option("--frame", required=True, help=say("campaigns.draw.frame"))
@click.option("--size", type=click.IntRange(min=1), required=True, help=say("campaigns.draw.size"))
@click.option("--begins", type=click.DateTime(["%Y-%m-%d"]), required=True, help=say("campaigns.draw.begins"))
@click.option("--days", type=click.IntRange(1, 90), default=42, show_default=True, help=say("campaigns.draw.days"))
@click.option("--seed", help=say("campaigns.draw.seed"))
@click.option(
    "--allocation",
    type=click.Choice(["equal", "proportional", "neyman", "fixed"]),
    default="proportional",
    show_default=True,
    help=say("campaigns.draw.allocation"),
)
@click.option("--completes", is_flag=True, help=say("campaigns.draw.completes"))
@click.option("--response", type=click.FloatRange(0.01, 1), default=0.45, help=say("campaigns.draw.response"))
@click.option("--ineligible", type=click.FloatRange(0, 0.9), default=0.06, help=say("campaigns.draw.ineligible"))
@click.option("--minimum", type=click.IntRange(min=0), default=0, help=say("campaigns.draw.minimum"))
@click.option(
    "--strata",
    type=click.Choice(["institution", "department"]),
    default="institution",
    help=say("campaigns.draw.strata"),
)
@click.option("--spreads", help=say("campaigns.draw.spreads"))
@click.option("--start", type=click.FloatRange(0, 1, max_open=True), help=say("campaigns.draw.start"))
@click.option("--after", default="", help=say("campaigns.draw.after"))
@click.option("--window", type=click.IntRange(0, 90), default=42, show_default=True, help=say("campaigns.draw.window"))
@click.option("--from", "from_on", type=click.DateTime(["%Y-%m-%d"]), help=say("campaigns.draw.from"))
@click.option("--to", "to_on", type=click.DateTime(["%Y-%m-%d"]), help=say("campaigns.draw.to"))
@click.option("--questionnaire", default="", help=say("campaigns.draw.questionnaire"))
@click.option("--slots", default="", help=say("campaigns.draw.slots"))
@click.option("--people", type=click.IntRange(min=0), default=0, help=say("campaigns.draw.people"))
@click.option("--institution", "places", multiple=True, help=say("campaigns.draw.institution"))
@click.option("--rule", "rules", multiple=True, metavar="NAME=VALUE", help=say("campaigns.draw.rule"))
@click.option("--dialect", is_flag=True, help=say("campaigns.draw.dialect"))
@click.option("--release", type=click.IntRange(0, 10), default=1, show_default=True, help=say("campaigns.draw.release"))
@click.option("--preview", "only_preview", is_flag=True, help=say("campaigns.draw.preview"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def draw(name: str, *, release: int, only_preview: bool, as_json: bool, **wishes: Any) -> int:
    """Draw a sample from a frame, and let its first replicates be called."""
    from app.services import campaigns as service

    plan = _plan(name, wishes)
    with the_desk().house() as house, progress(say("campaigns.reading")) as moved:
        found = house.office.ask(service.planned, plan, progress=moved)
        made = None if only_preview else house.office.do(service.draw, found, release=release).value
    _print_draw(found, made, as_json=as_json)
    return 0


def _plan(name: str, wishes: dict[str, Any]) -> Any:
    from app.models.campaigns import CampaignPlan, Strata
    from app.models.sampling import Allocation

    if wishes["after"] and (wishes["seed"] is not None or wishes["start"] is not None):
        raise click.UsageError(say("campaigns.draw.after_alone"))
    days: dict[str, Any] = {key: wishes[key].date() if wishes[key] else None for key in ("from_on", "to_on")}
    plain = (
        "frame",
        "size",
        "completes",
        "response",
        "ineligible",
        "minimum",
        "days",
        "questionnaire",
        "after",
        "window",
    )
    return CampaignPlan(
        name=name,
        seed=wishes["seed"] or f"{wishes['frame']}|{name}|v1",
        begins_on=wishes["begins"].date(),
        start=wishes["start"] or 0.0,
        how=Allocation(wishes["allocation"]),
        strata=Strata(wishes["strata"]),
        spreads=_spreads(wishes["spreads"] or ""),
        places=tuple(wishes["places"]),
        policy=_rules(wishes["rules"], wishes["days"]),
        **{key: wishes[key] for key in (*plain, "slots", "people", "dialect")},
        **days,
    )


def _rules(texts: tuple[str, ...], days: int) -> dict[str, Any]:
    """Return the rules of calling that were named; what cannot be one is wrong usage, with what it may be."""
    from app.models.retry_policy import RULES, OverHardLimit, from_table
    from app.services.wording import told

    found: dict[str, Any] = {}
    for text in texts:
        name, _, value = text.partition("=")
        if name not in RULES or not value.removeprefix("-").isdecimal():
            known = ", ".join(f"{one} ({word('retry_rule', one)})" for one in RULES)
            raise click.BadParameter(say("campaigns.draw.rule_wrong", text=text, known=known), param_hint="--rule")
        found[name] = int(value)
    try:
        from_table({**found, "field_days": days})
    except OverHardLimit as error:
        raise click.BadParameter(f"{error.facts['field']}: {told(error, speak(None))}", param_hint="--rule") from error
    return found


def _spreads(text: str) -> dict[str, float]:
    """Return ``H1=0.4,H2=0.3`` by stratum; anything else is wrong usage."""
    found: dict[str, float] = {}
    for part in filter(None, text.split(",")):
        stratum, _, spread = part.rpartition("=")
        try:
            found[stratum.strip()] = float(spread)
        except ValueError:
            raise click.BadParameter(part, param_hint="--spreads") from None
    return found


def _print_draw(found: "Planned", made: bytes | None, *, as_json: bool) -> None:
    plan, drawn = found.plan, len(found.chosen)
    if as_json:
        strata = [
            {"name": one.name, "size": one.size, "wanted": one.wanted, "drawn": one.drawn, "census": one.is_census}
            | {"weight": one.size / one.drawn if one.drawn else None}
            for one in found.strata
        ]
        facts = {"campaign": made.hex() if made else None, "name": plan.name, "frame": plan.frame, "seed": plan.seed}
        left_out = {why.value: count for why, count in found.left_out.items()}
        hashed = {"sha256": found.frame.sha256, "drawn": drawn, "gave_way": found.gave_way, "left_out": left_out}
        print_json({**facts, **hashed, "strata": strata, "censuses": list(found.censuses)})
        return
    for one in found.strata:
        click.echo(f"{one.name}\t{one.drawn}/{one.size}")
    for why, count in found.left_out.items():
        tell(f"{word('left_out', why)}: {count}")
    tell(say("campaigns.drawn", drawn=drawn, seed=plan.seed, gave_way=found.gave_way))
    if found.censuses:
        tell(say("campaigns.census", strata=", ".join(found.censuses)))
    if made is None:
        tell(say("campaigns.not_drawn", name=plan.name))


@click.command("list", help=say("campaigns.list"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def list_campaigns(*, as_json: bool) -> int:
    """List the campaigns."""
    from app.services import campaigns as service

    with the_desk().house() as house:
        found = house.office.ask(service.campaigns)
    rows = [
        {"name": one.name, "frame": one.frame_name, "drawn": one.drawn, "released": one.released}
        | {"begins_on": one.begins_on, "ends_on": one.ends_on, "closed_at": one.closed_at, "seed": one.seed}
        | {"stopped_at": one.stopped_at, "stopped_why": one.stopped_why}
        | {"id": one.id.hex()}
        for one in found
    ]
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            click.echo("\t".join("" if value is None else str(value) for value in row.values()))
    return 0


@click.command("top-up", help=say("campaigns.top_up"))
@click.argument("name")
@click.option("--more", type=click.IntRange(min=1), required=True, help=say("campaigns.top_up.more"))
@click.option("--from", "from_on", type=click.DateTime(["%Y-%m-%d"]), help=say("campaigns.draw.from"))
@click.option("--to", "to_on", type=click.DateTime(["%Y-%m-%d"]), help=say("campaigns.draw.to"))
@click.option("--preview", "only_preview", is_flag=True, help=say("campaigns.draw.preview"))
def top_up(name: str, more: int, *, from_on: Any, to_on: Any, only_preview: bool) -> int:
    """Draw more people for a campaign that is under way."""
    from app.services import campaign_topups
    from app.services import campaigns as service

    first, last = (one.date() if one else None for one in (from_on, to_on))
    with the_desk().house() as house:
        campaign = house.office.ask(service.named, name)
        found = house.office.ask(campaign_topups.planned, campaign.id, more, from_on=first, to_on=last)
        if not only_preview:
            house.office.do(campaign_topups.add, found)
    for stratum, count in found.added:
        click.echo(f"{stratum}\t+{count}")
    tell(say("campaigns.not_drawn", name=name) if only_preview else say("campaigns.topped_up", count=found.count))
    return 0


@click.command("release", help=say("campaigns.release"))
@click.argument("name")
@click.argument("replicate", type=click.IntRange(1, 10))
def release_more(name: str, replicate: int) -> int:
    """Let everybody up to a replicate be called."""
    from app.services import campaign_field
    from app.services import campaigns as service

    with the_desk().house() as house:
        campaign = house.office.ask(service.named, name)
        new = house.office.do(campaign_field.release, campaign.id, replicate).value
    tell(say("campaigns.released", count=new, replicate=replicate))
    return 0


@click.command("close", help=say("campaigns.close"))
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def close(name: str | None, *, as_json: bool) -> int:
    """End a field period now; without a name, do what a desk does by itself once a day."""
    from app.services import campaign_field
    from app.services import campaigns as service

    with the_desk().house() as house:
        if name is None:
            done = house.office.do(campaign_field.tend).value
        else:
            campaign = house.office.ask(service.named, name)
            done = campaign_field.Tended(house.office.do(campaign_field.close_field, campaign.id).value, 0)
    if as_json:
        print_json({"closed": done.closed, "renewed": done.renewed})
    else:
        tell(say("campaigns.closed", closed=done.closed, renewed=done.renewed))
    return 0


@click.command("status", help=say("campaigns.status"))
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def status(name: str, *, as_json: bool) -> int:
    """Print how far a campaign has come."""
    from app.services import campaign_progress
    from app.services import campaigns as service

    with the_desk().house() as house:
        campaign = house.office.ask(service.named, name)
        found = house.office.ask(campaign_progress.progress, campaign.id)
    if as_json:
        print_json(progress_json(found))
        return 0
    for one in found.strata:
        click.echo(f"{one.name}\t{one.completed + one.partial}\t{one.closed}/{one.released}/{one.drawn}\t{one.dials}")
    weighted = {**found.weighted, "HCAHPS": found.hcahps_weighted}
    for rate, value in {**found.rates, "HCAHPS": found.hcahps}.items():
        parts = f"{value.numerator:g}/{value.denominator or 0:g}"
        click.echo(f"{rate}\t{_share(value.share)}\t{parts}\t{_share(weighted[rate].share)}")
    click.echo(f"e\t{_share(found.counts.share_eligible)}")
    _print_keeping(found)
    return 0


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.6f}"


def _print_keeping(found: "Progress") -> None:
    from app.models.appointments import GOAL
    from app.services.callback_rules import table

    facts = found.campaign
    if facts.is_stopped and facts.stopped_at is not None:
        since = facts.stopped_at.isoformat(timespec="minutes")
        tell(say("campaigns.stopped_since", since=since, by=facts.stopped_by or "–", why=facts.stopped_why or "–"))
    tell(say("campaigns.protocol", kept=found.kept.whole, cases=found.kept.cases))
    if found.evenness is not None:
        tell(say("campaigns.evenness", r=f"{found.evenness.r:.3f}"))
    one = found.punctuality
    if one.share is not None:
        tell(say("campaigns.on_time", kept=one.on_time, due=one.due, share=f"{one.share:.1%}", goal=f"{GOAL:.0%}"))
    for code, count in found.referred.items():
        tell(say("campaigns.referred", code=code, words=table()[code].words.for_language(speak(None)), count=count))


def _hcahps_json(found: "Progress") -> dict[str, Any]:
    one, statuses = found.hcahps, {str(status): count for status, count in found.by_status.items()}
    shares = {"rate": one.share, "weighted": found.hcahps_weighted.share}
    return {**shares, "completed": one.numerator, "eligible": one.denominator, "by_status": statuses}


def progress_json(found: "Progress") -> dict[str, Any]:
    """Return progress as JSON has it."""
    from dataclasses import asdict

    from app.models.appointments import GOAL

    facts, counts = found.campaign, asdict(found.counts)
    strata = [asdict(one) for one in found.strata]
    cells = [{"weekday": one.weekday, "slot": one.slot.value, "dials": one.dials} | {"contacts": one.contacts}
        for one in found.slots]  # fmt: skip
    return {
        "name": facts.name, "frame": facts.frame_name, "seed": facts.seed, "drawn": facts.drawn,
        "begins_on": facts.begins_on, "ends_on": facts.ends_on, "closed_at": facts.closed_at,
        "stopped_at": facts.stopped_at, "stopped_why": facts.stopped_why,
        "released": facts.released, "questionnaire": facts.questionnaire, "left_out": dict(facts.left_out),
        "strata": strata, "counts": {name.upper(): count for name, count in counts.items()},
        "e": found.counts.share_eligible,
        "rates": {name: one.share for name, one in found.rates.items()},
        "weighted": {name: one.share for name, one in found.weighted.items()},
        "hcahps": _hcahps_json(found),
        "rules": asdict(found.policy),
        "contacts": cells, "arms": [asdict(one) for one in found.arms],
        "arms_apart": asdict(found.gap) if found.gap else None, "protocol": asdict(found.kept),
        "appointments": asdict(found.punctuality) | {"share": found.punctuality.share, "goal": GOAL},
        "r_indicator": found.evenness.r if found.evenness else None,
        "endings": dict(found.endings), "by_aapor_code": dict(found.by_code), "referred": found.referred,
        "returns": asdict(found.returns),
    }  # fmt: skip
