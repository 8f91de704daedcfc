"""Charts in words."""

from app.models.figures import Figure
from app.services import kpis
from app.services.dashboards import Chart, Point
from app.ui.panes.reports import chart_words

ON_TIME = kpis.shipped()["on_time"]
WAIT = kpis.shipped()["speed_of_answer"]


def test_the_title_says_by_what_is_compared() -> None:
    assert chart_words.title_of(Chart(ON_TIME, "unit", (), {}), "en").endswith("· by unit")
    assert chart_words.title_of(Chart(ON_TIME, "", (), {}), "zh_CN") == ON_TIME.title.zh_cn


def test_a_point_is_told_beside_that_of_all_and_the_target() -> None:
    point = Point("2026-03", "2026-03", Figure(1, 4), Figure(1, 2))
    assert chart_words.told(Chart(ON_TIME, "", (point,), {}), point, "en") == (
        "2026-03 · 25.0 % · 1 / 4 · all 50.0 % · ≥ 99 %"
    )
    assert chart_words.told(Chart(ON_TIME, "", (), {}), None, "en").startswith("Nothing")


def test_seconds_are_no_shares_and_small_groups_no_numbers() -> None:
    small = Point("a", "A", Figure(0, 0, hidden=True))
    chart = Chart(WAIT, "channel", (Point("b", "B", Figure(60, 3)), small), {})
    assert chart_words.goal_of(chart) == "≤ 30 s"
    assert chart_words.as_sentence(chart, "en") == "B: 20 s; A: withheld"
    assert chart_words.told(chart, small, "en") == "A · withheld · ≤ 30 s"
    assert chart_words.as_text(chart, "en") == "B\t20.0\t60\t3\nA\twithheld\t\t"
