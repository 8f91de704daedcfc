"""A question of a sheet is answered by its key, by words, or by choosing."""

from app.ui.panes.campaigns.sheet_view import SheetView


def test_what_was_typed_or_chosen_is_entered(jobs, qtbot):
    made = SheetView()
    qtbot.addWidget(made)
    made.show_item("how", "How was it?", [("1", "Good"), ("2", "Bad")], "Needed")
    assert (made.list.count(), made.trouble.text()) == (2, "Needed")
    with qtbot.waitSignal(made.entered) as heard:
        made.list.itemActivated.emit(made.list.item(1))
    assert heard.args == ["2"]
    made.line.setText("words")
    with qtbot.waitSignal(made.entered) as heard:
        made.line.returnPressed.emit()
    assert heard.args == ["words"]
    made.forget("how")
    made.show_item("next", "Next?", [])
    assert (made.line.text(), made.trouble.isHidden()) == ("", True)


def test_what_was_typed_and_not_taken_stands_there_when_its_question_is_shown_again(jobs, qtbot):
    made = SheetView()
    qtbot.addWidget(made)
    made.show_item("why", "Why?", [])
    qtbot.keyClicks(made.line, "the nurse never")
    made.show_item("why", "为什么？", [])
    assert made.line.text() == "the nurse never"
    made.show_item("how", "How was it?", [("1", "Good")])
    assert made.line.text() == ""
    made.show_item("why", "Why?", [])
    assert made.line.text() == "the nurse never"
    made.show_item("how", "How was it?", [("1", "Good")])
    made.forget("why")
    made.show_item("why", "Why?", [])
    assert made.line.text() == ""
    qtbot.keyClicks(made.line, "x")
    made.forget()
    assert made.line.text() == ""
