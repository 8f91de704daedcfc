"""A transcript as HTML: who said what, nothing of it read as markup."""

from app.models.mock_calls import Temper, Turn
from app.services.script_reading import OpenScript, Piece, ReadSection
from app.ui.panes.practice import presenting


def test_every_line_names_its_speaker_and_is_no_markup() -> None:
    turns = (Turn(False, "a < b"), Turn(True, "Yes"))
    html = presenting.transcript_html(turns, ("Ann", "You"), ("#111111", "#222222"))
    assert "Ann</b>&nbsp; a &lt; b" in html
    assert '<b style="color:#222222">You</b>&nbsp; Yes' in html


def test_every_temper_has_a_tone() -> None:
    assert set(presenting.TONES) == set(Temper)


def test_the_open_answer_is_what_is_said_first() -> None:
    script = OpenScript("k", 1, "T", "en", (ReadSection("say", (Piece("Wash "), Piece("it."))),))
    assert presenting.answer_of(script) == "Wash it."
    assert presenting.answer_of(None) == ""
