"""Who of a frame may be drawn, found once and kept while a plan is made.

A supervisor changes one number of a plan and checks again: the people of a long list need not be read anew for that.
"""

import hmac
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from zoneinfo import ZoneInfo

from app.models.campaigns import CampaignPlan, LeftOut, age_and_sex
from app.models.frames import Frame, FrameRow
from app.models.retry_policy import RetryPolicy
from app.models.sampling import Encounter, Pool
from app.services import frame_contents
from app.services.callback_sheets import text_of
from app.services.frames import asked_lately
from app.services.import_runs import STEP, Progress
from app.services.office import View
from app.services.policies import today
from app.store import campaigns as stored
from app.store import never_calls as never_rows

#: The outcome after which nobody is ever called again.
DECEASED = ("241",)


@dataclass(frozen=True)
class Barred:
    """Who may not be drawn: keyed hashes on the do-not-call list, persons who died, and by reason the persons and
    numbers whose whole contact group is left alone: asked or refused lately, waiting for a call, or, for encounters of
    one quarter ("" for any), drawn of it before. Encounters without a day are of ``quarter``, which is that of today.
    """

    never: frozenset[str]
    deceased: frozenset[str]
    alone: Sequence[tuple[LeftOut, str, frozenset[str]]]
    secret: bytes
    quarter: str

    def why(self, row: FrameRow) -> LeftOut | None:
        """Return why somebody is called by nobody, whatever the others of the contact group are; None where not so."""
        if not self.deceased.isdisjoint(row.keys):
            return LeftOut.DECEASED
        if self.never and any(key_of(self.secret, one) in self.never for one in row.keys):
            return LeftOut.DO_NOT_CALL
        return None


def _shared(row: FrameRow, quarter: str, alone: Iterable[tuple[LeftOut, str, Set[str]]]) -> LeftOut | None:
    """Return the first reason whose persons and numbers a row of a quarter shares."""
    mine = row.keys
    for why, only, keys in alone:
        if only in ("", quarter) and not keys.isdisjoint(mine):
            return why
    return None


def key_of(secret: bytes, text: str) -> str:
    """Return the keyed hash of a person or number."""
    return hmac.digest(secret, text.encode(), "sha256").hex()


def barred(view: View, policy: RetryPolicy, since: str = "") -> Barred:
    """Return who may not be drawn now, of encounters since a day (ISO; "" for all)."""
    now = view.now.astimezone(ZoneInfo(view.settings.time_zone))
    began = datetime(now.year, now.month - (now.month - 1) % 3, 1, tzinfo=now.tzinfo)
    quarter = _quarter(now.date().isoformat())
    drawn: dict[str, set[str]] = {}
    # Some quarters before do no harm: their cases bar encounters of their own quarters only.
    first = f"{int(since[:4]) - 1}-12-31" if since else ""
    for day, keys in stored.drawn_since(view.rows, first, text_of(began.astimezone(UTC))).items():
        drawn.setdefault(_quarter(day) or quarter, set()).update(keys)
    alone = (
        (LeftOut.COOL_OFF, "", asked_lately(view, policy)),
        (LeftOut.IN_CAMPAIGN, "", stored.in_work(view.rows)),
        *((LeftOut.SAME_QUARTER, one, frozenset(keys)) for one, keys in sorted(drawn.items())),
    )
    never, deceased = never_rows.standing_keys(view.rows), stored.closed_since(view.rows, DECEASED, "")
    return Barred(never, deceased, alone, view.outside["center_secret"], quarter)


def since_of(plan: CampaignPlan, oldest: str) -> str:
    """Return the first day (ISO) of whose encounters a plan draws, "" for any."""
    return max(plan.from_on.isoformat() if plan.from_on else "", oldest)


def _quarter(day: str) -> str:
    """Return the quarter of a day (ISO), "" of none."""
    return f"{day[:4]}Q{(int(day[5:7]) + 2) // 3}" if day else ""


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
    oldest = plan.oldest(today(view))
    bars = barred(view, policy, since_of(plan, oldest))
    key = (frame, bars, plan.seed, plan.strata, plan.from_on, plan.to_on, plan.places, oldest)
    known = kept.get(key) if kept is not None else None
    if known is not None:
        return known
    found = _read(view, plan, frame, (bars, oldest), progress)
    return kept.keep(key, found) if kept is not None else found


@dataclass(frozen=True)
class Sifted:
    """Rows of a frame that may be drawn, how many may not for which reason, and how many of which kind there are."""

    there: Sequence[FrameRow]
    left_out: Counter[LeftOut]
    kinds: Counter[tuple[str, str]]


def sift(rows: Iterable[FrameRow], plan: CampaignPlan, bars: Barred, oldest: str) -> Sifted:
    """Return which rows of a frame may be drawn. Contact groups are those of all of its rows, drawn from or not."""
    inside: list[FrameRow] = []
    everybody: list[tuple[str, ...]] = []
    counts: Counter[LeftOut] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    for row in rows:
        everybody.append(row.keys)
        kinds[row.institution, age_and_sex(row.age, row.sex)] += 1
        why = plan.outside(row) or _too_old(row, oldest) or bars.why(row)
        if why is None:
            inside.append(row)
        else:
            counts[why] += 1
    alone = [(why, only, _spread(everybody, keys)) for why, only, keys in bars.alone if keys]
    there: list[FrameRow] = []
    for row in inside:
        why = _shared(row, _quarter(row.day) or bars.quarter, alone)
        if why is None:
            there.append(row)
        else:
            counts[why] += 1
    return Sifted(there, counts, kinds)


def _too_old(row: FrameRow, oldest: str) -> LeftOut | None:
    """Return why somebody can no longer be called in time after the discharge or visit; without a day, in any."""
    return LeftOut.WINDOW_OVER if row.day and row.day < oldest else None


def _spread(everybody: Sequence[tuple[str, ...]], keys: Set[str]) -> set[str]:
    """Return persons and numbers with those that share one of them, through any number of steps."""
    found, before = set(keys), -1
    while found and len(found) != before:
        before = len(found)
        found.update(chain.from_iterable([mine for mine in everybody if not found.isdisjoint(mine)]))
    return found


def _read(
    view: View, plan: CampaignPlan, frame: Frame, limits: tuple[Barred, str], progress: Progress | None
) -> Eligible:
    found = sift(_told(frame_contents.rows_in(view, frame.id), progress), plan, *limits)
    if progress:
        progress.at(frame.rows)
    encounters = [encounter_of(plan, row) for row in found.there]
    pool = Pool(encounters, plan.seed.encode())
    if progress:
        progress.at(frame.rows)
    return Eligible(found.there, encounters, pool, dict(found.left_out.most_common()), dict(found.kinds))


def _told(rows: Iterable[FrameRow], progress: Progress | None) -> Iterator[FrameRow]:
    """Yield rows, and tell how many they are so far."""
    for place, row in enumerate(rows):
        if progress and place % STEP == 0:
            progress.at(place)
        yield row
