from datetime import timedelta

from app.models.extensions import pending
from app.models.inquiries import EventKind, InquiryEvent
from tests.desk import NOON


def _events(*kinds: EventKind) -> list[InquiryEvent]:
    return [
        InquiryEvent(
            bytes([place]), b"i", kind, NOON + timedelta(hours=place), None, None, None, None, None, None, None, None
        )
        for place, kind in enumerate(kinds)
    ]


def test_what_was_asked_waits_until_it_is_decided() -> None:
    told = _events(EventKind.OPENED, EventKind.EXTENSION_ASKED, EventKind.NOTE)
    assert pending(told) is told[1]
    for decided in (EventKind.EXTENSION_APPROVED, EventKind.EXTENSION_REFUSED, EventKind.CLOSED):
        assert pending([*told, *_events(decided)]) is None
    assert pending(told[:1]) is None
