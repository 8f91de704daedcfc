"""Who of a frame may be drawn, found once and kept while a plan is made.

A supervisor changes one number of a plan and checks again: the people of a long list need not be read anew for that.
"""

import hmac
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from app.models.campaigns import CampaignPlan, LeftOut, age_and_sex
from app.models.frames import Frame, FrameRow
from app.models.retry_policy import RetryPolicy
from app.models.sampling import Encounter, Pool
from app.services import frame_contents
from app.services.callback_sheets import text_of
from app.services.frames import COMPLETED, REFUSED
from app.services.import_runs import STEP, Progress
from app.services.office import View
from app.store import campaigns as stored
from app.store import never_calls as never_rows

#: The outcome after which nobody is ever called again.
DECEASED = ("241",)


@dataclass(frozen=True)
class Barred:
    """Who may not be drawn: keyed hashes on the do-not-call list, persons who died, who were asked lately, and the
    persons and numbers of open cases.
    """

    never: frozenset[str]
    deceased: frozenset[str]
    cooling: frozenset[str]
    in_work: frozenset[str]
    secret: bytes

    def why(self, row: FrameRow) -> LeftOut | None:
        """Return why an encounter is not drawn from, None where it is."""
        if row.person in self.deceased:
            return LeftOut.DECEASED
        if self.never and any(key_of(self.secret, one) in self.never for one in (row.person, *row.phones)):
            return LeftOut.DO_NOT_CALL
        if row.person in self.cooling:
            return LeftOut.COOL_OFF
        if row.person in self.in_work or not self.in_work.isdisjoint(row.phones):
            return LeftOut.IN_CAMPAIGN
        return None


def key_of(secret: bytes, text: str) -> str:
    """Return the keyed hash of a person or number."""
    return hmac.digest(secret, text.encode(), "sha256").hex()


def barred(view: View, policy: RetryPolicy) -> Barred:
    """Return who may not be drawn now."""
    since = {
        codes: text_of(view.now - timedelta(days=days))
        for codes, days in ((COMPLETED, policy.cool_completed_days), (REFUSED, policy.cool_refused_days))
    }
    cooling = [stored.closed_since(view.rows, codes, at) for codes, at in since.items()]
    return Barred(
        never_rows.standing_keys(view.rows),
        stored.closed_since(view.rows, DECEASED, ""),
        frozenset[str]().union(*cooling),
        stored.in_work(view.rows),
        view.outside["center_secret"],
    )


def encounter_of(plan: CampaignPlan, row: FrameRow) -> Encounter:
    """Return an encounter as it is drawn from."""
    return Encounter(id_of(row), row.person, row.phones, plan.stratum_of(row))


def id_of(row: FrameRow) -> str:
    """Return what names an encounter in its frame."""
    return f"{row.institution}/{row.encounter}"


@dataclass(frozen=True)
class Eligible:
    """Who of a frame may be drawn, ready to be drawn from; how many may not for which reason, and how many people of
    which age and sex stand on the list, by institution.
    """

    there: Sequence[FrameRow]
    encounters: Sequence[Encounter]
    pool: Pool
    left_out: Mapping[LeftOut, int] = field(default_factory=dict[LeftOut, int])
    kinds: Mapping[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])


class KeptEligible:
    """What the last check of a plan found, given out again only where nothing that it hangs on has changed.

    That is the frame, who may not be drawn now (do-not-call, cool-off, open cases), and what the plan says of whom it
    is about and by which seed.
    """

    def __init__(self) -> None:
        self._held: tuple[object, Eligible] | None = None

    def get(self, key: object) -> Eligible | None:
        """Return what was kept under the same key; what was kept under another one is dropped."""
        held = self._held
        if held is not None and held[0] == key:
            return held[1]
        self._held = None
        return None

    def keep(self, key: object, found: Eligible) -> Eligible:
        """Keep what was found, and return it."""
        self._held = (key, found)
        return found


def eligible(
    view: View,
    plan: CampaignPlan,
    frame: Frame,
    policy: RetryPolicy,
    *,
    progress: Progress | None = None,
    kept: KeptEligible | None = None,
) -> Eligible:
    """Return who of a frame may be drawn for a plan. ``progress`` may stop it, ``kept`` what the last call found.

    Raises what ``frame_contents.rows_in`` raises.
    """
    bars = barred(view, policy)
    key = (frame, bars, plan.seed, plan.strata, plan.from_on, plan.to_on, plan.places)
    known = kept.get(key) if kept is not None else None
    if known is not None:
        return known
    found = _read(view, plan, frame, bars, progress)
    return kept.keep(key, found) if kept is not None else found


def _read(view: View, plan: CampaignPlan, frame: Frame, bars: Barred, progress: Progress | None) -> Eligible:
    there: list[FrameRow] = []
    counts: Counter[LeftOut] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    for place, row in enumerate(frame_contents.rows_in(view, frame.id)):
        if progress and place % STEP == 0:
            progress.at(place)
        kinds[row.institution, age_and_sex(row.age, row.sex)] += 1
        why = plan.outside(row) or bars.why(row)
        if why is None:
            there.append(row)
        else:
            counts[why] += 1
    if progress:
        progress.at(frame.rows)
    encounters = [encounter_of(plan, row) for row in there]
    pool = Pool(encounters, plan.seed.encode())
    if progress:
        progress.at(frame.rows)
    return Eligible(there, encounters, pool, dict(counts.most_common()), dict(kinds))
