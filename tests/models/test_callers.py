"""Callers' words are those of the product."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from app.models.callers import CALLER_FLAG, DNC, CallerKind, FlagCode, Links, end_of, gathered, links_without


def test_a_do_not_call_is_no_flag_and_names_nobody() -> None:
    assert "do_not_call" not in {code.value for code in FlagCode}
    assert not {"number", "name"} & {one.name for one in DNC.fields}


def test_flags_expire_and_are_ended_by_a_later_fact() -> None:
    assert {"expires_at", "ends"} <= {one.name for one in CALLER_FLAG.fields}
    assert CallerKind("physician") is CallerKind.PHYSICIAN


def together(links: Links, start: bytes) -> set[bytes]:
    """Every card that is linked with one, directly or over others, whichever of two holds the link."""
    found, before = {start}, set[bytes]()
    while found != before:
        before = set(found)
        found |= {other for one, others in links.items() if one in found for other in others}
        found |= {one for one, others in links.items() if not found.isdisjoint(others)}
    return found


def after(links: Links, changed: Mapping[bytes, bytes | None]) -> Links:
    """The links after some were set: one link takes the place of all that a card had."""
    return {**links, **{one: (other,) if other else () for one, other in changed.items()}}


@st.composite
def one_person(draw: st.DrawFn) -> Links:
    """Cards of one person, linked in whatever way stations that do not know each other come to: chains, circles, and
    cards with several links that nobody has decided between.
    """
    cards = [bytes([one]) for one in range(draw(st.integers(2, 7)))]
    most = draw(st.sampled_from([1, 3]))
    links = {one: tuple(draw(st.lists(st.sampled_from(cards), max_size=most, unique=True))) for one in cards}
    return {one: links[one] for one in together(links, cards[0])}


@given(one_person(), st.data())
def test_a_link_where_the_links_end_loses_nobody(links: Links, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(sorted(links)))
    if (end := end_of(links, start)) is None:
        links = after(links, gathered(links))
        end = end_of(links, start)
    assert end is not None
    assert together(after(links, {end: b"new"}), start) == {*links, b"new"}


@given(one_person())
def test_links_that_are_gathered_leave_nothing_to_decide_and_lose_nobody(links: Links) -> None:
    joined = after(links, gathered(links))
    assert together(joined, min(links)) == set(links)
    assert all(len(others) < 2 for others in joined.values())


@given(one_person(), st.data())
def test_a_card_that_is_taken_out_stands_alone_and_all_others_stay_together(links: Links, data: st.DataObject) -> None:
    left = data.draw(st.sampled_from(sorted(links)))
    parted = after(links, links_without(links, left))
    assert together(parted, left) == {left}
    rest = sorted(set(links) - {left})
    assert not rest or together(parted, rest[0]) == set(rest)
