"""``opinions``: code what people said by two people apart, see how well they agree, and how many had an opinion."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say, word

if TYPE_CHECKING:
    from app.models.opinions import Kappa
    from app.services.opinions import Where

_DAY = click.DateTime(["%Y-%m-%d"])
_SINCE = click.option("--since", type=_DAY, help=say("opinions.since"))
_UNTIL = click.option("--until", type=_DAY, help=say("opinions.until"))
_CAMPAIGN = click.option("--campaign", default="", help=say("opinions.campaign"))
_NAME = click.option("--questionnaire", default="inquiry-satisfaction", help=say("opinions.questionnaire"))
_MODE = click.option(
    "--mode", type=click.Choice(["telephone", "paper", "face_to_face", "online"]), default="telephone",
    help=say("opinions.mode"),
)  # fmt: skip
_JSON = click.option("--json", "as_json", is_flag=True, help=say("json"))


@click.group(help=say("opinions"))
def opinions() -> None:
    """Opinions."""


def _where(campaign: str, questionnaire: str, since: datetime | None, until: datetime | None, *, mode: str) -> "Where":
    from app.models.interview_records import SurveyMode
    from app.services.opinions import Where

    try:
        chosen = bytes.fromhex(campaign) if campaign else None
    except ValueError as error:
        raise click.BadParameter(campaign, param_hint="--campaign") from error
    first = since.date().isoformat() if since else ""
    last = until.date().isoformat() if until else date.max.isoformat()
    return Where(chosen, questionnaire, (first, last), SurveyMode(mode))


@opinions.command("next", help=say("opinions.next"))
@_CAMPAIGN
@_NAME
@_SINCE
@_UNTIL
@_MODE
@_JSON
def next_opinions(
    campaign: str, questionnaire: str, since: datetime | None, until: datetime | None, *, mode: str, as_json: bool
) -> int:
    """Print opinions that wait for whoever is signed in, and the codes to choose from."""
    from app.services import opinions as coding

    desk = the_desk()
    with desk.house() as house:
        where, name = house.office.ask(coding.named, _where(campaign, questionnaire, since, until, mode=mode))
        found = house.office.ask(coding.to_code, where)
        frame = house.office.ask(coding.frame)
        waits = [] if found else house.office.ask(coding.waits, where.period)
    if as_json:
        rows = [
            {"interview": one.interview.hex(), "item": one.item, "institution": one.institution, "text": one.text}
            | {"told": [list(codes) for codes in one.told]}
            for one in found
        ]
        print_json(
            {
                **_place(where),
                "opinions": rows,
                "elsewhere": [{**_place(one.where), "name": one.campaign, "waiting": one.count} for one in waits],
                "codes": {code: words.for_language(desk.language) for code, words in frame.codes.items()},
            }
        )
        return 0
    for one in found:
        told = " / ".join(" ".join(codes) for codes in one.told)
        click.echo("\t".join((one.interview.hex(), one.item, one.institution, one.text, *filter(None, (told,)))))
    for code, words in frame.codes.items():
        tell(f"{code}  {words.for_language(desk.language)}")
    key = "opinions.waiting" if where.campaign is None else "opinions.waiting_in"
    tell(say(key, count=_count(len(found)), name=name, mode=word("survey_mode", mode)))
    for one in waits:
        key = "opinions.elsewhere" if one.where.campaign is None else "opinions.elsewhere_in"
        tell(say(key, count=_count(one.count), how=_asks_for(one.where), name=one.campaign))
    return 0


def _count(found: int) -> str:
    """Return how many opinions wait; no more than these were looked up."""
    from app.services.opinions import MOST

    return say("opinions.or_more", count=found) if found == MOST else str(found)


def _place(where: "Where") -> dict[str, Any]:
    """Return where opinions are looked at."""
    campaign = where.campaign.hex() if where.campaign is not None else None
    return {"campaign": campaign, "questionnaire": where.questionnaire, "mode": where.mode.value}


def _asks_for(where: "Where") -> str:
    """Return the options that ask for these opinions."""
    which = f"--questionnaire {where.questionnaire}" if where.campaign is None else f"--campaign {where.campaign.hex()}"
    return f"{which} --mode {where.mode.value}"


@opinions.command("code", help=say("opinions.code"))
@click.argument("interview")
@click.argument("item")
@click.argument("codes", nargs=-1, required=True)
def code(interview: str, item: str, codes: tuple[str, ...]) -> int:
    """Give codes to one opinion."""
    from app.services import opinions as coding

    try:
        row = bytes.fromhex(interview)
    except ValueError as error:
        raise click.BadParameter(interview, param_hint="INTERVIEW") from error
    with the_desk().house() as house:
        house.office.do(coding.code, row, item, codes)
    tell(say("opinions.coded", codes=", ".join(codes)))
    return 0


@opinions.command("publish", help=say("opinions.publish"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def publish(file: Path) -> int:
    """Publish a frame of codes as the newest version of its name."""
    from app.services import opinions as coding

    with the_desk().house() as house:
        number = house.office.do(coding.publish_file, file).value
    tell(say("opinions.published", file=file.name, version=number))
    return 0


@opinions.command("agreement", help=say("opinions.agreement"))
@_CAMPAIGN
@_NAME
@_SINCE
@_UNTIL
@_MODE
@_JSON
def agreement(
    campaign: str, questionnaire: str, since: datetime | None, until: datetime | None, *, mode: str, as_json: bool
) -> int:
    """Print Cohen's kappa of the first two coders: over the whole choice, then code by code."""
    from app.services import opinions as coding

    with the_desk().house() as house:
        found = house.office.ask(coding.agreement, _where(campaign, questionnaire, since, until, mode=mode))
    rows = {"whole": found.whole, **found.by_code}
    if as_json:
        print_json({name: _facts(one) for name, one in rows.items()})
        return 0
    for name, one in rows.items():
        if one is not None:
            click.echo("\t".join((name, str(one.pairs), f"{one.agreed:.3f}", _shown(one.value))))
    tell(say("opinions.agreed", count=found.whole.pairs if found.whole else 0))
    return 0


def _facts(one: "Kappa | None") -> dict[str, Any] | None:
    if one is None:
        return None
    return {"pairs": one.pairs, "agreed": one.agreed, "by_chance": one.by_chance, "kappa": one.value}


def _shown(value: float | None) -> str:
    return "—" if value is None else f"{value:.3f}"


@opinions.command("share", help=say("opinions.share"))
@_CAMPAIGN
@_NAME
@_SINCE
@_UNTIL
@_MODE
@_JSON
def share(
    campaign: str, questionnaire: str, since: datetime | None, until: datetime | None, *, mode: str, as_json: bool
) -> int:
    """Print how many had an opinion, of how many, with its interval, and how many named each code."""
    from app.services import opinions as coding

    with the_desk().house() as house:
        found = house.office.ask(coding.shares, _where(campaign, questionnaire, since, until, mode=mode))
    rate = found.rate
    if as_json:
        how = found.reliance.value
        facts = {"asked": found.asked, "with_opinion": found.with_opinion, "by_code": found.by_code, "reliance": how}
        ends = {"share": rate.estimate, "low": rate.low, "high": rate.high} if rate else {"share": None}
        print_json({**facts, **ends})
        return 0
    for name, count in sorted(found.by_code.items()):
        click.echo(f"{name}\t{count}")
    if rate is None:
        tell(say("opinions.hidden", asked=found.asked, why=word("reliance", found.reliance.value)))
        return 0
    text = f"{rate.estimate:.1%} ({rate.low:.1%}–{rate.high:.1%})"
    tell(say("opinions.shared", asked=found.asked, count=found.with_opinion, rate=text))
    return 0
