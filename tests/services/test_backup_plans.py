"""Backups by plan: due, made, proven, remembered; a failure leaves the last good one and is remembered, too."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.models.errors import FieldInvalid, NotAllowed
from app.models.file_errors import FileNotWritten
from app.services import backup_plans, backups
from app.services.backup_plans import NAME, BackupKeeper
from app.services.office import Office
from tests.desk import KEY, sign_in
from tests.fakes import FakeClock


@pytest.fixture
def kept(office: Office) -> Office:
    office.outside["backups"] = BackupKeeper(office)
    return office


def test_a_due_backup_is_made_by_anybody_and_due_again_a_day_later(kept: Office, clock: FakeClock) -> None:
    assert kept.ask(backup_plans.is_due)
    proof = kept.ask(backup_plans.run_due)
    plan = kept.ask(backup_plans.plan)
    assert (plan.records, plan.last_at, plan.failed) == (proof.records, clock.now(), "")
    assert backups.prove(Path(plan.folder) / NAME, KEY).sound
    assert not kept.ask(backup_plans.is_due)
    clock.advance(timedelta(days=1))
    assert kept.ask(backup_plans.is_due)


def test_a_failure_is_remembered_and_tried_again_later(kept: Office, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("in the way")
    with pytest.raises(FileNotWritten):
        kept.ask(backup_plans.run_due)
    plan = kept.ask(backup_plans.plan)
    assert (plan.failed, plan.last_at) == ("FileNotWritten", None)
    assert not kept.ask(backup_plans.is_due)


def test_the_plan_is_the_administrators(kept: Office, tmp_path: Path) -> None:
    for refused in (kept.do, kept.ask):
        with pytest.raises(NotAllowed):
            refused(backup_plans.set_plan, every_h=6, folder=str(tmp_path)) if refused == kept.do else refused(
                backup_plans.run_now
            )
    sign_in(kept, "admin")
    kept.do(backup_plans.set_plan, every_h=6, folder=str(tmp_path / "far"))
    assert kept.ask(backup_plans.run_now).sound
    assert (tmp_path / "far" / NAME).exists()
    for hours, folder in ((5, str(tmp_path)), (6, "not absolute")):
        with pytest.raises(FieldInvalid):
            kept.do(backup_plans.set_plan, every_h=hours, folder=folder)
