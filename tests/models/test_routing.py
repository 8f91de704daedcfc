from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.routing import Case, RoutingMemory, calibration

NOW = datetime(2026, 3, 2, 4, tzinfo=UTC)


def days_ago(days):
    return NOW - timedelta(days=days)


def remember(*told):
    memory = RoutingMemory()
    for case, unit, days, times in told:
        for _ in range(times):
            memory.add(case, unit, days_ago(days))
    return memory


def test_nothing_is_suggested_without_a_past():
    assert RoutingMemory().suggest(Case("complaint.fee"), NOW) is None
    assert RoutingMemory().probabilities(Case("complaint.fee"), NOW) == {}


def test_the_area_decides_where_the_category_alone_does_not():
    memory = remember(
        (Case("complaint.fee", "north"), "hospital-n", 3, 10), (Case("complaint.fee", "south"), "hospital-s", 3, 12)
    )
    found = memory.suggest(Case("complaint.fee", "north"), NOW)
    assert (found.unit, found.level) == ("hospital-n", "category+area")
    assert found.probability > 0.8
    assert found.others[0][0] == "hospital-s"


def test_an_area_never_seen_falls_back_to_the_category():
    memory = remember((Case("complaint.fee", "north"), "finance", 3, 20), (Case("consult.hpv"), "cdc", 3, 20))
    found = memory.suggest(Case("complaint.fee", "west"), NOW)
    assert (found.unit, found.level) == ("finance", "category")


def test_a_place_decides_where_its_area_was_never_seen():
    memory = remember(
        (Case("complaint.fee", "north", "hill"), "u-hill", 3, 20),
        (Case("complaint.fee", "north", "lake"), "u-lake", 3, 30),
    )
    found = memory.suggest(Case("complaint.fee", "", "hill"), NOW)
    assert (found.unit, found.level) == ("u-hill", "category+place")


def test_a_child_never_seen_is_judged_by_its_parent():
    memory = remember((Case("complaint.fee"), "finance", 3, 20), (Case("consult.hpv"), "cdc", 3, 20))
    memory.add_all([(Case("complaint.fee"), "finance", NOW)] * 5)
    assert memory.probabilities(Case("complaint.refund"), NOW)["finance"] > 0.5


def test_a_unit_that_took_over_is_suggested_before_long():
    memory = remember((Case("appointment"), "old-desk", 120, 200), (Case("appointment"), "new-desk", 2, 30))
    assert memory.suggest(Case("appointment"), NOW).unit == "new-desk"


def test_words_decide_where_nobody_chose_a_category_and_they_are_named():
    memory = remember(
        (Case("a", words=("发票", "报销")), "finance", 3, 30), (Case("b", words=("疫苗", "接种")), "cdc", 3, 30)
    )
    found = memory.suggest(Case(words=("疫苗", "发烧")), NOW)
    assert (found.unit, found.level, found.words) == ("cdc", "words", ("疫苗",))


def test_what_is_not_likely_enough_is_not_suggested():
    memory = remember(*((Case("other"), unit, 3, 10) for unit in "abcd"))
    assert memory.suggest(Case("other"), NOW) is None
    assert memory.suggest(Case("other"), NOW, least=0.0).unit == "a"


cases = st.builds(
    Case,
    st.sampled_from(["", "a", "a.b", "c"]),
    st.sampled_from(["", "n"]),
    words=st.lists(st.sampled_from("xyz"), max_size=3).map(tuple),
)
pasts = st.lists(st.tuples(cases, st.sampled_from("uvw"), st.integers(0, 900).map(days_ago)), max_size=25)


@given(pasts, cases)
def test_probabilities_add_up_and_do_not_depend_on_the_order(past, case):
    memory, reversed_memory = RoutingMemory(), RoutingMemory()
    memory.add_all(past)
    reversed_memory.add_all(past[::-1])
    found = memory.probabilities(case, NOW)
    assert sum(found.values()) == pytest.approx(1.0 if past else 0.0)
    assert found == pytest.approx(reversed_memory.probabilities(case, NOW))


def test_calibration_counts_what_was_shown_and_what_was_right():
    assert calibration([(0.95, True), (0.91, False), (0.5, True)], at_least=0.9) == (2, 1)


def test_a_memory_is_dumped_in_small_parts_and_loaded_again():
    memory = remember(
        *((Case(f"c{place}", words=(f"w{place}", "all")), f"u{place % 3}", 1, 1) for place in range(1200))
    )
    parts = list(memory.dump())
    assert max(len(part[1]) for part in parts) == 500
    again = RoutingMemory.load(parts)
    case = Case("c7", words=("w7", "all"))
    assert again.suggest(case, NOW) == memory.suggest(case, NOW)


def test_a_unit_that_is_not_asked_is_not_suggested():
    memory = remember((Case("c"), "a", 1, 8), (Case("c"), "b", 1, 2))
    found = memory.suggest(Case("c"), NOW, without=frozenset({"a"}))
    assert (found.unit, round(found.probability, 6), found.others) == ("b", 1.0, ())
    assert memory.suggest(Case("c"), NOW, without=frozenset("ab")) is None
