"""What the page of results shows, decided without Qt: figures of each institution, changes, and their cautions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.models.intervals import Interval, Reliance
from app.models.questionnaire_logic import unpiped
from app.models.survey_results import ItemFigure, Overall
from app.services.campaign_results import QUARTERS_BEFORE, Compared, Results, Side
from app.ui.panes.campaigns.asking_results import Shown, items_of
from app.ui.panes.campaigns.presenting import NONE, percent

_LONGEST = 60


@dataclass(frozen=True)
class FigureLine:
    """One institution: its shares with their limits as text, the mean × 20, and how far they can be relied on.

    ``adjusted`` is the top box adjusted for who was asked.
    """

    place: str
    answers: int
    size: str
    top: str
    top_range: str
    adjusted: str
    two: str
    two_range: str
    mean: str
    caution: str
    tone: str


@dataclass(frozen=True)
class ChangeLine:
    """One institution before and after, all as text; ``note`` says what is to be thought of.

    ``whole`` is the difference in differences with its limits. ``alone``: answers of one quarter before only, so that
    there is none; ``unjudged``: nor is the change judged, because it was among the lowest.
    """

    place: str
    before: str
    after: str
    change: str
    limits: str
    p: str
    holm: str
    others: str
    detectable: str
    note: str
    tone: str
    whole: str = NONE
    was_low: bool = False
    exact: bool = False
    washout: str = ""
    unjudged: bool = False
    alone: bool = False


def item_words(found: Results, language: str) -> list[tuple[str, str]]:
    """Return every scaled item with its question, shortened."""
    told: list[tuple[str, str]] = []
    for name in items_of(found):
        item = found.questionnaire.item(name)
        text = unpiped(item.text, language) if item is not None else name
        told.append((name, text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"))
    return told


def limits(found: Interval | None) -> str:
    """Return the limits of a share in percent."""
    return NONE if found is None else f"{100 * found.low:.1f}–{100 * found.high:.1f}"


def points(share: float | None) -> str:
    """Return a difference of shares in percentage points, with its sign."""
    return NONE if share is None else f"{100 * share:+.1f}"


def p_value(p: float | None) -> str:
    """Return a p value with three places."""
    return NONE if p is None else "< 0.001" if p < 0.001 else f"{p:.3f}"


def figures(shown: Shown, cautions: Mapping[Reliance, str]) -> list[FigureLine]:
    """Return each institution's figures of the chosen item; ``cautions`` are the words where few answered."""
    found = shown.results
    lines: list[FigureLine] = []
    for place, measures in found.institutions.items():
        one = next((item for measure in measures for item in measure.items if item.item == shown.item), None)
        if one is not None:
            size = found.sizes.get(place)
            name, adjusted = shown.names.get(place, place), percent(shown.adjusted.get(place))
            lines.append(_figure((name, f"{size:,}" if size else NONE, adjusted), one, cautions))
    return lines


def _figure(about: tuple[str, str, str], one: ItemFigure, cautions: Mapping[Reliance, str]) -> FigureLine:
    name, size, adjusted = about
    hidden = one.interval is None
    return FigureLine(
        name, one.boxes.answers, size, percent(None if hidden else one.boxes.top_share), limits(one.interval), adjusted,
        percent(None if hidden else one.boxes.two_share), limits(one.two),
        NONE if one.twenties is None else f"{one.twenties:.1f}",
        cautions.get(one.reliance, ""),
        {Reliance.SUPPRESSED: "danger", Reliance.WITHHELD: "danger", Reliance.WEAK: "warning"}.get(one.reliance, ""),
    )  # fmt: skip


def changes(shown: Shown, *, words: "ChangeWords") -> list[ChangeLine]:
    """Return each institution before and after."""
    return [_change(shown.names.get(one.institution, one.institution), one, words) for one in shown.compared]


@dataclass(frozen=True)
class ChangeWords:
    """The notes of a change, in the language of the window."""

    few: str
    was_low: str
    exact: str
    washout: str
    unjudged: str
    withheld: str


def _change(name: str, one: Compared, words: ChangeWords) -> ChangeLine:
    before, after = (_side(side) for side in (one.before, one.after))
    if one.change is None:
        why = words.withheld if one.why_no_change is Reliance.WITHHELD else words.few
        why = words.washout if one.washout else why
        return ChangeLine(
            name, before, after, NONE, NONE, NONE, NONE, NONE, NONE, why, "", washout=one.washout
        )  # fmt: skip
    notes = [words.washout if one.washout else "", "" if one.is_judged else words.unjudged]
    notes.append(words.was_low if one.may_regress else "")
    notes.append(words.exact if one.change.exact else "")
    seen = one.holm is not None and one.holm < 0.05
    tone = "" if not seen else "accent" if one.change.gap.estimate > 0 else "danger"
    return ChangeLine(
        name, before, after, points(one.change.gap.estimate), _gap_limits(one.change.gap),
        p_value(one.change.p if one.is_judged else None),
        p_value(one.holm), points(one.others.estimate if one.others else None), points(one.detectable),
        next(filter(None, notes), ""), tone, with_limits(one.others), one.may_regress, one.change.exact, one.washout,
        not one.is_judged, one.quarters < QUARTERS_BEFORE,
    )  # fmt: skip


def _side(side: Side) -> str:
    hits, answers = side
    return f"{NONE} ({answers:,})" if hits is None else f"{percent(hits / answers)} ({answers:,})"


def _gap_limits(found: Interval) -> str:
    return f"{100 * found.low:+.1f} … {100 * found.high:+.1f}"


def with_limits(found: Interval | None) -> str:
    """Return a difference with its limits."""
    return NONE if found is None else f"{points(found.estimate)} ({_gap_limits(found)})"


def overall(shown: Shown) -> tuple[Overall | None, Overall | None]:
    """Return the top box and the top two of the chosen item over all strata; None with too few answers."""
    return _of(shown.results.top, shown.item), _of(shown.results.two, shown.item)


def _of(found: Sequence[Overall], item: str) -> Overall | None:
    return next((one for one in found if one.item == item), None)
