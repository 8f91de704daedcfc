"""A backup is put in place from the first page, proven, and opened by whatever has its key."""

import shutil
from pathlib import Path

import pytest

from app import bootstrap
from app.models.errors import DatabaseTooNew
from app.models.file_errors import BackupDamaged
from app.services import backups
from tests.ui.shell.doors import NO_KEYRING, HouseDoors
from tests.ui.shell.test_reception import PASSPHRASE, keep_sheet, reception_of, set_up


class Computer(HouseDoors):
    """A computer, and the backup that its desk left with the recovery passphrase."""

    def left(self, qtbot, target: Path, passphrase: str = "") -> str:
        self.why_no_keyring = NO_KEYRING if passphrase else None
        reception = reception_of(qtbot, self)
        set_up(reception, passphrase)
        typed = keep_sheet(reception)
        house = self.opened.pop()
        backups.make(house.office, target)
        house.close()
        return typed


@pytest.fixture
def former(tmp_path):
    return Computer(tmp_path / "former")


@pytest.fixture
def here(tmp_path):
    made = Computer(tmp_path / "here")
    yield made
    for house in made.opened:
        house.close()


def restored(qtbot, home, backup):
    reception = reception_of(qtbot, home)
    assert reception.page == "first_run"
    reception._pages["first_run"].restore(backup)
    return reception


def test_with_its_key_at_hand_a_backup_is_proven_and_opened(qtbot, former, here, tmp_path):
    former.left(qtbot, tmp_path / "copies" / "onewindow.db")
    here.folder.mkdir()
    shutil.copy(former._key, here._key)
    reception = restored(qtbot, here, tmp_path / "copies" / "onewindow.db")
    assert reception.page == "sign_in"
    assert reception.sign_in.notice.text() == "The backup was put in place and is sound. Sign in as before."
    assert [one.data_dir for one in here.opened] == [here.folder]


def test_without_its_key_it_waits_for_the_recovery_sheet(qtbot, former, here, tmp_path):
    typed = former.left(qtbot, tmp_path / "onewindow.db")
    here.standing = lambda: "ready" if bootstrap.database_in(here.folder).exists() else "missing"
    reception = restored(qtbot, here, tmp_path / "onewindow.db")
    assert reception.page == "recover"
    assert "its key is not on this computer" in reception._pages["recover"].notice.text()
    with qtbot.waitSignal(reception.opened):
        reception._pages["recover"].typed.emit(typed, "", None)


def test_that_of_a_desk_with_a_passphrase_asks_for_it(qtbot, former, here, tmp_path):
    former.left(qtbot, tmp_path / "onewindow.db", PASSPHRASE)
    reception = restored(qtbot, here, tmp_path / "onewindow.db")
    assert reception.page == "passphrase"
    assert "passphrase of its desk" in reception._pages["passphrase"].notice.text()
    with qtbot.waitSignal(reception.opened):
        reception._open_with(PASSPHRASE)


def test_a_damaged_backup_leaves_the_folder_empty_for_an_earlier_one(qtbot, former, here, tmp_path):
    backup = tmp_path / "onewindow.db"
    former.left(qtbot, backup)
    here.folder.mkdir()
    shutil.copy(former._key, here._key)
    whole = backup.read_bytes()
    backup.write_bytes(whole[:-4096] + bytes(4096))
    reception = restored(qtbot, here, backup)
    page = reception._pages["first_run"]
    assert reception.page == "first_run"
    assert "is damaged" in page.notice.text()
    assert all(card.button.isEnabled() for card in page._cards.values())
    assert not bootstrap.database_in(here.folder).exists()
    backup.write_bytes(whole)
    page.restore(backup)
    assert reception.page == "sign_in"


def test_a_file_without_its_keys_is_refused_on_the_page(qtbot, here, tmp_path):
    (tmp_path / "other.db").write_bytes(b"x")
    reception = restored(qtbot, here, tmp_path / "other.db")
    assert reception.page == "first_run"
    assert "other.db.keys" in reception._pages["first_run"].notice.text()


def test_that_of_a_later_program_is_told_as_what_it_is(qtbot, former, here, tmp_path):
    former.left(qtbot, tmp_path / "onewindow.db")
    here.folder.mkdir()
    shutil.copy(former._key, here._key)
    here.trouble = DatabaseTooNew(path="onewindow.db", found=9, known=2)
    reception = restored(qtbot, here, tmp_path / "onewindow.db")
    assert (reception.page, reception._pages["trouble"].error) == ("trouble", here.trouble)


def test_a_backup_that_reads_wrong_is_no_trouble_of_the_desk(qtbot, here):
    """The error has its place and its next step in both languages, whatever was chosen."""
    error = BackupDamaged(path="copy.db")
    reception = reception_of(qtbot, here)
    reception._pages["first_run"].refuse(error)
    assert "earlier one" in reception._pages["first_run"].notice.text()
