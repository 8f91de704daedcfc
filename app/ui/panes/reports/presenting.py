"""What a card and a line of a comparison say: without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.models.accounts import Permission, Person
from app.models.figure_facts import LEFT_OUT
from app.models.figures import Figure
from app.models.hot_topics import Rise
from app.models.kpi_questions import Subject
from app.models.kpis import Kpi, Measure
from app.models.periods import Span
from app.services import wording
from app.services.figures import Told

#: Lengths of time that can be chosen, in their order.
SPANS = (Span.WEEK, Span.MONTH, Span.QUARTER, Span.YEAR)
_HUNDRED = 100
_LEAST_CHANCE = 0.001


@dataclass(frozen=True)
class CardText:
    """What a card shows. ``tone``: "" without a target, ``good`` reached, ``warning`` or ``danger`` missed; where
    ``share`` is no figure it says in words why there is none."""

    id: str
    title: str
    share: str
    parts: str
    target: str
    tone: str
    trend: tuple[float | None, ...]
    goal: float | None
    is_figure: bool = True


def card_of(told: Told, language: str) -> CardText:
    """Return what the card of a KPI shows."""
    figure, kpi = told.figure, told.kpi
    tone = {None: "", True: "good", False: "danger"}[told.reached]
    if tone == "danger" and figure.share is not None and kpi.warns(figure.share):
        tone = "warning"
    target = "" if kpi.target is None else f"{'≥' if kpi.better == 'up' else '≤'} {told_goal(kpi.target, kpi.measure)}"
    trend = tuple(one.share for _, one in told.trend)
    parts = f"{figure.numerator:,} / {figure.denominator:,}"
    shown = told_beside(figure.share, kpi)
    goal = kpi.target
    if kpi.measure is not Measure.SHARE:
        trend, goal = _scaled(trend, goal)
    if not figure.denominator and kpi.subject is Subject.CALL:
        shown, parts = wording.phrase("reports", "too_few" if figure.cases else "not_measured", language), ""
    if figure.hidden:
        shown, parts = (wording.phrase("reports", name, language) for name in ("withheld", "withheld_why"))
    is_told = not figure.hidden and (bool(figure.denominator) or kpi.subject is not Subject.CALL)
    return CardText(kpi.id, kpi.title.for_language(language), shown, parts, target, tone, trend, goal, is_told)


def _scaled(trend: tuple[float | None, ...], goal: float | None) -> tuple[tuple[float | None, ...], float | None]:
    """Return trend and target of a figure that is no share, as shares of the most."""
    most = max((one for one in (*trend, goal) if one), default=1.0)
    return tuple(None if one is None else one / most for one in trend), None if goal is None else goal / most


def told_goal(goal: float, measure: Measure) -> str:
    """Return a target as people read it."""
    if measure is Measure.SHARE:
        return f"{goal * _HUNDRED:.0f} %"
    return f"{goal * measure.scale:.{0 if measure is Measure.SECONDS else 1}f} {measure.sign}"


def percent(share: float | None) -> str:
    """Return a share as people read it; a dash where there is none."""
    return "–" if share is None else f"{share * _HUNDRED:.1f} %"


def told_share(value: float | None, measure: Measure) -> str:
    """Return a figure as people read it: a share, seconds, or how many of a thousand."""
    if measure is Measure.SHARE or value is None:
        return percent(value)
    return f"{value * measure.scale:,.{0 if measure is Measure.SECONDS else 1}f} {measure.sign}"


def told_beside(value: float | None, kpi: Kpi) -> str:
    """Return a figure beside its target, with as many digits as it needs not to look like a target that it missed."""
    told = told_share(value, kpi.measure)
    if value is None or kpi.target is None or value == kpi.target or told != told_share(kpi.target, kpi.measure):
        return told
    if kpi.measure is Measure.SECONDS:
        return f"{value:,.1f} s"
    scale, sign = kpi.measure.scale, kpi.measure.sign
    digits = next((one for one in (2, 3) if round(value * scale, one) != round(kpi.target * scale, one)), 4)
    return f"{value * scale:.{digits}f} {sign}"


def left_out(figure: Figure, language: str) -> str:
    """Return how many are not counted, and why where it is no rule that leaves them out; of several questions each by
    its name."""
    several = len({one.question for one in figure.excluded}) > 1
    parts: list[str] = []
    for one, count in figure.excluded.items():
        words = [wording.label("question", one.question.value, language)] if several else []
        if one.mark is not LEFT_OUT:
            words.append(wording.label("figure_mark", one.mark.value, language))
        told = f"{count:,}"
        for word in reversed(words):
            told = wording.named(word, told, language)
        parts.append(told)
    return " · ".join(parts)


def told_cell(figure: Figure, measure: Measure, language: str) -> tuple[str, str]:
    """Return the share and the parts of a group; of small ones that they are withheld."""
    if figure.hidden:
        return wording.phrase("reports", "withheld", language), ""
    return told_share(figure.share, measure), f"{figure.numerator:,} / {figure.denominator:,}"


def told_bar(figure: Figure, measure: Measure, language: str) -> str:
    """Return what stands at the end of a bar: the figure without more digits than the eye needs."""
    if figure.hidden:
        return wording.phrase("reports", "withheld", language)
    if figure.share is None:
        return "–"
    return f"{figure.share * _HUNDRED:.0f} %" if measure is Measure.SHARE else told_share(figure.share, measure)


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


def sections_of(cards: Sequence[Told]) -> tuple[Subject, ...]:
    """Return of what there are cards, in their order."""
    return tuple(dict.fromkeys(one.kpi.subject for one in cards))


def shown_in(cards: Sequence[Told], section: Subject | None, *, own: bool) -> tuple[Told, ...]:
    """Return the cards of a section (None: of all). Among one's own, what nothing is counted of is left away."""
    found = (one for one in cards if section is None or one.kpi.subject is section)
    return tuple(one for one in found if not own or one.kpi.subject is Subject.INQUIRY or _has_figures(one))


def _has_figures(one: Told) -> bool:
    return any(figure.denominator for _, figure in one.trend)


def expected(one: Rise) -> str:
    """Return how often something was expected, with one place behind the point."""
    return f"{one.expected:.1f}"


def chance(one: Rise) -> str:
    """Return how likely so many are by chance: with three places, or below the least of them."""
    return f"{one.chance:.3f}" if one.chance >= _LEAST_CHANCE else f"< {_LEAST_CHANCE}"
