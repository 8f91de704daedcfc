from datetime import UTC, datetime, timedelta

import pytest

from app.models.inquiries import EventKind, InquiryEvent, State
from app.models.routing_results import RoutedVerdict, routed_right, row_of

START = datetime(2026, 3, 2, tzinfo=UTC)
KINDS = {
    "D": (EventKind.DISPATCHED, State.DISPATCHED),
    "A": (EventKind.ACCEPTED, State.ACCEPTED),
    "R": (EventKind.RETURNED, State.RETURNED),
    "C": (EventKind.CLOSED, State.CLOSED),
    "X": (EventKind.CANCELLED, State.CANCELLED),
    "N": (EventKind.NOTE, None),
}


def events(*steps):
    """Steps as ``D1`` (dispatched to unit 1), ``D2:wrong_area`` (moved for it), ``R:duplicate``, ``A``, ``C`` …"""
    found = [_event(0, EventKind.OPENED, State.NEW)]
    for place, step in enumerate(steps, 1):
        name, _, reason = step.partition(":")
        kind, state = KINDS[name[0]]
        moved = {"moved_for": reason} if reason and name[0] == "D" else {}
        found.append(_event(place, kind, state, name[1:] or None, reason or None, moved))
    return found


def _event(place, kind, state, unit=None, reason=None, routing=None):
    at = START + timedelta(hours=place)
    return InquiryEvent(b"e", b"i", kind, at, None, None, state, unit, reason, None, None, None, routing=routing or {})


@pytest.mark.parametrize(
    ("steps", "verdict"),
    [
        (("D1",), RoutedVerdict.WAITING),
        (("D1", "N"), RoutedVerdict.WAITING),
        (("D1", "A"), RoutedVerdict.RIGHT),
        (("D1", "C"), RoutedVerdict.RIGHT),
        (("D1", "D1", "A"), RoutedVerdict.RIGHT),
        (("D1", "R:not_our_duty"), RoutedVerdict.WRONG),
        (("D1", "A", "R:wrong_area", "D2", "A"), RoutedVerdict.WRONG),
        (("D1", "R:insufficient_info"), RoutedVerdict.RIGHT),
        (("D1", "R:insufficient_info", "D1", "R:not_our_duty"), RoutedVerdict.WRONG),
        (("D1", "R:duplicate", "D2", "R:not_our_duty"), RoutedVerdict.RIGHT),
        (("D1", "D2:not_our_duty", "A"), RoutedVerdict.WRONG),
        (("D1", "D2:other", "A"), RoutedVerdict.RIGHT),
        (("D1", "D2", "A"), RoutedVerdict.UNSAID),
        (("D1", "X"), RoutedVerdict.CALLED_OFF),
        (("D1", "A", "X"), RoutedVerdict.RIGHT),
    ],
)
def test_what_became_of_the_first_dispatch_is_judged(steps, verdict):
    assert row_of("1", events(*steps)).verdict is verdict


def test_an_inquiry_that_was_never_dispatched_has_no_row():
    assert row_of("1", events("N", "C")) is None


def test_the_figure_tells_what_it_is_made_of_and_what_is_left_out():
    lives = (("D1", "A"), ("D1", "R:wrong_area"), ("D1",), ("D1", "D2"), ("D1", "X"))
    found = routed_right(row_of(str(number), events(*life)) for number, life in enumerate(lives))
    assert (found.numerator, found.denominator, found.share) == (1, 2, 0.5)
    assert found.excluded == {RoutedVerdict.WAITING: 1, RoutedVerdict.CALLED_OFF: 1, RoutedVerdict.UNSAID: 1}
    assert [row.reason for row in found.rows] == ["", "wrong_area", "", "", ""]
    assert routed_right([]).share is None


def test_suggestions_that_were_taken_are_counted_beside_those_that_were_not():
    suggested = {"suggested": {"by": "rule", "unit": "1"}}
    taken = _event(1, EventKind.DISPATCHED, State.DISPATCHED, "1", routing=suggested)
    other = _event(1, EventKind.DISPATCHED, State.DISPATCHED, "2", routing={**suggested, "override": "agreed"})
    none = _event(1, EventKind.DISPATCHED, State.DISPATCHED, "2", routing={"suggested": {"by": "nothing"}})
    found = routed_right(row_of("1", [one]) for one in (taken, other, none))
    assert (found.suggested, found.taken, found.overrides) == (2, 1, {"agreed": 1})
