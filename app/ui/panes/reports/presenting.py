"""What a card and a line of a comparison say: without Qt."""

from dataclasses import dataclass

from app.models.accounts import Permission, Person
from app.models.figures import SMALL, Figure
from app.models.periods import Span
from app.services.figures import Told

#: Lengths of time that can be chosen, in their order.
SPANS = (Span.WEEK, Span.MONTH, Span.QUARTER, Span.YEAR)
_HUNDRED = 100


@dataclass(frozen=True)
class CardText:
    """What a card shows. ``tone`` is that of the figure: "" without a target, ``good`` reached, ``danger`` missed."""

    id: str
    title: str
    share: str
    parts: str
    target: str
    tone: str
    trend: tuple[float | None, ...]
    goal: float | None


def card_of(told: Told, language: str) -> CardText:
    """Return what the card of a KPI shows."""
    figure, kpi = told.figure, told.kpi
    tone = {None: "", True: "good", False: "danger"}[told.reached]
    target = "" if kpi.target is None else f"{'≥' if kpi.better == 'up' else '≤'} {kpi.target:.0%}"
    trend = tuple(one.share for _, one in told.trend)
    parts = f"{figure.numerator:,} / {figure.denominator:,}"
    return CardText(
        kpi.id, kpi.title.for_language(language), percent(figure.share), parts, target, tone, trend, kpi.target
    )


def percent(share: float | None) -> str:
    """Return a share as people read it; a dash where there is none."""
    return "–" if share is None else f"{share * _HUNDRED:.1f} %"


def told_cell(figure: Figure) -> tuple[str, str]:
    """Return the share and the parts of a group; small ones are not told."""
    if figure.hidden:
        return "·", f"< {SMALL}"
    return percent(figure.share), f"{figure.numerator:,} / {figure.denominator:,}"


def first_group(person: Person) -> str:
    """Return by what a person compares first: a supervisor units, a trainer topics, an operator channels."""
    if person.may(Permission.SUPERVISE_INQUIRIES):
        return "unit"
    return "category" if person.may(Permission.WRITE_SCRIPTS) else "channel"


def groups_for(person: Person) -> tuple[str, ...]:
    """Return by what a person may compare."""
    every = ("unit", "person", "channel", "category")
    return every if person.may(Permission.SUPERVISE_INQUIRIES) else tuple(one for one in every if one != "person")


def begins_with_own(person: Person) -> bool:
    """Whether a person sees their own figures first: whoever takes calls and does not supervise."""
    return person.may(Permission.TAKE_CONTACTS) and not person.may(Permission.SUPERVISE_INQUIRIES)
