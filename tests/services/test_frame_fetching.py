"""The people of a frame come from the hub onto another station, are what its record says, or are not kept."""

from datetime import timedelta

import pytest

from app.models.errors import CannotNow, NotAllowed, RecordGone
from app.models.objects import ObjectForeign
from app.models.script_documents import DocumentUnknown
from app.services import access, campaigns, frame_fetching, frames, object_fetching, retention
from app.services.frame_contents import FrameRedacted
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.drawing import frame, plan
from tests.services.fetching import Pair, pair
from tests.services.objects_in_memory import push

__all__ = ["pair"]


def _fetch(office: Office, name: str = "2026Q1") -> None:
    office.do(frame_fetching.keep_frame, office.ask(frame_fetching.fetch_frame, name))


def test_a_fetched_list_gives_the_same_sample(pair: Pair) -> None:
    frame(pair.here)
    pair.give()
    _fetch(pair.there)
    assert pair.there.ask(campaigns.planned, plan()).chosen == pair.here.ask(campaigns.planned, plan()).chosen
    assert [one.here for one in pair.there.ask(frames.frames)] == [True]
    sign_in(pair.there, "admin")
    (read,) = pair.there.ask(access.log)
    assert (read.did, read.entity, read.label, read.rows) == ("opened", "frame", "2026Q1", 60)
    sign_in(pair.there, "li")
    _fetch(pair.there)
    assert push(pair.there).objects == 0


def test_another_center_secret_is_named_as_what_it_is(pair: Pair) -> None:
    frame(pair.here)
    pair.give()
    pair.there.outside["center_secret"] = bytes(32)
    with pytest.raises(ObjectForeign, match="2026Q1"):
        pair.there.ask(frame_fetching.fetch_frame, "2026Q1")


def test_only_who_may_fetches_and_only_what_there_is(pair: Pair) -> None:
    frame(pair.here)
    pair.give()
    with pytest.raises(RecordGone):
        pair.there.ask(frame_fetching.fetch_frame, "2025Q1")
    with pytest.raises(DocumentUnknown):
        pair.there.ask(object_fetching.open_document, "ab")
    found = pair.there.ask(frame_fetching.fetch_frame, "2026Q1")
    sign_in(pair.there, "wang")
    with pytest.raises(NotAllowed):
        pair.there.ask(frame_fetching.fetch_frame, "2026Q1")
    with pytest.raises(NotAllowed):
        pair.there.do(frame_fetching.keep_frame, found)


def test_a_stop_in_the_middle_keeps_nothing(pair: Pair) -> None:
    frame(pair.here)
    pair.give()

    class Stop(CannotNow):
        """Somebody stopped it."""

    class Progress:
        def at(self, done: int, total: int = 0, note: str = "") -> None:
            assert (done, total, note) == (1, 1, "")
            raise Stop

    with pytest.raises(Stop):
        pair.there.ask(frame_fetching.fetch_frame, "2026Q1", progress=Progress())
    assert [one.here for one in pair.there.ask(frames.frames)] == [False]


def test_what_was_redacted_while_it_came_is_not_kept(pair: Pair, clock: FakeClock) -> None:
    frame(pair.here)
    pair.give()
    found = pair.there.ask(frame_fetching.fetch_frame, "2026Q1")
    clock.advance(timedelta(days=400))
    sign_in(pair.there, "admin")
    pair.there.do(retention.set_days, "frames", 365)
    assert pair.there.do(retention.redact).value == 1
    with pytest.raises(FrameRedacted):
        pair.there.do(frame_fetching.keep_frame, found)
    with pytest.raises(FrameRedacted):
        pair.there.ask(frame_fetching.fetch_frame, "2026Q1")
