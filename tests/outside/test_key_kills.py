"""Killed before any file operation of a change of the key, of forgetting one or of a restore, the desk still opens."""

import gc
import shutil
from collections.abc import Callable
from pathlib import Path

from app.models.key_errors import RecoveryOutdated, RecoveryWrong
from app.outside import center_recovery, key_change, secrets
from app.outside.former_keys import FormerKeys
from app.outside.key_file import KeyFile
from app.outside.key_sidecar import read_sidecar, sidecar_path
from app.services import backups
from app.store import rekey
from app.store.backups import is_taken
from tests.fakes import FakeKeyStore
from tests.killed import kills
from tests.outside.test_key_change import Made, made_in
from tests.outside.test_secrets import CHEAP

#: Each opening of the file is a point, too: before, in and after the rewriting of the pages.
OPENINGS = ((rekey, "connect"),)


def _again(made: Made, folder: Path) -> Made:
    """The same desk in another folder."""
    shutil.copytree(made.database.parent, folder, dirs_exist_ok=True)
    return Made(folder / made.database.name, KeyFile(folder / "key"), made.fresh)


def _opens_with_one_of(made: Made, *sheets: str) -> None:
    """The keeper has a key that opens it, and one of the sheets does after the keeper lost it."""
    gc.collect()  # what the killed program had open
    assert made.mark() == "here"
    assert not read_sidecar(sidecar_path(made.database)).next_key_id
    opened = 0
    for sheet in sheets:
        try:
            center_recovery.by_sheet_or_key(made.database, sheet, FakeKeyStore(), None)
            opened += 1
        except (RecoveryOutdated, RecoveryWrong):
            continue
    assert opened == 1


def test_killed_at_any_step_of_a_change_the_desk_opens_with_its_keeper_and_one_of_two_sheets(tmp_path: Path) -> None:
    (home := tmp_path / "home").mkdir()
    made, changes = made_in(home, KeyFile(home / "key")), dict[Path, key_change.KeyChange]()

    def begin(folder: Path) -> Callable[[], object]:
        here = _again(made, folder)
        changes[folder] = key_change.prepare(here.database, here.store)
        return lambda: key_change.carry_out(changes[folder], cost=CHEAP)

    ends = set[bool]()
    for folder in kills(tmp_path, begin, OPENINGS):
        here = Made(folder / "onewindow.db", KeyFile(folder / "key"), made.fresh)
        _opens_with_one_of(here, made.fresh.recovery, changes[folder].recovery)
        ends.add(here.changed)
    assert ends == {False, True}


def test_killed_at_any_step_of_forgetting_a_key_the_desk_opens_and_the_key_goes_the_next_time(tmp_path: Path) -> None:
    (home := tmp_path / "home").mkdir()
    made = made_in(home, KeyFile(home / "key"))
    change = key_change.prepare(made.database, made.store)
    key_change.carry_out(change, cost=CHEAP)

    def begin(folder: Path) -> Callable[[], object]:
        here = _again(made, folder)
        return FormerKeys(here.database, here.store).retire

    for folder in kills(tmp_path, begin, OPENINGS):
        here = Made(folder / "onewindow.db", KeyFile(folder / "key"), made.fresh)
        _opens_with_one_of(here, change.recovery)
        FormerKeys(here.database, here.store).retire()
        assert read_sidecar(sidecar_path(here.database)).former == ()
        assert (folder / "key").read_text().count("\n") == 1


def test_killed_at_any_step_of_a_restore_it_is_whole_or_done_again(tmp_path: Path) -> None:
    """It comes from before the key was changed, and opens with the sheet of its time."""
    (home := tmp_path / "home").mkdir()
    made = made_in(home, KeyFile(home / "key"))
    backup = tmp_path / "far" / "b.backup"
    backup.parent.mkdir()
    for source, target in ((made.database, backup), (sidecar_path(made.database), sidecar_path(backup))):
        shutil.copy2(source, target)
    key_change.carry_out(key_change.prepare(made.database, made.store), cost=CHEAP)

    def begin(folder: Path) -> Callable[[], object]:
        shutil.copy2(home / "key", folder / "key")
        return lambda: backups.restore(backup, folder / "onewindow.db")

    for folder in kills(tmp_path, begin):
        if not is_taken(folder / "onewindow.db"):
            backups.restore(backup, folder / "onewindow.db")
        here = Made(folder / "onewindow.db", KeyFile(folder / "key"), made.fresh)
        assert here.database.with_name("onewindow.db.restored").exists()
        _opens_with_one_of(here, made.fresh.recovery)
        assert secrets.unlock(here.database, here.store) == made.fresh.keys
