"""Who is left in peace because they refused lately: persons and numbers, for every kind of call that we begin.

Which outcome is such a refusal says the table (``suppress``: ``cool_off``); a case that no outcome ended counts where
it is one in the rates. A number that turned out to be somebody else's bars nobody. Whoever asked for a call is called.

For services that have checked who asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from app.models.attempts import Attempt, CaseStatus, ended, fold, rests
from app.models.callbacks import Callback
from app.models.campaign_cases import Campaign
from app.models.dispositions import AAPOR, Mapped, Suppression
from app.models.retry_policy import RetryPolicy
from app.services import callback_rules
from app.services.callback_sheets import text_of
from app.services.office import View
from app.store import callback_attempts as attempt_rows
from app.store import callbacks as callback_rows
from app.store import callers as caller_rows
from app.store import campaign_attempts
from app.store import campaign_cases as case_rows
from app.store.journal import Rows

#: For how many days, where no campaign says otherwise.
USUAL_DAYS = RetryPolicy().cool_refused_days


@dataclass(frozen=True)
class Refused:
    """Who has refused lately: keys of persons as frames know them, and numbers by what they are known again."""

    people: frozenset[str]
    numbers: frozenset[str]


def refused_lately(view: View, days: int = USUAL_DAYS) -> Refused:
    """Return everybody who has refused in so many days before now, whatever the call was for."""
    rows, table, since = view.rows, callback_rules.table(), _since(view, days)
    codes = [one.code for one in table if one.suppress is Suppression.COOL_OFF]
    said = [one.code for one in table if one.refusal or one.standards.get(AAPOR, Mapped("")).klass == "R"]
    logs = campaign_attempts.logs_of_ended(rows, since, codes, said)
    found = callback_rows.ended_since(rows, since, codes, said)
    campaigns = {one: case_rows.campaign(rows, one) for one in {call.campaign for call, _ in found} if one}
    people, numbers = set[str](), set[str]()
    for call, person in found:
        status = _resting(call, campaigns.get(call.campaign or b""), logs.get(call.id, ()))
        if status is not None:
            people.add(person)
            numbers |= {*call.numbers, call.number} - status.dead
    return Refused(frozenset(people - {""}), frozenset(numbers - {""}))


def has_refused(view: View, numbers: Iterable[str], caller: bytes | None, days: int = USUAL_DAYS) -> bool:
    """Say whether a person of the center, or somebody at one of these numbers, has refused lately."""
    rows, since = view.rows, _since(view, days)
    cards = caller_rows.group_of(rows, caller) if caller is not None else ()
    known = (caller_rows.by_id(rows, one) for one in cards)
    dialed = dict.fromkeys([*numbers, *(number for card in known if card for number in card.numbers)])
    return any(
        status is not None and number not in status.dead
        for number in dialed
        for status in (_resting_as_read(rows, one) for one in callback_rows.ended_on(rows, number, since))
    )


def _since(view: View, days: int) -> str:
    return text_of(view.now - timedelta(days=days))


def _resting_as_read(rows: Rows, one: Callback) -> CaseStatus | None:
    campaign = case_rows.campaign(rows, one.campaign) if one.campaign else None
    return _resting(one, campaign, [row.attempt for row in attempt_rows.log_of(rows, one.id)])


def _resting(one: Callback, campaign: Campaign | None, log: Iterable[Attempt]) -> CaseStatus | None:
    """Return how a call ended after which its person is left in peace, None for any other."""
    table = callback_rules.table()
    status = fold(log, table, callback_rules.circumstances(one, campaign))
    status = status if status.final else ended(status, one.closed_code, table)
    return status if rests(status, table) else None
