"""The pane counts, shows, exports, and speaks both languages."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.contacts import Outcome
from app.models.errors import DiskFull
from app.services import access, contacts
from app.services.office import Office
from app.ui.kit import languages
from app.ui.panes.reports.pane import ReportsPane
from tests.desk import draft, sign_in


def _direct(pane: ReportsPane) -> str:
    return pane.figures._cards["direct_answer"]._card.parts


def test_what_happens_meanwhile_is_counted_when_asked_again(pane: ReportsPane, desk: Office) -> None:
    assert _direct(pane) == "2 / 3"
    desk.do(contacts.finalize, desk.do(contacts.start, draft()).value, Outcome.ANSWERED)
    pane.commands.run("reports.reload")
    assert _direct(pane) == "3 / 4"


def test_rows_are_written_to_a_file(pane: ReportsPane, desk: Office, tmp_path: Path) -> None:
    assert pane.has_kpi()
    pane.export_to(str(tmp_path / "rows.csv"))
    assert [one.did.value for one in desk.ask(access.log)] == ["exported"]
    assert "Three" in (tmp_path / "rows.csv").read_text(encoding="utf-8-sig")


def test_no_rows_are_there_that_the_read_log_could_not_hold(
    pane: ReportsPane, desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise DiskFull(path="data")

    monkeypatch.setattr(access, "exported", full)
    pane.export_to(str(tmp_path / "rows.csv"))
    assert pane.strip.isVisible()
    assert not list(tmp_path.glob("*rows*"))


def test_it_speaks_chinese_at_once(pane: ReportsPane, qtbot: QtBot) -> None:
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: pane.figures._cards["direct_answer"]._card.title == "直接解答率")
    assert pane.accessibleName() == "统计报告"


def test_who_may_not_see_figures_is_told_so(pane: ReportsPane, desk: Office) -> None:
    sign_in(desk, "admin")
    pane.reload()
    assert pane.strip.isVisible()
