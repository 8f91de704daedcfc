"""A file says how it is read, which columns no field takes, and how its dates are understood."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services import import_files
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.past_file import PastFile
from tests.desk import sign_in


@pytest.fixture
def file(jobs: Jobs, office: Office, qtbot: QtBot) -> PastFile:
    sign_in(office, "li")
    made = PastFile()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Title,Date,Shoe\nAsks,13/01/2026,44\n", ["03/04 is read as 3 April", "No field takes: Shoe"]),
        ("Title,Date\nAsks,01/13/2026\n", ["03/04 is read as 4 March"]),
        ("Title\nAsks\n", ["all count as opened now"]),
    ],
)
def test_a_file_says_how_it_is_understood(
    file: PastFile, office: Office, tmp_path: Path, text: str, said: list[str]
) -> None:
    (tmp_path / "old.csv").write_text(text, encoding="utf-8")
    table = office.ask(import_files.open_table, tmp_path / "old.csv")
    file.show_table(table)
    file.show_look(office.ask(import_files.look, table, file.columns.chosen()))
    assert all(one in file._said.text() for one in said)
    assert file.source.text() == "old.csv"
    assert file.sheet.isHidden()
    languages.of_app().use("zh_CN")
    file.retranslate()
    assert "old.csv" in file._said.text()
    assert all(one not in file._said.text() for one in said)


@pytest.mark.parametrize("when", ["2026-04-03", "2026/4/3 10:00", "2026年4月3日", "5 Mar 2026"])
def test_which_number_is_the_day_is_said_only_where_a_date_leaves_it_open(
    file: PastFile, office: Office, tmp_path: Path, when: str
) -> None:
    languages.of_app().use("en")
    (tmp_path / "old.csv").write_text(f"Title,Date\nAsks,{when}\n", encoding="utf-8")
    table = office.ask(import_files.open_table, tmp_path / "old.csv")
    file.show_table(table)
    file.show_look(office.ask(import_files.look, table, file.columns.chosen()))
    assert "1 rows" in file._said.text()
    assert "03/04" not in file._said.text()
