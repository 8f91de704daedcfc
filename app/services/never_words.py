"""Words for what was said of never being called again and what took it back; for the window and the command line."""

from datetime import tzinfo

from app.models.never_calls import NeverStanding
from app.services.never_calls import NeverCall
from app.services.wording import label


def said(one: NeverCall, language: str, zone: tzinfo) -> str:
    """Return when and to whom somebody said it, with how the call ended or why, and in which case."""
    first = one.saying.first
    code = NeverStanding.TOLD if one.center else NeverStanding.SAID
    text = label("never_standing", code.value, language).format(
        day=_moment(first.at.astimezone(zone).isoformat()), name=one.by, center=one.center
    )
    return " · ".join(part for part in (text, "" if one.center else _why(first.reason, language), one.case) if part)


def lifted(one: NeverCall, language: str, zone: tzinfo) -> str:
    """Return who lifted it at which request, "" while it stands."""
    lift = one.saying.lift
    if lift is None:
        return ""
    code = NeverStanding.LIFTED if lift.requested_on else NeverStanding.LIFTED_BEFORE
    return label("never_standing", code.value, language).format(
        day=_moment(lift.at.astimezone(zone).isoformat()), name=one.lifted_by, requested=lift.requested_on,
        kept=lift.request,
    )  # fmt: skip


def who(one: NeverCall, language: str) -> str:
    """Return of whom it was said: name and numbers; of what is known by keyed hashes alone, that it is."""
    parts = [part for part in (one.name, ", ".join(one.numbers)) if part]
    return " · ".join(parts) or label("never_standing", NeverStanding.UNKNOWN.value, language)


def _moment(iso: str) -> str:
    return iso[:16].replace("T", " ")


def _why(reason: str, language: str) -> str:
    from app.services import callback_rules  # only who is never called again has a reason

    table = callback_rules.table()
    return f"{reason} {table[reason].words.for_language(language)}" if reason in table.by_code else reason
