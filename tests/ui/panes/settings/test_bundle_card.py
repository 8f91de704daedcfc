"""The card of a center without a line: a bundle is written, stopped, taken in or refused, each in its sentence."""

# pyright: reportPrivateUsage=false

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.models.errors import DiskFull
from app.models.sync_errors import AccountsUnsettled, BundleDiskFull, BundleForeign
from app.outside import bundle_files
from app.services import access, bundles, hub_sync
from app.services.bundles import Offered, Taken
from app.services.hub_sync import Enrollment
from app.services.office import Office
from app.store import newcomers
from app.store.newcomers import News
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.bundle_card import BundleCard, name_of
from app.ui.panes.settings.hub_page import HubPage
from tests.desk import sign_in
from tests.fakes import LateExecutor
from tests.windows import put_up, tabbed


def _join(office: Office) -> None:
    office.outside["bundles"] = bundle_files
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {}))
    with office.store.write("") as tx:
        newcomers.end(tx)


@pytest.fixture
def page(jobs: Jobs, office: Office, qtbot: QtBot) -> HubPage:
    _join(office)
    made = HubPage(jobs)
    qtbot.addWidget(made)
    put_up(qtbot, made)
    return made


@pytest.fixture
def card(page: HubPage) -> BundleCard:
    return page.bundles


@pytest.fixture
def late(office: Office, qtbot: QtBot, qapp: Any) -> Iterator[tuple[HubPage, LateExecutor]]:
    """A page whose questions wait until they are let go."""
    _join(office)
    executor = LateExecutor()
    jobs = Jobs(office, office.clock.now, executor=executor)
    made = HubPage(jobs)
    qtbot.addWidget(made)
    put_up(qtbot, made)
    executor.answer()
    qtbot.waitUntil(made.bundles.isVisible)
    yield made, executor
    jobs.close()


def _chosen(card: BundleCard, button: Any, file: Path) -> QFileDialog:
    """Press a button by key, and choose a file."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    dialog = card.window().findChild(QFileDialog, "settings.bundles.dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.close()
    return dialog


def test_a_bundle_is_written_by_keys_and_stands_in_the_read_log(
    card: BundleCard, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "day.bundle"
    _chosen(card, card._give, path)
    count = sum(map(len, bundle_files.read(path, office.outside["center_secret"], "north")))
    assert card.said.text() == f"{count} records written to {path}."
    assert [(one.entity, one.rows) for one in office.ask(access.log)] == [("bundle", count)]
    assert (card.running, card._bar.isHidden(), card.focusWidget() is card._give) == (False, True, True)


def test_everything_is_a_choice_with_its_meaning_beside_it(card: BundleCard, office: Office, tmp_path: Path) -> None:
    assert card._meaning.text().startswith("For a station that has never had a line: every record that is here.")
    with office.store.write("") as tx:
        tx.add("caller", {"name": "Zhao"})
    with office.store.write("") as tx:  # as if a hub had it all
        last = tx.one("SELECT max(seq) FROM journal")
        assert last is not None
        for name, value in (("acknowledged_origin", office.store.origin), ("acknowledged_seq", last[0])):
            tx.connection.execute("INSERT OR REPLACE INTO meta (k, v) VALUES (?, ?)", (name, value))
    counts: list[int] = []
    for everything in (False, True):
        card.everything.setChecked(everything)
        card.write(str(tmp_path / "a.bundle"))
        counts.append(int(card.said.text().split()[0]))
    assert counts[0] < counts[1]


def test_the_file_is_called_after_station_and_day(card: BundleCard) -> None:
    card.choose_place()
    dialog = card.window().findChild(QFileDialog, "settings.bundles.dialog")
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "Seat-7-2026-03-02.bundle"
    dialog.close()
    assert name_of(Offered(True, True, "台/1", "2026-03-02")) == "台-1-2026-03-02.bundle"


def test_a_bundle_is_taken_in_twice_and_only_the_first_time_is_new(card: BundleCard, tmp_path: Path) -> None:
    path = tmp_path / "day.bundle"
    card.write(str(path))
    _chosen(card, card._take, path)
    assert card.said.text().startswith("Taken in. Records in the bundle: ")
    assert card.said.text().endswith("; new here: 0.")
    assert card.focusWidget() is card._take


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Taken(1200, 7, 0), "1,200; new here: 7."),
        (Taken(3, 3, 0, News(("owner",), ())), "closed at the center: owner. Sign in with one of the center."),
        (Taken(3, 3, 0, News((), ("chief",))), "Accounts that are the center's now, with its passwords: chief."),
    ],
)
def test_what_is_settled_is_said(card: BundleCard, found: Taken, said: str) -> None:
    card._took(found)
    card._end()
    assert said in card.said.text()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def _strange(path: Path) -> None:
    path.write_bytes(b"a letter")


@pytest.mark.parametrize("spoil", [_cut, _strange])
def test_what_is_no_whole_bundle_of_this_center_is_refused_in_a_sentence(
    page: HubPage, card: BundleCard, tmp_path: Path, qtbot: QtBot, spoil: Callable[[Path], None]
) -> None:
    path = tmp_path / "day.bundle"
    card.write(str(path))
    spoil(path)
    with qtbot.waitSignal(card.refused) as told:
        card.take(str(path))
    assert isinstance(told.args[0], BundleForeign)
    assert page.strip.current is not None
    assert "is no bundle of this center, or was cut or changed. Nothing was taken." in page.strip.current.text
    assert (card.said.text(), card.running) == ("", False)
    card.write(str(path))
    assert page.strip.current is None


def test_a_computer_whose_accounts_are_not_settled_writes_nothing_and_says_why(
    page: HubPage, card: BundleCard, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    with office.store.write("") as tx:
        newcomers.begin(tx)
    with qtbot.waitSignal(card.refused) as told:
        card.write(str(tmp_path / "day.bundle"))
    assert isinstance(told.args[0], AccountsUnsettled)
    assert page.strip.current is not None
    assert "has not heard yet whose accounts go on there" in page.strip.current.text
    assert list(tmp_path.glob("*bundle*")) == []


def test_a_full_disk_is_said_of_the_bundle_and_not_of_what_was_typed(
    card: BundleCard, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    class Full:
        def write(self, path: Path, *_given: object, **_more: object) -> int:
            raise DiskFull(path=str(path))

    office.outside["bundles"] = Full()
    with qtbot.waitSignal(card.refused) as told:
        card.write(str(tmp_path / "day.bundle"))
    assert isinstance(told.args[0], BundleDiskFull)
    assert office.ask(access.log) == []


def test_a_bundle_whose_line_in_the_read_log_cannot_be_kept_is_none(
    card: BundleCard, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_work: object, count: int) -> None:
        raise DiskFull(path=str(count))

    monkeypatch.setattr(bundles, "exported", full)
    with qtbot.waitSignal(card.refused) as told:
        card.write(str(tmp_path / "day.bundle"))
    assert isinstance(told.args[0], BundleDiskFull)
    assert (list(tmp_path.glob("*bundle*")), card.said.text()) == ([], "")


def test_esc_stops_it_and_nothing_is_written(
    late: tuple[HubPage, LateExecutor], office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    page, executor = late
    card, path = page.bundles, tmp_path / "day.bundle"
    _chosen(card, card._give, path)
    assert (card.running, card._give.isEnabled(), card.focusWidget() is card._stop) == (True, False, True)
    card.write(str(path))
    assert page.leave_form()
    executor.answer()
    qtbot.waitUntil(lambda: not card.running)
    assert card.said.text() == "Stopped; nothing was written."
    assert (list(tmp_path.glob("*bundle*")), office.ask(access.log)) == ([], [])
    assert not page.leave_form()
    assert card.focusWidget() is card._give


def test_who_may_not_and_who_belongs_to_no_center_is_offered_nothing(
    card: BundleCard, office: Office, jobs: Jobs, qtbot: QtBot
) -> None:
    sign_in(office, "wang")
    card.refresh()
    assert card.isHidden()
    sign_in(office, "li")
    card.refresh()
    assert card.isVisible()
    with office.store.write("") as tx:
        tx.connection.execute("DELETE FROM meta WHERE k='hub_id'")
    card.refresh()
    assert card.isHidden()


def test_tab_goes_as_one_reads(card: BundleCard, qtbot: QtBot) -> None:
    names = tabbed(qtbot, card.everything, 3)
    assert [one.rpartition(".")[2] for one in names] == ["everything", "write", "take"]


def test_what_was_taken_in_before_somebody_stopped_it_is_said_with_how_to_go_on(card: BundleCard) -> None:
    card._took(bundles.Taken(3000, 2998, 0, stopped=True))
    card._end()
    assert card.said.text() == (
        "Stopped. Records taken in by then: 3,000; new here: 2,998. Take the same bundle in again to go on."
    )
