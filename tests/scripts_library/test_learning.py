"""Fitting: who said what and was given which script becomes a model that finds it again."""

from app.scripts_library import learning
from app.scripts_library.learned import ENOUGH, REST, from_bytes, heard_in
from app.scripts_library.learning import Example, fit, hash_of, learnable
from app.scripts_library.tokens import fold, runs

PARKING = [
    f"{word} park my car at {place}" for word in ("where can I", "may I") for place in ["hall", "gate", "yard", "door"]
]
REFUND = [f"{word}退{what}" for word in ("怎么", "能不能", "哪里", "多久") for what in ("押金", "挂号费")]
EXAMPLES = [
    *(Example("parking", words, 1 + call) for call, words in enumerate(PARKING)),
    *(Example("refund", words) for words in REFUND),
    Example("hours", "opening hours of the clinic"),
]


def first(model, text: str) -> str:
    margins = model.margins(heard_in(runs(fold(text))))
    return max(margins, key=margins.__getitem__)


def test_unseen_words_find_the_script_in_both_languages() -> None:
    model = from_bytes(fit(EXAMPLES).to_bytes())
    assert first(model, "can my car park here") == "parking"
    assert first(model, "退押金要多久") == "refund"
    assert first(model, "clinic opening") == REST
    assert model.calls("parking", heard_in(runs("car"))) == len(PARKING)
    assert model.calls("refund", heard_in(runs("押金"))) == 0


def test_the_same_examples_make_the_same_model() -> None:
    assert fit(EXAMPLES).to_bytes() == fit(EXAMPLES).to_bytes()
    told = hash_of(learnable(EXAMPLES))
    assert hash_of(learnable(EXAMPLES[:-1])) != told
    assert fit(EXAMPLES).trained_on == told


def test_scripts_with_few_examples_lie_together() -> None:
    kept = learnable([*EXAMPLES, Example("empty", "  ")])
    assert [one.script for one in kept].count(REST) == 1
    assert fit(EXAMPLES).scripts == ("parking", "refund")


def test_two_scripts_are_told_apart_by_one_line() -> None:
    model = fit(EXAMPLES[: len(PARKING) + len(REFUND)])
    assert first(model, "park my car") == "parking"
    assert first(model, "退挂号费") == "refund"


def test_a_word_that_nobody_has_said_is_understood_by_its_meaning() -> None:
    asked = ["my doctor", "a doctor near me", "which doctor", "change doctor", "see the doctor", "female doctor"]
    paid = ["my bill", "a bill for me", "which bill", "change bill", "see the bill", "lower bill"]
    model = fit([*(Example("doctors", one) for one in asked * 2), *(Example("bills", one) for one in paid * 2)])
    assert first(model, "my physician") == first(model, "the surgeon") == "doctors"
    assert first(model, "my invoice") == first(model, "the payment") == "bills"
    assert from_bytes(model.to_bytes()) == model


def test_nothing_is_learned_from_too_little(monkeypatch) -> None:
    assert fit([]) is None
    assert fit([Example("a", f"word {number}") for number in range(ENOUGH)]) is None
    monkeypatch.setattr(learning, "MOST_EXAMPLES", 2)
    assert len(learnable(EXAMPLES)) == 2 + 2 + 1
