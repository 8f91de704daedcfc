from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.services import backup_plans
from app.services.backup_plans import NAME, BackupKeeper
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.parts.backup_run import BackupRun
from app.ui.shell.backup_watch import BackupWatch
from tests.desk import NOON


class _Busy:
    with_a_caller = True

    def __call__(self) -> bool:
        return self.with_a_caller


def _unseen(_text: str) -> bool:
    return False


def _watch(office: Office, jobs: Jobs) -> tuple[BackupWatch, _Busy]:
    office.outside["backups"] = BackupKeeper(office)
    busy = _Busy()
    return BackupWatch(jobs, busy, _unseen), busy


def test_a_backup_waits_until_nobody_is_with_a_caller(office: Office, jobs: Jobs, tmp_path: Path, qtbot: Any) -> None:
    watch, busy = _watch(office, jobs)
    made = tmp_path / "backups" / NAME
    watch._tick(NOON)
    watch._tick(NOON + timedelta(minutes=6))
    assert not made.exists()
    busy.with_a_caller = False
    with qtbot.waitSignal(watch.run.ended, timeout=5000):
        watch._tick(NOON + timedelta(minutes=20))
    assert made.exists()
    watch.look()
    assert not made.with_name(f"{NAME}.1").exists()


def test_a_backup_that_fails_is_tried_again(office: Office, jobs: Jobs, tmp_path: Path, qtbot: Any) -> None:
    watch, busy = _watch(office, jobs)
    busy.with_a_caller = False
    folder = tmp_path / "backups"
    folder.write_text("a file where the folder should be")
    with qtbot.waitSignal(watch.missed, timeout=5000) as missed:
        watch.look()
    assert missed.args[0].startswith("The backup that was due failed.")
    assert "onewindow.backup" in missed.args[0] or str(folder) in missed.args[0]
    assert (watch.run.running, watch.run.error is None) == (False, False)
    folder.unlink()
    office.store.set_meta(backup_tried_at=(NOON - timedelta(days=2)).isoformat())
    with qtbot.waitSignal(watch.run.ended, timeout=5000):
        watch.look()
    assert (folder / NAME).exists()
    assert watch.run.error is None


def test_one_that_fails_after_its_person_left_is_told_once_to_who_comes_next(
    office: Office, jobs: Jobs, tmp_path: Path, qtbot: Any
) -> None:
    watch, busy = _watch(office, jobs)
    busy.with_a_caller = False
    (tmp_path / "backups").write_text("a file where the folder should be")
    watch.deleteLater()
    qtbot.waitSignal(watch.destroyed, timeout=1000).wait()
    run = BackupRun.of(jobs)
    run.start(backup_plans.run_due)
    qtbot.waitUntil(lambda: not run.running, timeout=5000)
    heard: list[str] = []
    next_one = BackupWatch(jobs, busy, heard.__contains__)
    next_one.missed.connect(heard.append)
    next_one._tick(NOON)
    next_one._tick(NOON)
    assert [one.partition(". ")[0] for one in heard] == ["The backup that was due failed"]


def test_one_that_failed_is_told_to_who_comes_next_until_somebody_could_read_it(
    office: Office, jobs: Jobs, tmp_path: Path, qtbot: Any
) -> None:
    office.outside["backups"] = BackupKeeper(office)
    (tmp_path / "backups").write_text("a file where the folder should be")
    run, desk, strip = BackupRun.of(jobs), *_desk(qtbot)
    first = BackupWatch(jobs, bool, strip.shows)
    first.missed.connect(strip.warning)
    run.start(backup_plans.run_due)
    qtbot.waitUntil(lambda: not run.running, timeout=5000)
    first._tick(NOON)
    first._tick(NOON)
    assert len(strip._queue) == 0
    assert run.untold is not None  # the desk is behind the lock page
    first.deleteLater()
    qtbot.waitSignal(first.destroyed, timeout=1000).wait()
    desk, strip = _desk(qtbot)
    desk.show()
    next_one = BackupWatch(jobs, bool, strip.shows)
    next_one.missed.connect(strip.warning)
    next_one._tick(NOON)
    assert strip.current is not None
    assert strip.current.text.startswith("The backup that was due failed")
    next_one._tick(NOON)
    assert run.untold is None


def _desk(qtbot: Any) -> tuple[QWidget, MessageStrip]:
    desk = QWidget()
    qtbot.addWidget(desk)
    return desk, MessageStrip(desk)


def test_one_by_hand_that_fails_is_told_where_it_was_begun_and_nowhere_else(
    office: Office, jobs: Jobs, tmp_path: Path, qtbot: Any
) -> None:
    watch, _busy = _watch(office, jobs)
    (tmp_path / "backups").write_text("a file where the folder should be")
    with qtbot.assertNotEmitted(watch.missed):
        watch.run.start(backup_plans.run_due, office)
        qtbot.waitUntil(lambda: not watch.run.running, timeout=5000)
        watch._tick(NOON)
    assert watch.run.error is not None
