"""What the campaigns pane shows, decided without Qt: rates with their definitions, cells of the heat map, words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.models.campaigns import CampaignFacts, Stratum
from app.models.outcome_rates import Rate
from app.models.retry_policy import CAMPAIGN, RULES, RetryPolicy
from app.models.sampling import StratumDraw
from app.models.slots import Slot
from app.services import callback_rules, wording
from app.services.campaign_effort import Forecast
from app.services.campaign_progress import Progress, SlotContacts, StratumProgress
from app.services.campaigns import Planned

NONE = "–"
#: What each rate divides by what, in the letters of the AAPOR standard.
_BOTTOMS = {"1": "I+P+R+NC+O+UH+UO", "2": "I+P+R+NC+O+e(UH+UO)", "3": "I+P+R+NC+O"}
_TOPS = {"REF": "R", "CON": "I+P+R+O", "LOC": "I+P+R+O+NC"}
_COOP = {"1": "I / (I+P+R+O)", "2": "(I+P) / (I+P+R+O)", "3": "I / (I+P+R)", "4": "(I+P) / (I+P+R)"}
HCAHPS = "HCAHPS"


@dataclass(frozen=True)
class RateLine:
    """One rate: its name, share, numerator over denominator, design-weighted share, and definition."""

    name: str
    share: str
    parts: str
    weighted: str
    definition: str


@dataclass(frozen=True)
class Cell:
    """One cell of the heat map; ``share`` is None where nobody was dialed."""

    weekday: int
    slot: Slot
    dials: int
    contacts: int

    @property
    def share(self) -> float | None:
        """Return the share of dials that met somebody."""
        return self.contacts / self.dials if self.dials else None


def percent(share: float | None) -> str:
    """Return a share in percent with one place, a dash where it is undefined."""
    return NONE if share is None else f"{100 * share:.1f} %"


def definition(name: str) -> str:
    """Return what a rate divides by what."""
    if name == HCAHPS:
        return "1 / (1 … 10 − 2, 3, 4, 5)"
    head, place = name[:-1], name[-1]
    if head == "COOP":
        return _COOP[place]
    if head == "RR":
        top = "(I+P)" if int(place) % 2 == 0 else "I"
        return f"{top} / ({_BOTTOMS[str((int(place) + 1) // 2)]})"
    return f"({_TOPS[head]}) / ({_BOTTOMS[place]})"


def rates(found: Progress) -> list[RateLine]:
    """Return every rate, that of HCAHPS first."""
    e, weighted = found.counts.share_eligible, {**found.weighted, HCAHPS: found.hcahps_weighted}
    return [_line(name, one, weighted[name], e) for name, one in {HCAHPS: found.hcahps, **found.rates}.items()]


def _line(name: str, rate: Rate, weighted: Rate, e: float | None) -> RateLine:
    said = definition(name)
    if "e(" in said:
        said = f"{said}, e = {NONE if e is None else f'{e:.3f}'}"
    return RateLine(name, percent(rate.share), parts(rate), percent(weighted.share), said)


def parts(rate: Rate) -> str:
    """Return how many of how many a rate is; a dash where there is nothing to divide by."""
    return f"{_number(rate.numerator)} / {_number(rate.denominator) if rate.denominator else NONE}"


def _number(value: float) -> str:
    """Return a count with thousands marks; one that is weighed by e with what it has of two places."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def heat(found: Sequence[SlotContacts]) -> list[Cell]:
    """Return a cell for each weekday and slot, Monday first."""
    known = {(one.weekday, one.slot): one for one in found}
    cells = ((day, slot, known.get((day, slot))) for day in range(7) for slot in Slot)
    return [Cell(day, slot, one.dials if one else 0, one.contacts if one else 0) for day, slot, one in cells]


def weekday(day: int, language: str) -> str:
    """Return the name of a weekday, 0 for Monday."""
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return wording.label("weekday", names[day], language)


def period(one: CampaignFacts) -> str:
    """Return the field period of a campaign."""
    return f"{one.begins_on} – {one.ends_on}" if one.begins_on and one.ends_on else NONE


def named(strata: Iterable[StratumProgress], names: Mapping[str, str]) -> list[StratumProgress]:
    """Return strata with their institutions called by name."""
    return [replace(one, name=called(one.name, names)) for one in strata]


def called(stratum: str, names: Mapping[str, str]) -> str:
    """Return a stratum with its institution called by name."""
    place, slash, rest = stratum.partition("/")
    return f"{names.get(place, place)}{slash}{rest}"


def all_called(strata: Sequence[str], names: Mapping[str, str], language: str) -> str:
    """Return strata with their institutions called by name, "" of none."""
    return wording.names_in_a_row((called(one, names) for one in strata), language)


def strangers(strata: Sequence[Stratum], names: Mapping[str, str], language: str) -> str:
    """Return the institutions of strata that are not in the directory, as people count them; "" of none."""
    places = dict.fromkeys(one.name.partition("/")[0] for one in strata)
    return wording.names_in_a_row((one for one in places if one not in names), language)


@dataclass(frozen=True)
class PlannedLine:
    """A stratum of a plan; ``foreseen`` is how many interviews it will have at the end, as text."""

    name: str
    drawn: int
    wanted: int
    size: str
    weight: str
    foreseen: str


def planned(strata: Iterable[StratumDraw], forecast: Forecast | None, names: Mapping[str, str]) -> list[PlannedLine]:
    """Return the strata of a plan; of an institution's strata each has its part of the interviews foreseen."""
    told = list(strata)
    drawn: Counter[str] = Counter()
    for one in told:
        drawn[one.name.partition("/")[0]] += one.drawn
    last: Mapping[str, float] = forecast.days[-1][1].completes if forecast is not None and forecast.days else {}
    lines: list[PlannedLine] = []
    for one in told:
        place = one.name.partition("/")[0]
        count = last[place] * one.drawn / drawn[place] if place in last and drawn[place] else None
        lines.append(
            PlannedLine(
                called(one.name, names), one.drawn, one.wanted, f"{one.size:,}",
                f"{one.weight:,.2f}" if one.drawn else NONE, NONE if count is None else f"{count:,.0f}",
            )
        )  # fmt: skip
    return lines


def place_of(told: str, names: Mapping[str, str]) -> str:
    """Return the code of the institution of a stratum that is called by name."""
    name = told.partition("/")[0]
    return next((code for code, known in names.items() if known == name), name)


def left_out(found: Planned, language: str) -> str:
    """Return who of a frame is not drawn from and why, on one line; "" for nobody."""
    parts = [f"{wording.label('left_out', why.value, language)}: {count:,}" for why, count in found.left_out.items()]
    return " · ".join(parts)


def referred(found: Progress, language: str) -> str:
    """Return which cases a supervisor ended as they stood, by their outcome; "" for none."""
    table = callback_rules.table()
    return " · ".join(
        f"{code} {table[code].words.for_language(language)}: {count:,}" for code, count in found.referred.items()
    )


def rules(policy: RetryPolicy, language: str) -> list[tuple[str, int, int]]:
    """Return the rules of calling that are not the usual ones: what each is called, what it is, and what usually."""
    found = ((name, int(getattr(policy, name)), int(getattr(CAMPAIGN, name))) for name in RULES)
    return [(wording.label("retry_rule", name, language), now, usual) for name, now, usual in found if now != usual]
