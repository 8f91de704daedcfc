from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.models.errors import NotSignedIn
from app.services import contacts, routing_learning
from app.services.routing_learning import Example, as_typed, case_of, fit, from_bytes, learnable, parts_of, to_bytes
from tests.desk import NOON, draft


def dispatched(office, summary, unit, **values):
    opened = office.do(contacts.start, draft(summary=summary, details=None, unit=unit, due_at=NOON, **values)).value
    return office.do(contacts.finalize, opened, Outcome.DISPATCH).value


def example(summary, unit, place=0, category="complaint"):
    return Example(NOON + timedelta(minutes=place), case_of(summary, category, "", "phone_in"), unit)


def test_words_are_pairs_of_characters_and_stems():
    case = case_of("Two bills 2026\n乱收费", "complaint", " City ", "phone_in")
    assert (case.summary, case.area) == ("two bills 2026", "city")
    assert case.words == ("two", "bill", "乱收", "收费")


@pytest.mark.parametrize(
    ("area", "parts"),
    [
        ("District 4 / Hill", ("district 4", "hill")),
        ("北区、河湾镇、三村", ("北区", "三村")),
        ("Hill", ("hill", "")),
        (" / ", ("", "")),
    ],
)
def test_an_area_may_name_a_greater_and_a_smaller_part(area, parts):
    assert parts_of(area) == parts
    assert (case_of("", "", area, "").area, case_of("", "", area, "").place) == parts


def test_what_was_met_once_is_no_summary_and_no_word_to_learn():
    found = learnable([example("a bill", "U01", 1), example("A bill", "U01"), example("bill of lading", "U02", 2)])
    assert [(one.case.summary, one.case.words) for one in found] == [
        ("a bill", ("bill",)),
        ("a bill", ("bill",)),
        ("", ("bill",)),
    ]


def test_what_was_learned_is_kept_and_read_back_as_it_was():
    many = [example("乱收费", "U01", place) if place % 3 else example("挂号难", "U02", place) for place in range(90)]
    learned = fit(many)
    again = from_bytes(to_bytes(learned))
    assert again.calibration == learned.calibration
    assert again.memory.suggest(many[1].case, NOON) == learned.memory.suggest(many[1].case, NOON)
    assert to_bytes(fit(many)) == to_bytes(learned)
    assert from_bytes(b"") is None


def test_the_end_is_guessed_from_what_was_known_before():
    learned = fit([example("乱收费", "U01", place) for place in range(400)])
    assert (learned.calibration.judged, learned.calibration.right) == (80, 80)


def test_dispatches_are_fitted_once_and_again_when_there_are_new_ones(office):
    dispatched(office, "a bill", "U01")
    first = office.ask(routing_learning.fitted)
    assert (first.examples, first.units) == (1, 1)
    office.do(routing_learning.keep, first)
    assert office.ask(routing_learning.fitted) is None
    office.do(routing_learning.keep, None)
    dispatched(office, "a bill", "U02")
    assert office.ask(routing_learning.fitted).examples == 2


def test_an_empty_past_teaches_nothing(office):
    found = office.ask(routing_learning.fitted)
    assert (found.body, found.examples) == (b"", 0)
    office.sign_in(None)
    with pytest.raises(NotSignedIn):
        office.ask(routing_learning.fitted)


def test_what_decided_is_told_as_it_was_typed_and_joined_over_no_comma():
    text = "Nurses: 医院乱收费，费用高"
    words = case_of(text, "", "", "").words
    assert as_typed(text, words) == ("nurses", "医院乱收费", "费用高")
    assert as_typed(text, ("乱收", "收费")) == ("乱收费",)
