"""Callers of the demo have names and numbers of two countries, and some call again and again."""

from collections import Counter
from random import Random

from app.services import phone_numbers
from app.services.demo_callers import Callers
from app.services.demo_texts import Texts


def drawn(count: int, known: int) -> tuple[Callers, list[int]]:
    rng = Random(4)
    callers = Callers(rng, Texts(rng), english=0.3, known=known)
    return callers, [callers.draw()[0] for _ in range(count)]


def test_every_number_is_understood_as_it_is() -> None:
    callers, places = drawn(300, 300)
    for place in set(places):
        assert phone_numbers.understood(callers.at(place).number, "CN").e164 == callers.at(place).number


def test_both_languages_are_spoken_and_some_stay_anonymous() -> None:
    callers, places = drawn(400, 400)
    people = [callers.at(place) for place in set(places)]
    assert {one.language for one in people} == {"zh", "en"}
    assert 0 < sum(1 for one in people if one.name is None) < len(people) / 3


def test_a_few_call_often_and_no_more_are_known_than_asked_for() -> None:
    _, places = drawn(2000, 100)
    often = Counter(places).most_common()
    assert len(often) == 100
    assert often[0][1] > 4 * often[-1][1]
