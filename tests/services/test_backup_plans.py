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


class Former:
    """Remembers which copies were asked about before a key was forgotten."""

    def __init__(self) -> None:
        self.asked: set[Path] = set()

    def retire(self, *backups: Path) -> None:
        self.asked = set(backups)


def test_every_place_that_a_backup_was_written_to_is_asked_before_a_key_goes(kept: Office, tmp_path: Path) -> None:
    former = kept.outside["former_keys"] = Former()
    keeper: BackupKeeper = kept.outside["backups"]
    keeper.run(tmp_path / "disk" / "night.backup", keep=1)
    sign_in(kept, "admin")
    kept.do(backup_plans.set_plan, every_h=6, folder=str(tmp_path / "far"))
    keeper.run()
    places = {tmp_path / "disk" / "night.backup", tmp_path / "backups" / NAME, tmp_path / "far" / NAME}
    assert former.asked == places


def test_a_backup_that_was_killed_is_remembered_too(
    kept: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = kept.outside["former_keys"] = Former()
    keeper: BackupKeeper = kept.outside["backups"]

    def killed(*_given: object, **_named: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(backups, "make", killed)
        with pytest.raises(KeyboardInterrupt):
            keeper.run(tmp_path / "disk" / "night.backup")
    keeper.run()
    assert tmp_path / "disk" / "night.backup" in former.asked
