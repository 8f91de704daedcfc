"""A new sheet is kept first; then the house is closed, the key changed, and the desk opened again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app import bootstrap
from app.models.errors import AppError
from app.models.key_errors import KeyWorkRunning, OthersAtWork
from app.outside import key_change
from app.services import accounts
from app.ui.kit.executors import InlineExecutor
from app.ui.shell.doors import SetUp, StartChoice
from app.ui.shell.key_renewal import ChangingPage, KeyRenewal
from app.ui.shell.window import MainWindow
from tests.ui.shell.conftest import enter
from tests.ui.shell.doors import HouseDoors
from tests.ui.shell.standins import SPECS

PASSWORD = "correct horse battery"


@pytest.fixture
def behind(tmp_path: Path) -> HouseDoors:
    made = HouseDoors(tmp_path)
    made.create(SetUp("root", "Root", PASSWORD)).house.close()
    return made


@pytest.fixture
def window(qtbot, behind: HouseDoors) -> MainWindow:
    """A window whose administrator has asked for another key."""
    return _asked(qtbot, behind)


def _asked(qtbot, behind: HouseDoors) -> MainWindow:
    doors, choice = behind.doors(), StartChoice(language="en", theme="light")
    made = MainWindow(doors, choice, specs=SPECS, executor=_calm)
    qtbot.addWidget(made)
    made.show()
    made.begin()
    enter(made, "root", PASSWORD)
    made.desk.key_change_wanted.emit()
    return made


def _calm() -> InlineExecutor:
    return InlineExecutor(raise_faults=False)


def _keep_the_sheet(window: MainWindow) -> None:
    page = window.seat._key_way.renewal.sheet
    page._last.line.setText(page._groups[-1])
    page.submit()


def _key(behind: HouseDoors) -> bytes:
    return behind.opened[-1].keys.database


def test_the_new_key_opens_the_desk_once_its_sheet_was_kept(window: MainWindow, behind: HouseDoors) -> None:
    before = _key(behind)
    assert window.desk is None
    assert window.seat._key_way.renewal.sheet.isVisible()
    recovery = "-".join(window.seat._key_way.renewal.sheet._groups)
    _keep_the_sheet(window)
    assert window.reception.page == "sign_in"
    assert "new recovery sheet" in window.reception.sign_in.notice.text()
    assert _key(behind) != before
    enter(window, "root", PASSWORD)
    assert window.desk.person.name == "root"
    assert behind.recover(recovery, "").office.ask(accounts.has_anyone)


@pytest.mark.parametrize("step", key_change.STEPS)
@pytest.mark.parametrize("error", [OSError(5, "I/O error"), RuntimeError("a fault of ours")])
def test_whatever_goes_wrong_at_a_step_the_sign_in_page_comes_back_and_says_which_sheet_counts(
    window: MainWindow, behind: HouseDoors, step: str, error: Exception
) -> None:
    before = _key(behind)

    def stumble(now: str) -> None:
        if now == step:
            raise error

    behind.listener = stumble
    _keep_the_sheet(window)
    said = window.reception.sign_in.notice.text()
    changed = step in ("proving", "finishing")
    assert ("on the new recovery sheet counts" if changed else "recovery sheet from before counts") in said
    assert window.reception.page == "sign_in"
    assert (_key(behind) != before) == changed
    enter(window, "root", PASSWORD)
    assert window.desk.person.name == "root"
    assert window.seat._key_way._said == ""


def test_a_fault_while_the_key_is_made_leaves_the_house_open(
    window: MainWindow, behind: HouseDoors, monkeypatch
) -> None:
    def fail(_house: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(window.seat._key_way.renewal, "_made", lambda *, house: fail(house))
    window.seat._key_way.renewal.begin(window.seat.house)
    assert "Something unexpected" in window.reception.sign_in.notice.text()
    enter(window, "root", PASSWORD)
    assert window.desk is not None


class Busy:
    """A house that is asked something for a while."""

    def __init__(self, looks: int) -> None:
        self.looks, self.let = looks, 0

    @property
    def busy(self) -> bool:
        self.looks -= 1
        return self.looks >= 0

    def let_go(self) -> Callable[[], None]:
        self.let += 1
        return _calm


@pytest.mark.parametrize(("looks", "let"), [(0, 1), (3, 1), (10_000, 0)])
def test_it_begins_when_everything_is_answered_and_not_for_ever(
    qtbot, window: MainWindow, behind: HouseDoors, looks: int, let: int
) -> None:
    told, house = list[type](), Busy(looks)

    def refuse(error: object, _change: object) -> None:
        told.append(type(error))

    page = KeyRenewal(behind.doors(), window.reception.errands, house)
    qtbot.addWidget(page)
    page.refused.connect(refuse)
    page._carry_out()
    while page._patience.isActive():
        page._patience.timeout.emit()
    assert (house.let, KeyWorkRunning in told) == (let, not let)


def test_who_does_not_want_it_any_more_finds_everything_as_it_was(window: MainWindow, behind: HouseDoors) -> None:
    before = sorted(behind.folder.glob("*.keys"))[0].read_bytes()
    window.seat._key_way.renewal.sheet._back.click()
    assert window.reception.isVisible()
    assert not window.seat._key_way.renewal.sheet.waiting
    assert sorted(behind.folder.glob("*.keys"))[0].read_bytes() == before
    enter(window, "root", PASSWORD)
    assert window.desk is not None


@pytest.mark.parametrize("error", [OthersAtWork(path="x")])
def test_what_keeps_it_from_being_done_is_said_and_the_desk_opens(
    window: MainWindow, behind: HouseDoors, error: AppError
) -> None:
    behind.trouble = error
    opened = window.reception._open_with_what_is_kept

    def mend() -> None:
        behind.trouble = None
        opened()

    window.reception._open_with_what_is_kept = mend
    _keep_the_sheet(window)
    assert "another program has the desk open" in window.reception.sign_in.notice.text()
    enter(window, "root", PASSWORD)
    assert window.desk is not None


def test_a_sheet_can_be_saved_before_anything_is_changed(window: MainWindow, behind: HouseDoors) -> None:
    page = window.seat._key_way.renewal.sheet
    page._save_to(str(behind.folder / "sheet.txt"))
    assert page._groups[3] in behind.written[behind.folder / "sheet.txt"]
    assert "Saved" in page.notice.text()


def test_each_step_is_said(qtbot) -> None:
    page = ChangingPage()
    qtbot.addWidget(page)
    page.enter()
    said = [page._doing.text()]
    for step in ("escrow", "keeping", "rewriting", "proving", "finishing"):
        page.show_step(step)
        said.append(page._doing.text())
    assert len(set(said)) == 6
    assert page._bar.value() == 5


def test_the_real_doors_change_the_key(behind: HouseDoors) -> None:
    from app.outside.key_choice import KeyChoice

    door = bootstrap.doors(behind.folder, KeyChoice(key_file=behind.folder / "desk.key"), behind.folder / "demo")
    house = door.open_house("")
    change = door.new_key(house)
    house.close()
    steps: list[str] = []
    again = door.change_key(change, steps.append)
    assert steps[-1] == "finishing"
    assert again.office.ask(accounts.has_anyone)
    again.close()
