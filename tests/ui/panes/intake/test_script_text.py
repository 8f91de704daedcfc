import pytest
from PySide6.QtWidgets import QLabel

from app.services.script_reading import OpenScript, Piece, ReadSection
from app.ui.kit import theme
from app.ui.panes.intake.script_text import ScriptText

SCRIPT = OpenScript(
    "hpv", 3, "HPV", "en",
    (
        ReadSection("say", (Piece("Ask <b>"), Piece("North", "clinic"), Piece(" "), Piece("{x}", "x", missing=True))),
        ReadSection("escalate", (Piece("Pregnant"),)),
    ),
    sources=("County 8",), must_not_say=("guaranteed",), dialect_notes={"zh": "俗称"},
)  # fmt: skip


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_filled_placeholders_are_marked_and_empty_ones_are_red(shown, mode):
    theme.of_app().apply(mode=mode)
    text = ScriptText(("say",))
    text.show_text(SCRIPT)
    shown(text)
    looks = theme.of_app()
    (said,) = texts(text)
    assert f'<b style="color:{looks.hex("accent")}">North</b>' in said
    assert f'<b style="color:{looks.hex("danger")}">{{x}}</b>' in said
    assert "&lt;b&gt;" in said
    theme.of_app().apply(mode="light")


def test_the_rest_says_when_to_hand_over_what_never_to_say_and_the_source(shown):
    text = ScriptText(("escalate",), sources=True)
    text.show_text(SCRIPT)
    shown(text)
    said = texts(text)
    assert "Hand over when" in said
    assert "guaranteed" in said
    assert "俗称" in said
    assert "Source: County 8" in said


def test_a_part_without_sections_takes_no_room(shown):
    text = ScriptText(("record",))
    text.show_text(SCRIPT)
    shown(text, inside=True)
    assert not text.isVisible()
