"""Item statistics equal an independent computation, and say where they mean nothing."""

import random
import statistics

import pytest

from app.models.intervals import wilson
from app.models.item_statistics import ItemAlarm, ItemFigures, analyze, cronbach, kappa, options_chosen, pooled

PEOPLE, QUESTIONS = 60, 8


def table(seed: int) -> list[list[float]]:
    """Marks of people of different ability on questions of different difficulty, one of them graded in halves."""
    draw = random.Random(seed)
    found: list[list[float]] = []
    for _ in range(PEOPLE):
        able = draw.gauss(0, 1)
        row = [float(draw.gauss(able, 1) > (place - 3) / 3) for place in range(QUESTIONS - 1)]
        found.append([*row, draw.choice((0.0, 0.5, 1.0))])
    return found


@pytest.mark.parametrize("seed", range(4))
def test_figures_equal_an_independent_computation(seed: int) -> None:
    marks = table(seed)
    found = analyze(marks, [1.0] * QUESTIONS)
    totals = [sum(row) for row in marks]
    for place, item in enumerate(found.items):
        column = [row[place] for row in marks]
        rest = [total - mark for total, mark in zip(totals, column, strict=True)]
        assert item.facility == pytest.approx(statistics.fmean(column))
        assert item.deviation == pytest.approx(statistics.stdev(column))
        assert item.discrimination == pytest.approx(100 * statistics.correlation(column, rest))
        best = statistics.covariance(sorted(column), sorted(rest))
        assert item.efficiency == pytest.approx(100 * statistics.covariance(column, rest) / best)
    variances = sum(statistics.variance([row[place] for row in marks]) for place in range(QUESTIONS))
    alpha = QUESTIONS / (QUESTIONS - 1) * (1 - variances / statistics.variance(totals))
    assert found.alpha == pytest.approx(alpha)
    assert found.error == pytest.approx(statistics.stdev(totals) * (1 - alpha) ** 0.5)
    assert sum(item.weight or 0 for item in found.items) == pytest.approx(100)


def test_alpha_of_right_and_wrong_is_kr_20() -> None:
    marks = [row[:-1] for row in table(9)]
    columns = [list(one) for one in zip(*marks, strict=True)]
    totals = [sum(row) for row in marks]
    count = len(columns)
    spread = sum(p * (1 - p) for p in (statistics.fmean(one) for one in columns))
    kr20 = count / (count - 1) * (1 - spread / statistics.pvariance(totals))
    assert cronbach(columns, totals) == pytest.approx(kr20)


def test_a_wrong_key_a_trivial_and_a_hopeless_question_are_pointed_out() -> None:
    able = [place / 40 for place in range(40)]
    cuts = (0.2, 0.4, 0.6, 0.8)
    marks = [[1.0, 0.0, float(one < 0.5), *(float(one > cut) for cut in cuts)] for one in able]
    alarms = [one.alarms for one in analyze(marks, [1.0] * 7).items]
    assert alarms[0] == (ItemAlarm.EASY,)
    assert alarms[1] == (ItemAlarm.SCRIPT,)
    assert ItemAlarm.KEY in alarms[2]
    assert alarms[3] == ()
    few = analyze(marks[::4], [1.0] * 7)
    assert not few.items[2].enough
    assert ItemAlarm.KEY not in few.items[2].alarms


def test_one_person_or_equal_totals_have_no_reliability() -> None:
    alone = analyze([[1.0, 0.0]], [1.0, 1.0])
    assert (alone.alpha, alone.error, alone.items[0].discrimination) == (None, None, None)
    with pytest.raises(ValueError, match="every person"):
        analyze([[1.0]], [1.0, 1.0])


def test_options_are_counted_by_thirds_and_no_answer_too() -> None:
    chosen = [(0,), (0,), (1,), (0,), (1,), ()]
    found = options_chosen(chosen, [6.0, 5.0, 4.0, 3.0, 2.0, 1.0], 2)
    assert [(one.option, one.best, one.middle, one.last) for one in found] == [
        (0, 2, 1, 0),
        (1, 0, 1, 1),
        (-1, 0, 0, 1),
    ]
    assert [one.chosen for one in found] == [3, 2, 1]


def test_kappa_is_agreement_above_chance() -> None:
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("y", "y")] * 3) is None
    assert kappa([]) is None


def test_answers_of_several_exams_are_pooled_as_an_independent_computation_finds() -> None:
    draw = random.Random(5)
    answers = [(float(draw.random() < 0.6), draw.random()) for _ in range(40)]
    found = pooled(answers)
    assert found is not None
    marks, rests = [one for one, _ in answers], [rest for _, rest in answers]
    assert found.discrimination == pytest.approx(100 * statistics.correlation(marks, rests))
    assert found.facility == pytest.approx(sum(marks) / 40)
    assert (found.enough, found.weight, pooled([])) == (True, None, None)


def test_a_discrimination_is_worth_what_ebel_says_from_thirty_attempts_on():
    def band(discrimination, attempts=30):
        found = ItemFigures(attempts, 0.5, wilson(15, 30), 0.1, discrimination, 0.3, None, None).band
        return found.value if found else None

    assert [band(one) for one in (40, 39.9, 20, 19.9, -5)] == ["very_good", "good", "marginal", "poor", "poor"]
    assert (band(50, attempts=29), band(None)) == (None, None)
