"""Callers' words are those of the product."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from app.models.callers import CALLER_FLAG, DNC, CallerKind, FlagCode, end_of, links_without

Links = Mapping[bytes, bytes | None]


def test_a_do_not_call_is_no_flag_and_names_nobody() -> None:
    assert "do_not_call" not in {code.value for code in FlagCode}
    assert not {"number", "caller", "name"} & {one.name for one in DNC.fields}


def test_flags_expire_and_are_ended_by_a_later_fact() -> None:
    assert {"expires_at", "ends"} <= {one.name for one in CALLER_FLAG.fields}
    assert CallerKind("physician") is CallerKind.PHYSICIAN


def together(links: Links, start: bytes) -> set[bytes]:
    """Every card that is linked with one, directly or over others, whichever of two holds the link."""
    found, before = {start}, set[bytes]()
    while found != before:
        before = set(found)
        found |= {other for one, other in links.items() if one in found and other}
        found |= {one for one, other in links.items() if other in found}
    return found


@st.composite
def one_person(draw: st.DrawFn) -> Links:
    """Cards of one person, linked in whatever way stations that do not know each other come to: chains and circles."""
    cards = [bytes([one]) for one in range(draw(st.integers(2, 7)))]
    links = {one: draw(st.sampled_from([None, *cards])) for one in cards}
    return {one: links[one] for one in together(links, cards[0])}


@given(one_person(), st.data())
def test_a_link_where_the_links_end_loses_nobody(links: Links, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(sorted(links)))
    joined = {**links, b"new": None, end_of(links, start): b"new"}
    assert together(joined, start) == {*links, b"new"}


@given(one_person(), st.data())
def test_a_card_that_is_taken_out_stands_alone_and_all_others_stay_together(links: Links, data: st.DataObject) -> None:
    left = data.draw(st.sampled_from(sorted(links)))
    parted = {**links, **links_without(links, left)}
    assert together(parted, left) == {left}
    rest = sorted(set(links) - {left})
    assert not rest or together(parted, rest[0]) == set(rest)
