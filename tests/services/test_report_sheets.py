"""Cells of documents: a figure tells how many of how many, on paper in one cell, in a workbook in three."""

from app.models.figures import Figure
from app.services import kpis
from app.services.report_sheets import Share, Sheet, count_cell, figure_cell


def test_shares_are_shown_as_percentages_and_nothing_as_a_dash() -> None:
    shown = Sheet("", ("a", "b", "c", "d"), ((0.5, 1200, None, "x"),)).shown
    assert shown == (("50.0\u00a0%", "1,200", "–", "x"),)


def test_a_figure_is_shown_with_how_many_of_how_many() -> None:
    assert Sheet("", ("a",), ((Share(0.25, 1000, 4000),),)).shown == (("25.0\u00a0% (1,000/4,000)",),)


def test_a_workbook_has_the_parts_of_a_figure_as_numbers() -> None:
    sheet = Sheet("", ("group", "kept"), (("A", Share(0.5, 1, 2)), ("B", "< 5"), ("C", None))).spread("n", "of")
    assert sheet.columns == ("group", "kept", "kept: n", "kept: of")
    assert sheet.rows == (("A", 0.5, 1, 2), ("B", "< 5", None, None), ("C", None, None, None))


def test_columns_that_say_nothing_are_left_out() -> None:
    assert Sheet("", ("a", "b"), ((None, 1), (None, 2))).without_empty() == Sheet("", ("b",), ((1,), (2,)))


def test_a_cell_that_is_too_small_is_not_told() -> None:
    kpi = kpis.shipped()["direct_answer"]
    assert figure_cell(Figure(0, 0, hidden=True), kpi, "withheld") == "withheld"
    assert figure_cell(Figure(0, 0), kpi, "") is None
    assert figure_cell(Figure(3, 4), kpi, "") == Share(0.75, 3, 4)
    assert (count_cell(4), count_cell(5)) == ("< 5", 5)


def test_seconds_are_told_as_seconds() -> None:
    kpi = kpis.shipped()["speed_of_answer"]
    assert figure_cell(Figure(14, 2), kpi, "") == Share("7\u00a0s", 14, 2, ("\u00a0s", ""))


def test_counts_that_are_seconds_say_so() -> None:
    kpi = kpis.shipped()["occupancy"]
    shown = Sheet("", ("a",), ((figure_cell(Figure(1500, 2000), kpi, ""),),)).shown
    assert shown == (("75.0\u00a0% (1,500\u00a0s/2,000\u00a0s)",),)
