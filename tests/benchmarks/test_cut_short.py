"""What the killing of migrations and imports would find."""

import os
import threading
from pathlib import Path

import pytest

from app.services import imports
from app.services.imports import ImportReport
from app.services.office import Office
from app.store.migrations import STEPS
from benchmarks import cut_short
from benchmarks.cut_short import Cut
from tests.desk import sign_in

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the killed program is forked")


@pytest.fixture
def desk(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr(cut_short, "ROWS", 10)
    sign_in(office, "li")
    return office


def take(desk: Office, count: int) -> ImportReport:
    given = cut_short.past(count)
    return desk.do(imports.import_inquiries, given, cut_short.MAP, source="past.csv", day_first=False).value


def wait_long() -> None:
    threading.Event().wait(60)


def do_nothing() -> None:
    """It has ended before it is killed."""


def test_a_process_is_killed_at_work_or_has_ended_before() -> None:
    assert cut_short.kill_after(wait_long, 0.01)
    assert not cut_short.kill_after(do_nothing, 0.3)


def test_an_import_that_is_whole_or_taken_back_is_no_fault(desk: Office) -> None:
    report = take(desk, 10)
    assert report.batch is not None
    assert cut_short.gone_on(desk, report, report.batch) == []
    assert cut_short.take_back(desk, report.batch) == []


def test_rows_that_are_missing_and_another_batch_are_faults(desk: Office) -> None:
    report = take(desk, 9)
    assert cut_short.gone_on(desk, report, report.batch) == ["gone on with, and 9 of 10 rows are there"]
    assert "under another batch" in cut_short.gone_on(desk, report, b"another")[-1]


@pytest.mark.long
def test_a_migration_that_lost_a_record_is_a_fault(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cut_short, "OLDER", len(STEPS) - 2)
    migration = cut_short.Migration(template.parent, tmp_path / "room")
    found = Cut()
    migration.kill(migration.lasts_s / 2, found)
    assert (found.migrations, found.faults) == (1, [])
    records, sound, tables = migration.wanted
    migration.wanted = (records + 1, sound, tables)
    assert migration.faults() == [f"at step {len(STEPS)} lost something"]
