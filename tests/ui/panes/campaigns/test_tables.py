"""Small tables show rows that are all there."""

from app.models.campaigns import Stratum
from app.ui.panes.campaigns import tables


def test_a_plan_shows_weights_and_new_rows_replace_the_old(qapp, qtmodeltester):
    model = tables.planned()
    model.show_rows([Stratum("H1", 10, 4, 4), Stratum("H2", 5, 4, 0)])
    assert [model.index(row, 4).data() for row in range(2)] == ["2.50", "–"]
    qtmodeltester.check(model)
    model.show_rows([])
    assert model.rowCount() == 0
    for made in (tables.campaigns(), tables.strata(), tables.rates()):
        assert made.columnCount() > 1
