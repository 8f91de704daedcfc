"""What the competence map shows, decided without Qt."""

from collections.abc import Mapping

from app.models.competence import CompetenceStanding
from app.models.drill_items import said_in
from app.models.triangulation import Counts
from app.models.weak_topics import PEOPLE, WeakSign, WeakTopic
from app.services import wording
from app.services.competence import TopicCell
from app.services.team_map import Member, TeamMap
from app.services.triangulation import PointLine
from app.ui.kit.escaping import escape
from app.ui.panes.training.presenting import Ink, spoken

#: What key points say, by script and point.
Points = Mapping[tuple[str, str], Mapping[str, str]]
#: Width of the column of topics.
_TOPIC = 130
_PAD = 'style="padding:2px 8px"'


def map_html(found: TeamMap, names: Mapping[str, str], language: str, ink: Ink, words: Mapping[str, str]) -> str:
    """Return topics by operators: the mean with its 80 % interval, in color only where there is enough evidence.

    Whoever was never asked anything has no column.
    """
    members = [one for one in found.members if one.cells]
    heads = "".join(f"<th {_PAD} align='right'>{escape(one.display)}</th>" for one in members)
    rows = [f"<tr><th {_PAD} align='left'>{escape(words['topic'])}</th>{heads}</tr>"]
    for topic in found.topics:
        cells = "".join(_cell(one.cells.get(topic), ink) for one in members)
        rows.append(f"<tr><td {_PAD} width='{_TOPIC}'>{escape(names.get(topic, topic))}</td>{cells}</tr>")
    key = " · ".join(
        f'<span style="color:{color}">{escape(wording.label("competence_standing", one.value, language))}</span>'
        for one, color in _colors(ink).items()
    )
    return f"<p>{key}</p><table>{''.join(rows)}</table>"


def _colors(ink: Ink) -> dict[CompetenceStanding, str]:
    return {
        CompetenceStanding.SECURE: ink.good, CompetenceStanding.DEVELOPING: ink.fair,
        CompetenceStanding.COACHING: ink.bad, CompetenceStanding.UNKNOWN: ink.muted,
    }  # fmt: skip


def _cell(cell: TopicCell | None, ink: Ink) -> str:
    if cell is None:
        return f"<td {_PAD} align='right'>–</td>"
    found = cell.competence
    shown = f"{100 * found.mean:.0f}<br>{100 * found.low:.0f}–{100 * found.high:.0f}"
    return f"<td {_PAD} align='right' style='color:{_colors(ink)[found.standing]}; white-space:nowrap'>{shown}</td>"


def load_html(members: tuple[Member, ...], words: Mapping[str, str]) -> str:
    """Return how many cards come due on each of the next days, today with what is overdue."""
    days = len(members[0].load) if members else 0
    heads = "".join(
        f"<th {_PAD} align='right'>{'+' + str(day) if day else escape(words['today'])}</th>" for day in range(days)
    )
    rows = [f"<tr><th {_PAD} align='left'>{escape(words['operator'])}</th>{heads}</tr>"]
    for one in members:
        cells = "".join(f"<td {_PAD} align='right'>{count or ''}</td>" for count in one.load)
        rows.append(f"<tr><td {_PAD}>{escape(one.display)}</td>{cells}</tr>")
    return f"<table>{''.join(rows)}</table>"


def weak_html(
    found: tuple[WeakTopic, ...], names: Mapping[str, str], points: Points, language: str, words: Mapping[str, str]
) -> str:
    """Return the topics in which people are weak, what shows it, and the key point with most errors."""
    if not found:
        return f"<p>{escape(words['no_weak'])}</p>"
    signs = {one: wording.label("weak_sign", one.value, language) for one in WeakSign}
    heads = "".join(
        f"<th {_PAD} align='{side}'>{escape(one)}</th>"
        for one, side in (
            (words["topic"], "left"), (words["people"], "right"), *((_capital(one), "right") for one in signs.values()),
            (words["errors"], "right"), (words["most"], "left"),
        )
    )  # fmt: skip
    rows = [f"<tr>{heads}</tr>"]
    for one in found:
        name = escape(names.get(one.topic, one.topic))
        counts = (one.people, *(one.signs.get(sign, 0) for sign in signs), one.errors)
        cells = "".join(f"<td {_PAD} align='right'>{count or '–'}</td>" for count in counts)
        shown = f"<b>{name}</b>" if one.of_team else name
        text = said_in(points.get((one.script, one.point), {}), spoken(language))
        point = escape(f"{text or one.point} ({one.script})")
        rows.append(f"<tr><td {_PAD}>{shown}</td>{cells}<td {_PAD}>{point}</td></tr>")
    return f"<table>{''.join(rows)}</table><p>{escape(words['weak'].format(people=PEOPLE))}</p>"


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def causes_html(found: tuple[PointLine, ...], language: str, words: Mapping[str, str]) -> str:
    """Return the weak key points with their measures and where to look first."""
    if not found:
        return f"<p>{escape(words['no_cause'])}</p>"
    names = ("point", "drill", "exam", "strong", "live", "place", "cause")
    rows = ["<tr>" + "".join(f"<th {_PAD} align='left'>{escape(words[one])}</th>" for one in names) + "</tr>"]
    for one in found:
        measures = one.measures
        counts = measures.counts or Counts()
        shares = "".join(
            f"<td {_PAD}>{_share(share, count)}</td>"
            for share, count in (
                (measures.drill, counts.drill), (measures.exam, counts.exam), (measures.strong, counts.strong),
                (measures.live, counts.live),
            )
        )  # fmt: skip
        place = "–" if measures.place is None else f"{measures.place:.1f}"
        cause = escape(wording.label("cause", one.cause.value, language))
        text = f"{escape(said_in(one.text, spoken(language)))} ({escape(one.script)})"
        rows.append(f"<tr><td {_PAD}>{text}</td>{shares}<td {_PAD}>{place}</td><td {_PAD}><b>{cause}</b></td></tr>")
    return f"<table>{''.join(rows)}</table>"


def _share(value: float | None, count: int) -> str:
    return "–" if value is None else f"{100 * value:.0f} % ({count})"
