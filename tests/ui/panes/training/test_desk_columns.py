"""Questions of an analysis as rows."""

from app.models.drill_items import DrillKind, Item
from app.models.item_statistics import analyze, options_chosen
from app.services.exam_results import Analysis
from app.ui.panes.training import desk_columns

ITEM = Item(b"i", DrillKind.MCQ, "s", ("k",), {"en": "When?"}, options=({"en": "8"}, {"en": "9"}), right=(0,))


def test_each_question_is_a_row_with_its_options(qapp) -> None:
    options = options_chosen([(0,), (1,)], [1.0, 0.0], 2)
    (row,) = desk_columns.asked_of(Analysis(analyze([[1.0], [0.0]], [1.0]), (ITEM,), (options,)))
    texts = {one.name: one.text(row) for one in desk_columns.QUESTIONS}
    assert (texts["prompt"], texts["place"], texts["discrimination"]) == ("When?", "1", "n = 2 < 30")
    assert len(row.options) == 2
