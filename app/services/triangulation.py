"""The table of causes: each key point with what drills, exams, calls and the search say of it, weak ones on top."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from app.models.accounts import Permission
from app.models.drills import retrievability
from app.models.triangulation import Cause, Counts, Measures, cause
from app.services import drill_cards, evidence, exams
from app.services.office import View
from app.store import drill_points as point_rows
from app.store import drills as rows_of
from app.store import script_given

#: Exams, calls and searches of a quarter count.
REACH = timedelta(days=92)
#: Fewer places than this say nothing about a search.
_LEAST = 5
Key = tuple[str, str]


@dataclass(frozen=True)
class PointLine:
    """One key point with its measures and where to look first."""

    script: str
    point: str
    topic: str
    text: dict[str, str]
    measures: Measures
    cause: Cause


def table(view: View, limit: int = 200) -> list[PointLine]:
    """Return the key points with a weakness, those with the weakest measure on top."""
    view.require(Permission.TRAIN)
    drill = _drill(view)
    exam, strong, live = _results(view)
    places = _places(view)
    lines: list[PointLine] = []
    for one in point_rows.every(view.rows):
        key = (one.script, one.point)
        found = Measures(
            _mean(drill.get(key)), _mean(exam.get(key)), _mean(strong.get(key)), _mean(live.get(key)),
            places.get(one.script),
            Counts(*(len(those.get(key, ())) for those in (drill, exam, strong, live))),
        )  # fmt: skip
        lines.append(PointLine(one.script, one.point, one.topic, dict(one.texts), found, cause(found)))
    weak = [one for one in lines if one.cause is not Cause.NONE]
    return sorted(weak, key=_weakest)[:limit]


def _weakest(line: PointLine) -> tuple[float, str, str]:
    found = line.measures
    shares = [one for one in (found.drill, found.exam, found.strong, found.live) if one is not None]
    return min(shares, default=1.0), line.script, line.point


def _mean(found: list[float] | None) -> float | None:
    return sum(found) / len(found) if found else None


def _drill(view: View) -> dict[Key, list[float]]:
    day = drill_cards.today(view)
    found: defaultdict[Key, list[float]] = defaultdict(list)
    for person in exams.operators(view):
        for card in rows_of.all_cards(view.rows, person.id):
            if card.memory is not None:
                found[card.script, card.point].append(retrievability(card.memory, day))
    return found


def _results(view: View) -> tuple[dict[Key, list[float]], dict[Key, list[float]], dict[Key, list[float]]]:
    exam: defaultdict[Key, list[float]] = defaultdict(list)
    strong: defaultdict[Key, list[float]] = defaultdict(list)
    live: defaultdict[Key, list[float]] = defaultdict(list)
    for one in evidence.of_exams(view, view.now - REACH):
        exam[one.script, one.point].append(one.score)
        if one.best:
            strong[one.script, one.point].append(one.score)
    for one in evidence.of_calls(view, view.now - REACH):
        live[one.script, one.point].append(one.score)
    return exam, strong, live


def _places(view: View) -> dict[str, float]:
    found = script_given.mean_places(view.rows, (view.now - REACH).isoformat(), view.now.isoformat())
    return {script: place for script, place, count in found if count >= _LEAST}
