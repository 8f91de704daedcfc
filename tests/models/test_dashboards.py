"""Dashboards are read from a file, and what is wrong with it is said with its place."""

import pytest

from app.models.dashboards import Wish, read_many
from app.models.kpis import KpiBroken


def test_a_dashboard_has_charts_over_time_and_by_groups() -> None:
    text = '{"dashboards": [{"id": "mine", "charts": [{"kpi": "on_time"}, {"kpi": "returned", "by": "unit"}]}]}'
    (found,) = read_many(text, file="x")
    assert (found.id, found.charts) == ("mine", (Wish("on_time"), Wish("returned", "unit")))


def test_a_dimension_that_is_none_is_refused_with_its_place() -> None:
    with pytest.raises(KpiBroken) as error:
        read_many('{"dashboards": [{"id": "mine", "charts": [{"kpi": "a", "by": "weather"}]}]}', file="x")
    assert "by" in str(error.value.facts["place"])
