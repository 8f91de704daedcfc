"""Small tables show rows that are all there."""

from app.ui.panes.campaigns import tables
from app.ui.panes.campaigns.presenting import PlannedLine


def test_a_plan_shows_weights_and_new_rows_replace_the_old(qapp, qtmodeltester):
    model = tables.planned()
    model.show_lines([PlannedLine("H1", 4, 4, "10", "2.50", "3"), PlannedLine("H2", 0, 4, "5", "–", "–")])
    assert [model.index(row, 4).data() for row in range(2)] == ["2.50", "–"]
    qtmodeltester.check(model)
    model.show_lines([])
    assert model.rowCount() == 0
    for made in (tables.campaigns(), tables.strata(), tables.rates()):
        assert made.columnCount() > 1
