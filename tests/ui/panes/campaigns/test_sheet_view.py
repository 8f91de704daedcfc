"""A question of a sheet is answered by its key, by words, or by choosing."""

from app.ui.panes.campaigns.sheet_view import SheetView


def test_what_was_typed_or_chosen_is_entered(jobs, qtbot):
    made = SheetView()
    qtbot.addWidget(made)
    made.show_item("How was it?", [("1", "Good"), ("2", "Bad")], "Needed")
    assert (made.list.count(), made.trouble.text()) == (2, "Needed")
    with qtbot.waitSignal(made.entered) as heard:
        made.list.itemActivated.emit(made.list.item(1))
    assert heard.args == ["2"]
    made.line.setText("words")
    with qtbot.waitSignal(made.entered) as heard:
        made.line.returnPressed.emit()
    assert heard.args == ["words"]
    made.show_item("Next?", [])
    assert (made.line.text(), made.trouble.isHidden()) == ("", True)
