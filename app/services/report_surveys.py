"""What callers and patients said of an institution in a document: top box, top two and mean × 20 beside each other.

Interviews by telephone of every campaign whose encounters lie in the period; fewer than 25 answers are counted and not
shown. Nobody who was asked stands in it; the seed of the sample and the hash of its list do.
"""

from app.models.campaigns import CampaignFacts
from app.models.intervals import Interval, Reliance
from app.models.questionnaires import in_language
from app.models.survey_results import ItemFigure, MeasureFigure
from app.services import campaign_results, wording
from app.services.campaign_results import Results
from app.services.report_fillings import Source
from app.services.report_sheets import Cell, Share, Sheet, percent
from app.store import campaigns as stored
from app.store import frames as frame_rows


def satisfaction(source: Source) -> tuple[Sheet, ...]:
    """Return a table for each campaign with answers in the period: a line for each measure of each institution."""
    found = tuple(_sheet(source, one) for one in _campaigns(source))
    told = tuple(one for one in found if one.rows)
    return told or (Sheet("", texts=(source.said("no_surveys"),)),)


def _campaigns(source: Source) -> list[CampaignFacts]:
    return [one for one in stored.all_campaigns(source.view.rows) if one.questionnaire]


def _sheet(source: Source, campaign: CampaignFacts) -> Sheet:
    period = (source.stretch.start_on.isoformat(), source.stretch.last_on.isoformat())
    results = campaign_results.results(source.view, campaign.id, period=period)
    rows = tuple(
        row
        for code, measures in results.institutions.items()
        for row in _institution(source, results, code, measures)
    )  # fmt: skip
    columns = source.columns("institution", "measure", "answers", "top_box", "interval", "top_two", "mean_20")
    text = source.said("survey", name=campaign.name, count=f"{sum(results.answers.values()):,}")
    return Sheet("", columns, rows, (text, *_drawn_from(source, campaign)) if rows else ())


def _drawn_from(source: Source, campaign: CampaignFacts) -> tuple[str, ...]:
    """Return by what anybody can draw the sample again."""
    frame = frame_rows.by_id(source.view.rows, campaign.frame) if campaign.frame else None
    if frame is None or not campaign.seed:
        return ()
    sha256, start = frame.sha256 or "–", wording.begun_at(campaign.start, campaign.starts, source.language)
    return (source.said("drawn_from", frame=frame.name, sha256=sha256, seed=campaign.seed, start=start),)


def _institution(
    source: Source, results: Results, code: str, measures: tuple[MeasureFigure, ...]
) -> list[tuple[Cell, ...]]:
    titles = {one.id: in_language(one.title, source.language) for one in results.questionnaire.measures}
    name = source.name_of("unit", code)
    told = (one for one in measures if any(item.boxes.answers for item in one.items))
    return [(name, titles.get(one.measure, one.measure), *_figures(source, one)) for one in told]


def _figures(source: Source, one: MeasureFigure) -> tuple[Cell, ...]:
    answers = max(item.boxes.answers for item in one.items)
    if one.top is None:
        withheld = all(item.reliance is not Reliance.SUPPRESSED for item in one.items)
        why = Reliance.WITHHELD if withheld else Reliance.SUPPRESSED
        return answers, wording.label("reliance", why.value, source.language), None, None, None
    boxes = [item.boxes for item in one.items]
    asked = sum(each.answers for each in boxes)
    top, two = (_share(value, sum(getattr(each, name) for each in boxes), asked)
                for value, name in ((one.top, "top"), (one.two, "two")))  # fmt: skip
    return answers, top, _between(one.items), two, _mean(one.items)


def _share(value: float | None, hits: int, answers: int) -> Cell:
    """Return how many of how many: of several questions the mean of their shares, over the answers of all of them."""
    return None if value is None else Share(value, hits, answers)


def _between(items: tuple[ItemFigure, ...]) -> Cell:
    """Return the limits of a measure of one item; several items have no limits of their own."""
    interval = items[0].interval
    return _limits(interval) if len(items) == 1 and interval is not None else None


def _limits(interval: Interval) -> str:
    # Without a blank, so that it stays on one line.
    return f"{interval.low * 100:.1f}–{percent(interval.high)}"


def _mean(items: tuple[ItemFigure, ...]) -> Cell:
    means = [one.twenties for one in items]
    known = [one for one in means if one is not None]
    return f"{sum(known) / len(known):.1f}" if known and len(known) == len(means) else None
