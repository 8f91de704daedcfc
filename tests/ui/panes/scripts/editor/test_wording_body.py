"""The sections of one wording."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.scripts_library.reading_level import ReadingLevel
from app.scripts_library.script import Variant
from app.services.script_writing import WordingFacts
from app.ui.panes.scripts.editor.wording_body import WordingBody
from tests.windows import put_up


@pytest.fixture
def body(bare_jobs, qtbot) -> WordingBody:
    made = WordingBody()
    qtbot.addWidget(made)
    made.show_variant(Variant("zh", say="9至45岁"))
    put_up(qtbot, made)
    return made


def notes(body: WordingBody) -> str:
    return " ".join(label.text() for label in body.findChildren(QLabel))


def test_typing_is_said_with_its_section(body: WordingBody, qtbot) -> None:
    with qtbot.waitSignal(body.edited) as edited:
        qtbot.keyClick(body.texts["record"], "x")
    assert edited.args == ["record", "x"]


def test_showing_the_same_text_keeps_undo(body: WordingBody, qtbot) -> None:
    say = body.texts["say"]
    qtbot.keyClicks(say, "abc")
    body.show_variant(Variant("zh", say=say.value()))
    qtbot.keyClick(say, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert say.value() == "9至45岁"


def test_length_level_and_what_is_missing_are_told(body: WordingBody) -> None:
    body.show_facts(WordingFacts(71.6, ReadingLevel(32.0, "hard"), "45"), "9 (k1)")
    text = notes(body)
    for part in (
        "about 72 s to say, at most 60",
        "reading level 32.0: hard",
        "figures only here: 45",
        "missing: 9 (k1)",
    ):
        assert part in text


def test_a_figure_that_the_other_language_lacks_is_marked(body: WordingBody) -> None:
    body.show_facts(WordingFacts(1.0, None, "45"), "")
    (mark,) = body.texts["say"].extraSelections()
    assert mark.cursor.selectedText() == "45"  # type: ignore[attr-defined]
    body.show_facts(WordingFacts(1.0, None), "")
    assert body.texts["say"].extraSelections() == []


def test_nothing_is_told_before_it_is_known(body: WordingBody) -> None:
    body.show_facts(None, "")
    assert "to say" not in notes(body)
