"""A code is chosen by its key and taken back by it; Enter decides."""

from PySide6.QtCore import Qt

from app.ui.panes.campaigns.code_list import CodeList


def test_keys_choose_and_take_back(jobs, qtbot):
    made = CodeList("codes")
    made.setAccessibleName("codes")
    qtbot.addWidget(made)
    made.offer([("wait", "Waiting"), ("cost", "Cost"), ("none", "No opinion")])
    qtbot.keyClick(made, "1")
    qtbot.keyClick(made, "2")
    assert made.codes() == ("wait", "cost")
    qtbot.keyClick(made, "1")
    assert made.codes() == ("cost",)
    assert [made.item(place).font().bold() for place in range(3)] == [False, True, False]
    with qtbot.waitSignal(made.decided):
        qtbot.keyClick(made, Qt.Key.Key_Return)
    made.offer([("wait", "Waiting")])
    assert made.codes() == ()
    made.offer([("wait", "Waiting"), ("cost", "Cost")], ("cost",))
    assert made.codes() == ("cost",)
    assert [made.item(place).font().bold() for place in range(2)] == [False, True]
