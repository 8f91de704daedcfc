"""``callbacks``: whom to call now, why nobody is left, and calls that nobody answered, as a softphone reports them."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from app.cli import call_checks, never_calls
from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.services.callback_referrals import Referred
    from app.services.callbacks import Explained, Waiting


@click.group(help=say("callbacks"))
def callbacks() -> None:
    """Work with the calls that we owe."""


for one in (call_checks.checks, call_checks.check, call_checks.same, never_calls.never):
    callbacks.add_command(one)


@callbacks.command("queue", help=say("callbacks.queue"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def queue(*, as_json: bool) -> int:
    """Print who can be called now in their order, each with the reason; where nobody can, why."""
    from app.services import callbacks as questions

    with the_desk().house() as house:
        found = house.office.ask(questions.queue)
        explained = house.office.ask(questions.why_empty)
        hidden = house.office.settings.mask_numbers
    if as_json:
        print_json(
            {
                "calls": [_row(one, hidden=hidden) for one in found],
                "waiting": _counts(explained),
                "more": sorted(one.value for one in explained.cut),
                "languages": _awaited(explained),
                "ready": explained.ready,
                "next_at": explained.next_at,
                "opens": _opens(explained),
            }
        )
        return 0
    for one in found:
        _print(one)
    if not found:
        _explain(explained)
    return 0


@callbacks.command("missed", help=say("callbacks.missed"))
@click.argument("number")
@click.option("--at", help=say("callbacks.at"))
def missed(number: str, at: str | None) -> int:
    """Owe a call to whoever rang while nobody answered; 1 where the number may not or cannot be called."""
    from app.services import callback_sources

    try:
        rang_at = datetime.fromisoformat(at).astimezone() if at else None
    except ValueError:
        raise click.BadParameter(at or "", param_hint="--at") from None
    with the_desk().house() as house:
        made = house.office.do(callback_sources.missed, number, at=rang_at).value
    tell(say("callbacks.owed" if made else "callbacks.not_owed", number=number))
    return 0 if made else 1


@callbacks.command("referred", help=say("callbacks.referred"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def referred(*, as_json: bool) -> int:
    """Print the calls that wait for a supervisor."""
    from app.services import callback_referrals

    with the_desk().house() as house:
        found = house.office.ask(callback_referrals.referred)
    if as_json:
        print_json([_referred_row(one) for one in found])
        return 0
    for one in found:
        click.echo("\t".join(_referred_words(one)))
    return 0


def _referred_row(one: "Referred") -> dict[str, object]:
    return {
        "id": one.callback.hex(), "code": one.code, "since": one.since, "note": one.note,
        "language": one.language or None, "speakers": list(one.speakers),
    }  # fmt: skip


def _referred_words(one: "Referred") -> tuple[str, ...]:
    from app.services import callback_rules, phone_numbers
    from app.services.wording import label

    language = the_desk().language
    code = callback_rules.table()[one.code].words.for_language(language)
    able = [say("callbacks.speakers", names=", ".join(one.speakers))] if one.speakers else []
    spoken = label("language", one.language, language)
    number = phone_numbers.masked(one.number)
    return (one.callback.hex(), code, one.since.isoformat(), one.name, number, spoken, one.note, *able)


@callbacks.command("hand-over", help=say("callbacks.hand_over"))
@click.argument("call")
@click.option("--to", "operator", required=True, help=say("callbacks.hand_over.to"))
@click.option("--at", "at", required=True, help=say("callbacks.hand_over.at"))
def hand_over(call: str, *, operator: str, at: str) -> int:
    """Let an operator make a call that waits for a supervisor."""
    from app.services import callback_referrals

    try:
        start, callback = datetime.fromisoformat(at).astimezone(), bytes.fromhex(call)
    except ValueError:
        raise click.BadParameter(f"{call} {at}") from None
    with the_desk().house() as house:
        house.office.do(callback_referrals.hand_over, callback, operator, start)
    tell(say("callbacks.handed_over", operator=operator, at=start.isoformat()))
    return 0


@callbacks.command("language", help=say("callbacks.language"))
@click.argument("call")
@click.argument("word")
def language(call: str, word: str) -> int:
    """Say which language the person of a call speaks."""
    from app.services import callback_languages

    with the_desk().house() as house:
        house.office.do(callback_languages.say, _id_of(call), word)
    return 0


@callbacks.command("end", help=say("callbacks.end"))
@click.argument("call")
def end(call: str) -> int:
    """End a call that waits for a supervisor with the outcome that it has."""
    from app.services import callback_referrals

    with the_desk().house() as house:
        code = house.office.do(callback_referrals.end, _id_of(call)).value
    tell(say("callbacks.ended", code=code))
    return 0


def _id_of(call: str) -> bytes:
    try:
        return bytes.fromhex(call)
    except ValueError:
        raise click.BadParameter(call) from None


def _row(one: "Waiting", *, hidden: bool) -> dict[str, object]:
    from app.services import phone_numbers

    sheet = one.sheet
    number = phone_numbers.masked(sheet.number.shown) if hidden else sheet.number.key
    return {
        "id": sheet.callback.id.hex(), "reason": sheet.callback.reason.value, "why": one.why.value,
        "due_at": one.due_at, "number": number, "attempts": sheet.status.used,
        "language": sheet.language or None,
    }  # fmt: skip


def _counts(explained: "Explained") -> dict[str, int]:
    return {one.value: count for one, count in explained.counts}


def _opens(explained: "Explained") -> dict[str, object] | None:
    return {"slot": explained.opens[1].value, "at": explained.opens[0]} if explained.opens is not None else None


def _awaited(explained: "Explained") -> list[dict[str, object]]:
    return [
        {"language": one.language, "count": one.count, "speakers": list(one.speakers)} for one in explained.languages
    ]


def _print(one: "Waiting") -> None:
    from app.services import phone_numbers
    from app.services.wording import label

    language = the_desk().language
    number = phone_numbers.masked(one.sheet.number.shown)
    why = label("why_now", one.why.value, language).replace(
        "{language}", label("language", one.sheet.language, language)
    )
    click.echo("\t".join((why, number, one.due_at.isoformat())))


def _explain(explained: "Explained") -> None:
    from app.services import spoken_words
    from app.services.wording import label

    tell(say("callbacks.nobody"))
    language = the_desk().language
    for one, count in explained.counts:
        many = spoken_words.how_many(count, language, cut=one in explained.cut)
        click.echo(f"{many}\t{spoken_words.waiting(one, language)}")
    for line in spoken_words.lines(explained.languages, language):
        click.echo(f"\t{line}")
    if not explained.counts and not explained.ready:
        tell(say("callbacks.no_case"))
    if explained.opens is not None:
        at, slot = explained.opens
        tell(say("callbacks.opens", slot=label("slot", slot.value, language), time=at.astimezone().isoformat()))
    if explained.next_at is not None:
        tell(say("callbacks.next_at", time=explained.next_at.astimezone().isoformat()))
