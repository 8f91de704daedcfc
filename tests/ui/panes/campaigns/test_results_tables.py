"""The tables of results show text as it was decided."""

from app.ui.panes.campaigns import results_tables
from app.ui.panes.campaigns.presenting_results import ChangeLine, FigureLine


def test_figures_and_changes_stand_in_their_columns(qapp, qtmodeltester):
    figures, changes = results_tables.figures(), results_tables.changes()
    figures.show_lines([FigureLine("H1", 30, "40", "90.0 %", "70–95", "89.0 %", "95.0 %", "80–99", "92.0", "", "")])
    line = ChangeLine("H1", "50 %", "60 %", "+10.0", "0–20", "0.04", "0.08", "+5.0", "+12.0", "was lowest", "")
    changes.show_lines([line])
    assert [figures.index(0, place).data() for place in (0, 3, 5, 8)] == ["H1", "90.0 %", "89.0 %", "92.0"]
    assert [changes.index(0, place).data() for place in (3, 5, 8)] == ["+10.0", "0.08", "was lowest"]
    qtmodeltester.check(figures)
