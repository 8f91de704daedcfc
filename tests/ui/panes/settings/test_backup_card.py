from pathlib import Path
from typing import Any

import pytest

from app.services.backup_plans import NAME, BackupKeeper
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.backup_card import BackupCard
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
