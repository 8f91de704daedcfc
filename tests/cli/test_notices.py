"""What a person has not read yet, from the command line."""

import json
from pathlib import Path

import pytest

from app import bootstrap
from app.models.accounts import Role
from app.outside.secrets import KeyChoice
from app.services import accounts
from tests.cli.conftest import PASSWORD, Run

HEAD = "key,title,answer,language,source\n"


@pytest.fixture
def changed(run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A desk where root changed one script of two, and an operator named op; runs lines as op."""
    from app.cli import main

    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    house.office.sign_in(house.office.ask(accounts.sign_in, "root", PASSWORD))
    house.office.do(accounts.create, "op", "Op", PASSWORD, (Role.OPERATOR,))
    house.close()
    for parking in ("Free.", "Two yuan."):
        path = tmp_path / "s.csv"
        path.write_text(f"{HEAD}park,Parking,{parking},en,Rule\nrefund,Refunds,Yes.,en,Rule\n", encoding="utf-8")
        assert run("scripts", "import", str(path), "--publish") == 0
    capsys.readouterr()

    def line(*words: str) -> int:
        return main(["--lang", "en", "--as", "op", *words])

    return line


def test_what_changed_is_listed_for_the_person_and_who_read_it_for_those_who_write(
    changed: Run, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert changed("scripts", "notices") == 0
    assert capsys.readouterr().out == "Changed\tpark\t1 → 2\tParking\n"
    assert changed("scripts", "notices", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["kind"], row["key"], row["known"], row["version"], row["by"]) == ("changed", "park", 1, 2, "Root")
    assert run("scripts", "notices", "park") == 0
    assert capsys.readouterr().out == "Op\tnot read\n"
    assert run("scripts", "notices") == 0
    assert capsys.readouterr().err == "Nothing has changed that is still to be read.\n"
    assert changed("scripts", "notices", "park") == 1
