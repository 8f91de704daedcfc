"""A choice too narrow for its text ends in an ellipsis, one that is wide enough shows all of it."""

import pytest

from app.ui.kit import theme
from app.ui.kit.cut_choice import CutChoice
from app.ui.kit.editors import ChoiceEditor
from app.ui.kit.fields import Option
from app.ui.panes.campaigns.choice import Choice
from app.ui.panes.findings.layout import Choice as Filter

LONG = "County Maternal and Child Health Hospital"


@pytest.fixture(params=["plain", "field", "results", "filter"])
def choice(request, qtbot):
    theme.of_app().apply(mode="light")
    if request.param == "field":
        made = ChoiceEditor([Option("H1", LONG)], "en")
        made.set_value("H1")
    elif request.param == "results":
        made = Choice("choice")
        made.offer([("H1", LONG)], "H1")
    elif request.param == "filter":
        made = Filter("choice", None)
        made.offer([("H1", LONG)])
    else:
        made = CutChoice()
        made.addItem(LONG)
    qtbot.addWidget(made)
    return made


def test_a_text_that_is_cut_says_that_it_goes_on(choice):
    choice.resize(160, 30)
    text = choice.shown_text()
    assert text.endswith("…")
    assert LONG.startswith(text[:-1])
    assert len(text) > 8
    assert choice.currentText() == LONG


def test_a_text_that_has_room_stands_there_whole(choice):
    choice.resize(600, 30)
    assert choice.shown_text() == LONG


def test_what_is_painted_is_the_cut_text(choice, monkeypatch):
    choice.resize(160, 30)
    cut = choice.grab().toImage()
    monkeypatch.setattr(choice, "shown_text", choice.currentText)
    assert choice.grab().toImage() != cut
    choice.resize(600, 30)
    monkeypatch.setattr(choice, "shown_text", str)
    nothing = choice.grab().toImage()
    monkeypatch.undo()
    assert choice.grab().toImage() != nothing
