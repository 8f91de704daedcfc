"""Of generated answers with one wrong fact at most 1 % pass, and nine in ten of the honest ones do."""

import random

from benchmarks.grading import flipped, honest, measure, misnumbered, shipped, thinned, weights_of, wrong


def test_wrong_facts_do_not_pass_and_honest_answers_do() -> None:
    scripts = shipped()
    weights = weights_of(scripts)
    _, passed, _ = measure(wrong(scripts, 11), 100, weights)
    _, right, _ = measure(honest(scripts, 12), 100, weights)
    assert sum(passed.values()) <= 1
    assert sum(right.values()) >= 90


def test_what_is_made_wrong_is_wrong() -> None:
    draw = random.Random(5)
    assert flipped("do not stop", "en", draw) == "do  stop"
    assert flipped("能不能停", "zh", draw) is None
    assert flipped("停药", "zh", draw) is None
    assert misnumbered("in 3 days", draw) not in (None, "in 3 days")
    assert misnumbered("soon", draw) is None


def test_what_is_thinned_keeps_its_facts() -> None:
    text = "do not take more than 3 of these small white pills on any one day of the week"
    made = thinned(text, "en", random.Random(5))
    assert len(made.split()) < len(text.split())
    assert "not" in made.split()
    assert "3" in made.split()
