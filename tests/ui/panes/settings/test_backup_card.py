from pathlib import Path
from typing import Any

import pytest

from app.services.backup_plans import NAME, BackupKeeper
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.backup_card import BackupCard
from app.ui.parts.backup_run import BackupRun
from app.ui.shell.backup_watch import BackupWatch
from tests.desk import sign_in


@pytest.fixture
def card(office: Office, jobs: Jobs, qtbot: Any) -> BackupCard:
    sign_in(office, "admin")
    office.outside["backups"] = BackupKeeper(office)
    made = BackupCard(jobs)
    qtbot.addWidget(made)
    made.refresh()
    return made


def test_a_backup_by_hand_says_when_and_how_much_and_when_the_next_is(card: BackupCard, tmp_path: Path) -> None:
    assert card.said.text() == "Never backed up. The next one comes within minutes."
    languages.of_app().use("zh_CN")
    card.retranslate()
    assert card.said.text().endswith("尚未备份。几分钟内进行下一次。")
    languages.of_app().use("en")
    card.start()
    assert (tmp_path / "backups" / NAME).exists()
    assert card.chip.text() == "Up to date"
    assert card.said.text().startswith("Last backup 2026-03-02 12:00, ")
    assert card.said.text().endswith("Next one 2026-03-03 12:00.")


def test_a_plan_is_saved_and_a_bad_folder_refused(card: BackupCard, tmp_path: Path, qtbot: Any) -> None:
    card.every.set_value("0")
    card.folder.setText(str(tmp_path / "far"))
    with qtbot.waitSignal(card.saved, timeout=2000):
        card.save()
    assert card.said.text().endswith("let the scheduler of the system run “backup”.")
    card.folder.setText("not absolute")
    with qtbot.waitSignal(card.refused, timeout=2000):
        card.save()


def test_a_failure_stands_on_the_card(card: BackupCard, tmp_path: Path, qtbot: Any) -> None:
    (tmp_path / "backups").write_text("in the way")
    with qtbot.waitSignal(card.refused, timeout=2000):
        card.start()
    assert card.chip.text() == "The last one failed"


def test_the_card_shows_the_backup_that_the_window_makes_by_its_plan(
    card: BackupCard, jobs: Jobs, tmp_path: Path, office: Office
) -> None:
    seen: list[tuple[str, bool]] = []

    def look() -> None:
        seen.append((card.chip.text(), card._run.isEnabled()))

    BackupRun.of(jobs).begun.connect(look)
    watch = BackupWatch(jobs, bool, bool)
    watch.look()
    assert seen == [("Backing up…", False)]
    assert (card.chip.text(), card._run.isEnabled()) == ("Up to date", True)
    assert card.said.text().startswith("Last backup 2026-03-02 12:00, ")


def test_a_planned_backup_that_fails_stands_on_the_card_and_interrupts_nobody(
    card: BackupCard, jobs: Jobs, tmp_path: Path, qtbot: Any
) -> None:
    (tmp_path / "backups").write_text("in the way")
    with qtbot.assertNotEmitted(card.refused):
        BackupWatch(jobs, bool, bool).look()
    assert card.chip.text() == "The last one failed"
