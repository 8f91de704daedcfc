"""Applying what was learned: margins, reasons, and one scale with the phrases."""

from zlib import crc32

import pytest

from app.scripts_library import learned
from app.scripts_library.learned import REST, Heard, Learned, confidence, from_bytes, fused, heard_in, packed
from app.scripts_library.tokens import fold, runs
from app.scripts_library.word_meanings import meaning_of


def asked(text: str) -> Heard:
    return heard_in(runs(fold(text)))


@pytest.fixture
def model() -> Learned:
    """Two scripts and the rest; `fee` speaks for a and against b, three calls said it."""
    fee = crc32(b"fee")
    rows = [(fee, 2.0, [(0, 127, 3), (1, -127, 0)])]
    return Learned(("a", "b", REST), "hash", 9, packed(rows, [0.01, 0.01, 0.01], [-1.0, -1.0, -0.9]))


def test_words_speak_for_a_script_and_against_another(model: Learned) -> None:
    margins = model.margins(asked("what fee"))
    assert margins["a"] == pytest.approx(0.27)
    assert margins["b"] == pytest.approx(-2.27)
    assert margins[REST] == pytest.approx(-0.9)
    assert model.margins(asked("zebra")) == {}


def test_what_a_word_means_moves_the_margin_of_a_script_that_means_it() -> None:
    meant = meaning_of({"fee": 1.0})
    steps = [round(100 * one) for one in meant]
    rows = [(crc32(b"fee"), 1.0, [(0, 100, 1), (1, 100, 1)])]
    meanings = [(0.01, steps), (0.01, [-one for one in steps])]
    model = Learned(("a", "b"), "hash", 9, packed(rows, [0.01, 0.01], [-1.0, -1.0], meanings))
    margins = model.margins(asked("fee"))
    assert margins["a"] == pytest.approx(1.0, abs=0.02)
    assert margins["b"] == pytest.approx(-1.0, abs=0.02)


def test_the_reason_counts_the_calls_that_said_it(model: Learned) -> None:
    assert model.calls("a", asked("what fee")) == 3
    assert model.calls("b", asked("what fee")) == 0
    assert model.calls("unknown", asked("what fee")) == 0


def test_what_is_stored_comes_back_the_same_and_nothing_else_does(model: Learned) -> None:
    stored = model.to_bytes()
    assert from_bytes(stored) == model
    for broken in (b"", b"OWL1", stored[:-1], stored + b"x", b"XXXX" + stored[4:], stored[:9] + b"{" + stored[10:]):
        assert from_bytes(broken) is None


def test_a_sure_model_puts_its_script_first_and_an_unsure_one_changes_nothing(model: Learned) -> None:
    phrases = {"a": 0.2, "new": 1.0, "b": 0.9}
    total = fused(phrases, {"a": 0.3, "b": -1.0, REST: -0.9}, model)
    assert max(total, key=total.__getitem__) == "a"
    assert total["b"] < total["new"]
    assert fused(phrases, {"a": -1.0, REST: -0.2}, model) == phrases


def test_a_phrase_said_as_it_is_stays_before_what_was_learned(model: Learned) -> None:
    total = fused({"new": 2.0, "a": 0.4}, {"a": 0.0, REST: -0.8}, model)
    assert max(total, key=total.__getitem__) == "new"


def test_a_learned_script_is_found_without_a_common_word(model: Learned) -> None:
    assert set(fused({}, {"a": 0.1, "b": -1.0, REST: -1.0}, model)) == {"a"}
    assert confidence({}) == 0.0
    assert confidence({"a": 0.5, REST: 0.9}) == 1.0
    assert learned.ENOUGH > 1
    assert (model.scripts, "a" in model, "x" in model) == (("a", "b"), True, False)
