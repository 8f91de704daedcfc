"""A list of people and a document of a script on a real hub: cut, killed, fetched on a new PC, gone by the rules."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from app.models.objects import PART_BYTES, ObjectMissing
from app.outside import hub_project
from app.services import campaigns, frame_contents, frame_fetching, frames, object_fetching, retention, script_documents
from app.services.office import Office
from tests.desk import sign_in
from tests.journeys.stations import Center, center
from tests.servers import Server
from tests.services.drawing import frame, person, plan
from tests.services.old_frames import recorded

__all__ = ["center"]


def _attached(office: Office, folder: Path, content: bytes) -> str:
    sign_in(office, "chen")
    (folder / "notice.pdf").write_bytes(content)
    kept = office.ask(script_documents.take_in, folder / "notice.pdf")
    sha256 = office.do(script_documents.attach, kept).value.sha256
    sign_in(office, "li")
    return sha256


def _fetch(office: Office) -> None:
    office.do(frame_fetching.keep_frame, office.ask(frame_fetching.fetch_frame, "2026Q1"))


def test_a_push_that_is_killed_goes_on_and_a_new_pc_draws_the_same_sample(center: Center, tmp_path: Path) -> None:
    here = center.station("here")
    frame(here, rows=[person(place, "H1" if place % 3 else "H2") for place in range(14_000)])
    notice = os.urandom(2 * PART_BYTES)
    sha256 = _attached(here, tmp_path, notice)
    for _ in range(2):
        killed = [sys.executable, "-m", "tests.journeys.stations", str(here.store.path), "1"]
        done = subprocess.run(killed, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == -signal.SIGKILL, done.stderr
    assert center.sync(here).outcome.objects >= 1
    fresh = center.station("new PC")
    center.sync(fresh)
    with pytest.raises(frame_contents.FrameElsewhere):
        fresh.ask(campaigns.planned, plan(size=200))
    _fetch(fresh)
    assert fresh.ask(campaigns.planned, plan(size=200)).chosen == here.ask(campaigns.planned, plan(size=200)).chosen
    assert fresh.ask(object_fetching.open_document, sha256).read_bytes() == notice


def test_a_sync_without_news_takes_at_most_six_trips_with_lists_and_documents(center: Center, tmp_path: Path) -> None:
    here = center.station("here")
    frame(here)
    _attached(here, tmp_path, b"a notice")
    assert center.sync(here).outcome.objects == 2
    assert center.sync(here).outcome.trips <= 6
    checked = center.sync(here, check=True).outcome
    assert (checked.objects, checked.checked, checked.unequal) == (0, True, ())
    assert checked.trips <= 6 + 2  # the comparison asks once for each of the two scopes that a station reads


def test_what_retention_takes_goes_from_the_hub_and_no_new_pc_gets_it(center: Center, server: Server) -> None:
    here, kept = center.station("here"), "SELECT count(*) FROM hub.object WHERE center = '{}'"
    frame(here)
    center.sync(here)
    late = center.station("late")
    center.sync(late)
    _fetch(late)
    center.clock.advance(timedelta(days=400))
    sign_in(here, "admin")
    here.do(retention.set_days, "frames", 365)
    here.do(retention.redact)
    center.sync(here)
    hub_project.project(server.place("hub"))
    center.sync(late)
    with pytest.raises(frame_contents.FrameRedacted):
        late.ask(campaigns.planned, plan(begins_on=center.clock.now().date()))
    assert late.store.rows.one("SELECT count(*) FROM frame_content /* whole: a test */") == (0,)
    with psycopg.connect(server.place("hub")) as connection:
        assert connection.execute(kept.format(center.name).encode()).fetchone() == (0,)


def test_an_older_frame_is_moved_at_every_station_and_fetched_where_it_is_wanted(center: Center) -> None:
    here, other = center.station("here"), center.station("other")
    recorded(here, frame(here))
    before = here.ask(campaigns.planned, plan()).chosen
    center.sync(here)
    center.sync(other)
    assert other.ask(campaigns.planned, plan()).chosen == before
    sign_in(here, "admin")
    here.do(frame_contents.move)
    center.sync(here)
    center.sync(other)
    assert [one.here for one in other.ask(frames.frames)] == [False]
    _fetch(other)
    assert other.ask(campaigns.planned, plan()).chosen == before


def test_a_list_that_was_not_pushed_yet_is_missing_in_words(center: Center) -> None:
    here, other = center.station("here"), center.station("other")
    frame(here)
    del here.outside["objects"]
    center.sync(here)
    center.sync(other)
    with pytest.raises(ObjectMissing, match="2026Q1"):
        other.ask(frame_fetching.fetch_frame, "2026Q1")
