"""What the program puts into the sections of a document, each as a table of numbers and a sentence or two."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.models.errors import RecordGone
from app.models.figures import SMALL, Figure
from app.models.kpi_questions import Subject
from app.models.kpis import FigureMark, Kpi
from app.models.periods import Span, Stretch, holding
from app.models.report_templates import Filling
from app.models.weak_topics import PEOPLE, WeakSign, WeakTopic
from app.services import (
    figure_windows,
    figures,
    hot_topics,
    kpis,
    reference,
    returns,
    script_reading,
    scripts,
    weak_topics,
    wording,
)
from app.services.accounts import people
from app.services.figures import Told
from app.services.hot_topics import Hot
from app.services.office import View
from app.services.report_sheets import Cell, Sheet, count_cell, figure_cell, value_of
from app.store import units as unit_rows

#: KPIs that are compared by unit, by operator and by topic.
_OF_UNITS = ("on_time", "accepted_in_time", "returned", "response_rate", "redone", "solved_rate", "satisfied_rate")
_OF_PEOPLE = ("direct_answer", "from_script", "first_contact", "response_rate", "qa_score", "occupancy")
_OF_TOPICS = ("direct_answer", "first_contact", "returned", "qa_score")
_MOST_TOPICS = 15
#: How many periods stand side by side at most.
_MOST_PERIODS = 6
#: Headings of a list of KPIs.
KPI_COLUMNS = ("kpi", "share", "numerator", "denominator", "former", "target", "state")


@dataclass(frozen=True)
class Source:
    """From where a document is filled: who asks, for which period, in which language."""

    view: View
    stretch: Stretch
    language: str

    def said(self, code: str, **facts: object) -> str:
        """Return a text of the documents with its facts filled in."""
        text = wording.phrase("reports", code, self.language)
        for name, value in facts.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def columns(self, *codes: str) -> tuple[str, ...]:
        """Return headings."""
        return tuple(self.said(code) for code in codes)

    @cached_property
    def cards(self) -> tuple[Told, ...]:
        """Every KPI of the period with its trend."""
        return figures.cards(self.view, self.stretch)

    @cached_property
    def hot(self) -> Hot:
        """What is hot in the period: sought once for all sections."""
        return hot_topics.hot(self.view, self.stretch)

    def title(self, kpi: Kpi) -> str:
        """Return the name of a KPI."""
        return kpi.title.for_language(self.language)

    def script(self, key: str) -> str:
        """Return the title of a script in the language of the document; its key where it is no more."""
        try:
            found = scripts.counting(self.view, key, drafts=True)
        except RecordGone:
            return key
        return found.title_in(self.language.partition("_")[0])

    def name_of(self, dimension: str, key: str) -> str:
        """Return the name of a group."""
        return name_of(self.view, dimension, key, self.language)


def name_of(view: View, dimension: str, key: str, language: str) -> str:
    """Return what people call a group of a dimension, that of none too."""
    if not key:
        return wording.phrase("reports", f"none_{dimension}", language)
    if dimension == "category":
        return reference.categories().path_label(key, language)
    if dimension == "channel":
        return wording.label("channel", key, language)
    if dimension == "unit":
        found = next((one for one in unit_rows.all_units(view.rows) if one.code == key), None)
        return (found.name if language.startswith("zh") else found.name_en or found.name) if found else key
    return next((one.display for one in people(view) if one.id.hex() == key), key)


def _summary(source: Source) -> tuple[Sheet, ...]:
    before = source.stretch.former()
    days = figures.taken_by_day(source.view, (before.start_on, source.stretch.end_on))
    taken = sum(count for day, count in days.items() if day >= source.stretch.start_on)
    former = sum(count for day, count in days.items() if day < source.stretch.start_on)
    change = f"{100 * (taken - former) / former:+.1f} %" if former else "–"
    judged = [one.reached for one in source.cards if one.reached is not None]
    texts = (
        source.said("taken", count=f"{taken:,}", former=f"{former:,}", change=change),
        source.said("reached", count=sum(judged), all=len(judged)),
    )
    missed = [source.title(one.kpi) for one in source.cards if one.reached is False]
    names = wording.names_in_a_row(missed, source.language)
    return (Sheet("", texts=(*texts, *((source.said("missed", names=names),) if missed else ()))),)


def _kpis(source: Source) -> tuple[Sheet, ...]:
    rows = tuple(kpi_row(source, one) for one in source.cards if is_told(one))
    return (Sheet("", source.columns(*KPI_COLUMNS), rows),)


def kpi_row(source: Source, one: Told) -> tuple[Cell, ...]:
    """Return the line of a KPI under ``KPI_COLUMNS``."""
    figure, former = one.figure, one.trend[-2][1] if len(one.trend) > 1 else Figure(0, 0)
    state = "" if one.reached is None else source.said("yes" if one.reached else "no")
    target = None if one.kpi.target is None else float(one.kpi.target)
    share: Cell = value_of(figure.share, one.kpi)
    if figure.share is None and one.kpi.subject is Subject.CALL:
        share = source.said("too_few" if figure.cases else "not_measured")
    untold = source.said("withheld")
    before, goal = figure_cell(former, one.kpi, untold), value_of(target, one.kpi)
    hours = figure_windows.told(figure)
    name = f"{source.title(one.kpi)}\n{hours}" if hours else source.title(one.kpi)
    if figure.hidden:
        return name, untold, None, None, before, goal, ""
    return name, share, figure.numerator, figure.denominator, before, goal, state


def is_told(one: Told) -> bool:
    """Say whether a document tells a KPI: it counts something in these periods, or is measured with calls."""
    return one.kpi.subject is Subject.CALL or any(figure.denominator for _, figure in one.trend)


def _left_out(source: Source) -> tuple[Sheet, ...]:
    rows = tuple(
        (source.title(one.kpi), _why(source, one.kpi, each.mark), count)
        for one in source.cards
        for each, count in one.figure.excluded.items()
    )
    return (Sheet("", source.columns("kpi", "why", "count"), rows),)


def _why(source: Source, kpi: Kpi, mark: FigureMark) -> str:
    if kpi.subject is Subject.CALL and mark is FigureMark.MISSED:  # no time can be told of a call that nobody took
        return source.said("not_answered")
    return wording.label("figure_mark", mark.value, source.language)


def _trend(source: Source) -> tuple[Sheet, ...]:
    """Return each KPI of the periods before, of the parts of this one (months, quarters), and of this one."""
    parts = _parts(source)
    of_parts = {told.kpi.id: told.trend for told in parts}
    count = len(parts[0].trend) if parts else 0
    periods: list[Stretch] = []
    rows: list[tuple[Cell, ...]] = []
    for one in source.cards:
        trend = one.trend[-(_MOST_PERIODS - count) :]
        shown = (*trend[:-1], *of_parts.get(one.kpi.id, ()), trend[-1])
        periods = [stretch for stretch, _ in shown]
        if any(figure.denominator for _, figure in shown):
            untold = source.said("withheld")
            rows.append((source.title(one.kpi), *(figure_cell(figure, one.kpi, untold) for _, figure in shown)))
    return (Sheet("", (source.said("kpi"), *map(str, periods)), tuple(rows)).without_empty(),)


def _parts(source: Source) -> tuple[Told, ...]:
    part = {Span.YEAR: Span.QUARTER, Span.QUARTER: Span.MONTH}.get(source.stretch.span)
    if part is None:
        return ()
    count = 4 if part is Span.QUARTER else 3
    return figures.cards(source.view, holding(part, source.stretch.last_on), trend=count)


def _compared(source: Source, dimension: str, names: tuple[str, ...]) -> tuple[Sheet, ...]:
    """Return one line for each group: how many inquiries, and each KPI; small cells are not told."""
    held = [one for one in kpis.listed(source.view, source.stretch.last_on) if one.id in names]
    cells: dict[str, dict[str, Figure]] = {}
    for kpi in held:
        for key, figure in figures.compare(source.view, kpi.id, source.stretch, dimension).cells:
            cells.setdefault(key, {})[kpi.id] = figure
    taken = _taken(source, dimension)
    order = sorted(taken, key=lambda key: (-taken[key], key))
    told = [key for key in order if taken[key] >= SMALL]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            source.name_of(dimension, key),
            taken[key],
            *(figure_cell(cells.get(key, {}).get(one.id), one, source.said("withheld")) for one in held),
        )
        for key in told
    )
    if len(told) < len(order):  # each of them would tell nothing on a line of its own
        few = source.said("few", count=len(order) - len(told), least=SMALL)
        rows = (*rows, (few, count_cell(sum(taken[key] for key in order if key not in told)), *(None for _ in held)))
    columns = (*source.columns("group", "inquiries"), *map(source.title, held))
    return (Sheet("", columns, rows).without_empty(),)


def _taken(source: Source, dimension: str) -> Mapping[str, int]:
    return figures.taken_by(source.view, source.stretch, dimension)


def _units(source: Source) -> tuple[Sheet, ...]:
    return _compared(source, "unit", _OF_UNITS)


def _people(source: Source) -> tuple[Sheet, ...]:
    return _compared(source, "person", _OF_PEOPLE)


def _channels(source: Source) -> tuple[Sheet, ...]:
    return _compared(source, "channel", ("direct_answer", "first_response", "on_time"))


def _topics(source: Source) -> tuple[Sheet, ...]:
    return _compared(source, "category", _OF_TOPICS)


def _weak(source: Source) -> tuple[Sheet, ...]:
    """Topics by the sum of their ranks in each KPI: weak where several are weak together."""
    ranks: dict[str, int] = {}
    told: dict[str, dict[str, Figure]] = {}
    for name in _OF_TOPICS:
        found = figures.compare(source.view, name, source.stretch, "category", hide=False)
        up = found.kpi.better == "up"
        fair = [(key, one) for key, one in found.cells if key and one.size >= SMALL]
        for place, (key, one) in enumerate(sorted(fair, key=lambda cell: (cell[1].share or 0.0) * (1 if up else -1))):
            ranks[key] = ranks.get(key, 0) + len(fair) - place
            told.setdefault(key, {})[name] = one
    order = sorted(ranks, key=lambda key: (-ranks[key], key))[:_MOST_TOPICS]
    held = [kpis.named(source.view, name, source.stretch.last_on) for name in _OF_TOPICS]
    rows = tuple(
        (source.name_of("category", key), *(figure_cell(told[key].get(one.id), one, "") for one in held))
        for key in order
    )
    return (Sheet("", (source.said("topic"), *map(source.title, held)), rows).without_empty(),)


def _topic(source: Source, topic: str) -> str:
    code = script_reading.category_of(topic)
    return source.name_of("category", code) if code else topic


def _point(source: Source, texts: Mapping[str, str], one: WeakTopic) -> str:
    said = texts.get("zh" if source.language.startswith("zh") else "en") or next(iter(texts.values()), one.point)
    return f"{said} ({source.script(one.script)})"


def _drills(source: Source) -> tuple[Sheet, ...]:
    """Topics in which quality review, exams and drills of the period show people weak; nobody is named."""
    found = weak_topics.between(source.view, source.stretch.start_on, source.stretch.end_on)[:_MOST_TOPICS]
    texts_of = weak_topics.texts_of(source.view, found)
    rows = tuple(
        (
            _topic(source, one.topic), one.people,
            *(one.signs.get(sign, 0) for sign in WeakSign), one.errors,
            _point(source, texts_of[one.script, one.point], one),
        )
        for one in found
    )  # fmt: skip
    signs = (_capital(wording.label("weak_sign", one.value, source.language)) for one in WeakSign)
    columns = (*source.columns("topic", "weak_people"), *signs, *source.columns("errors", "most_about"))
    texts = (source.said("weak_how", people=PEOPLE),) if rows else (source.said("weak_none"),)
    return (Sheet("", columns, rows, texts),)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _hot(source: Source) -> tuple[Sheet, ...]:
    found = source.hot
    rows = tuple(
        (
            source.name_of("category", one.rise.key), one.rise.count, f"{one.rise.expected:.1f}",
            source.script(one.script) if one.script else source.said("gap"), "\n".join(one.examples),
        )
        for one in found.topics
    )  # fmt: skip
    text = source.said("looked_at", count=len(rows), all=found.looked_at, before=found.before)
    return (Sheet("", source.columns("topic", "inquiries", "expected", "script", "examples"), rows, (text,)),)


def _returns(source: Source) -> tuple[Sheet, ...]:
    """Return why units gave inquiries back, and how many came back how often; small counts are not told."""
    found = returns.returns(source.view, source.stretch)
    if not found.inquiries:
        return (Sheet("", texts=(source.said("no_returns"),)),)
    reasons = tuple(
        (wording.label("return_reason", reason, source.language), count_cell(count))
        for reason, count in found.reasons.items()
    )
    times = tuple((times, count_cell(count)) for times, count in found.times.items())
    return (
        Sheet("", source.columns("return_reason", "return_steps"), reasons),
        Sheet(source.said("bounces"), source.columns("return_times", "inquiries"), times),
    )


def _words(source: Source) -> tuple[Sheet, ...]:
    found = source.hot.words
    rows = tuple((one.key, one.count, f"{one.expected:.1f}", source.said("yes") if one.is_new else "") for one in found)
    texts = () if rows else (source.said("no_words"),)
    return (Sheet("", source.columns("word", "inquiries", "expected", "new"), rows, texts),)


#: What stands in a section by what fills it.
FILL: dict[Filling, Callable[[Source], tuple[Sheet, ...]]] = {
    Filling.SUMMARY: _summary,
    Filling.KPIS: _kpis,
    Filling.LEFT_OUT: _left_out,
    Filling.TREND: _trend,
    Filling.UNITS: _units,
    Filling.PEOPLE: _people,
    Filling.CHANNELS: _channels,
    Filling.TOPICS: _topics,
    Filling.WEAK: _weak,
    Filling.DRILLS: _drills,
    Filling.HOT: _hot,
    Filling.WORDS: _words,
    Filling.RETURNS: _returns,
}
