"""The widgets of an interview: answers are chosen by key or by list, exits have keys of their own."""

from PySide6.QtCore import Qt

from app.models.questionnaires import Item, ItemKind
from app.ui.kit import languages
from app.ui.panes.callbacks.interview_view import InterviewView
from tests.windows import put_up


def test_an_answer_is_typed_or_chosen_from_the_list(qtbot) -> None:
    view = InterviewView()
    qtbot.addWidget(view)
    view.show()
    view.show_item("Were you satisfied?", "", (("1", "Yes"), ("2", "No")), "1 of 4")
    with qtbot.waitSignal(view.entered) as chosen:
        view.list.itemActivated.emit(view.list.item(1))
    assert chosen.args == ["2"]
    with qtbot.waitSignal(view.entered) as typed:
        qtbot.keyClicks(view.line, "12")
        qtbot.keyClick(view.line, Qt.Key.Key_Return)
    assert typed.args == ["12"]
    assert view.question.property("type") == "script"


def test_what_is_wrong_stands_beside_the_question_and_exits_stay_in_sight(qtbot) -> None:
    view = InterviewView()
    qtbot.addWidget(view)
    view.show()
    view.show_item("Were you satisfied?", "", (), "")
    view.show_trouble("A reason is needed", (("1", "The manner"),))
    view.show_ways(asking=True, back=False)
    assert (view.trouble.text(), view.list.count(), view.back.isEnabled()) == ("A reason is needed", 1, False)
    assert view.urgent.isVisible()
    assert view.complaint.isVisible()
    assert view.back.toolTip().endswith("(Ctrl+Up)")


def test_an_exit_by_key_takes_effect_before_the_next_key(qtbot) -> None:
    view = InterviewView()
    qtbot.addWidget(view)
    put_up(qtbot, view)
    view.show_item("Were you satisfied?", "", (), "")
    view.show_ways(asking=True, back=True)
    left: list[bool] = []

    def leave() -> None:
        left.append(True)

    view.back.clicked.connect(leave)
    qtbot.keyClick(view.line, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert left == [True]


def test_the_line_says_what_it_wants_and_an_empty_chip_is_not_drawn(qtbot) -> None:
    languages.of_app().use("en")
    view = InterviewView()
    qtbot.addWidget(view)
    view.show()
    view.show_item("Were you satisfied?", "", (), "1 of 4", asks="A whole number; Enter goes on")
    assert view.line.placeholderText() == "A whole number; Enter goes on"
    assert not view.place.isHidden()
    view.show_item("What is the complaint about?", "", (), "")
    assert view.line.placeholderText() == ""
    assert view.place.isHidden()


def test_the_line_names_what_every_kind_of_question_wants(qtbot) -> None:
    languages.of_app().use("en")
    view = InterviewView()
    qtbot.addWidget(view)
    text = {"en": "How many?"}
    said = {kind: view.asked_of(Item("a", kind, text)) for kind in ItemKind}
    assert said[ItemKind.STATEMENT] == "Enter goes on once it is read out"
    assert said[ItemKind.MULTI] == "Keys of the answers, as 1 3; Enter goes on; - does not know, -- refuses"
    assert said[ItemKind.YES_NO] == "Key of the answer; - does not know, -- refuses"
    assert view.asked_of(Item("a", ItemKind.NUMBER, text, insist=True)) == "A whole number; Enter goes on"
    observed = view.asked_of(Item("a", ItemKind.SINGLE, text, observed=True))
    assert observed == "You say it, nobody is asked: key of the answer"


def test_short_answers_stand_side_by_side_where_they_do_not_fit_below_each_other(qtbot) -> None:
    view = InterviewView()
    qtbot.addWidget(view)
    view.resize(620, 200)
    view.show()
    view.show_item("Why?", "", [(str(place), "Too little explained") for place in range(1, 8)], "1 of 4")

    def all_in_sight() -> bool:
        rows = [view.list.visualItemRect(view.list.item(place)) for place in range(7)]
        return all(view.list.viewport().rect().contains(row.center()) for row in rows)

    qtbot.waitUntil(all_in_sight, timeout=2000)
    assert view.list.visualItemRect(view.list.item(6)).left() > view.list.visualItemRect(view.list.item(0)).left()
    assert view.list.horizontalScrollBar().maximum() == 0
    view.show_item(
        "Why?", "", [("1", "What was said there takes far more than half of a line to tell it whole " * 2)], ""
    )
    assert not view.list.isWrapping()


def test_answers_take_as_many_columns_as_the_widest_allows(qtbot) -> None:
    view = InterviewView()
    qtbot.addWidget(view)
    view.resize(1172, 200)
    view.show()
    view.show_item("Why?", "", [(str(place), "Too little explained") for place in range(1, 8)], "1 of 4")
    widest = max(view.list.sizeHintForIndex(view.list.model().index(place, 0)).width() for place in range(7))
    assert widest <= view.list.gridSize().width() < 2 * widest


def test_the_key_that_ends_an_interview_works_while_the_cursor_is_in_the_line(qtbot) -> None:
    view = InterviewView()
    qtbot.addWidget(view)
    put_up(qtbot, view)
    view.show_item("Were you satisfied?", "", (("1", "Yes"),), "")
    view.show_ways(asking=True, back=True)
    view.focus_line()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for button, key in ((view.stop_here, Qt.Key.Key_Z), (view.urgent, Qt.Key.Key_U), (view.complaint, Qt.Key.Key_M)):
        with qtbot.waitSignal(button.clicked, timeout=2000):
            qtbot.keyClick(view.line, key, keys)


def test_a_question_stands_where_it_stood_when_nothing_is_offered_with_it(qtbot) -> None:
    view = InterviewView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.show_item("Were you satisfied?", "", (("1", "Yes"), ("2", "No")), "1 of 4")
    qtbot.waitUntil(lambda: view.question.y() > 0)
    before = view.question.geometry()
    view.show_item("How long did you wait?", "", (), "2 of 4")
    qtbot.waitUntil(lambda: view.list.isHidden())
    view.layout().activate()
    assert view.question.geometry().topLeft() == before.topLeft()
    assert view.question.height() == before.height()


def test_uneven_answers_share_the_width_before_anybody_has_to_scroll(qtbot) -> None:
    view = InterviewView()
    qtbot.addWidget(view)
    view.resize(610, 330)
    view.show()
    words = ["Hard to breathe"] * 7 + ["Pregnant or newly delivered: bleeding, pain, fits"] + ["Something else"] * 5
    view.show_item("What is urgent?", "", [(str(place), text) for place, text in enumerate(words, 1)], "")
    last = view.list.item(len(words) - 1)

    def in_sight() -> bool:
        return view.list.viewport().rect().contains(view.list.visualItemRect(last))

    qtbot.waitUntil(in_sight, timeout=2000)
    assert view.list.horizontalScrollBar().maximum() == 0
    assert not view.list.horizontalScrollBar().isVisible()
    assert view.list.isWrapping()


def test_words_that_are_to_be_stressed_are_underlined_and_the_next_question_is_plain_again(qtbot) -> None:
    view = InterviewView()
    qtbot.addWidget(view)
    view.show_item("Was it clean?", "", (), "1 of 4", emphasized="Was it <u>clean</u>?")
    assert view.question.textFormat() is Qt.TextFormat.RichText
    assert view.question.text() == "Was it <u>clean</u>?"
    assert view.question.accessibleName() == "Was it clean?"
    view.show_item("Was it <quiet>?", "", (), "2 of 4")
    assert view.question.textFormat() is Qt.TextFormat.PlainText
    assert view.question.text() == "Was it <quiet>?"
