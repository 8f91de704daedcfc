"""The life of a script from the command line: the same services and the same refusals as in the window."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import bootstrap
from app.cli import main
from app.models.accounts import Role
from app.models.contacts import GivenScript, Outcome
from app.outside.key_choice import KeyChoice
from app.scripts_library.emitter import emit
from app.scripts_library.script import Source
from app.services import accounts, contacts
from tests.cli.conftest import PASSWORD, Run
from tests.desk import NOON, draft
from tests.scripts_library.making import small
from tests.services.drilled import OPEN

ENDS = datetime(2035, 1, 1, 4, tzinfo=UTC)
Told = Callable[..., object]


@pytest.fixture
def told(run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a line as somebody and return what was printed as JSON, the exit code where that is not 0."""
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    house.office.sign_in(house.office.ask(accounts.sign_in, "root", PASSWORD))
    for name, roles in (("chen", (Role.TRAINER,)), ("li", (Role.SUPERVISOR,))):
        house.office.do(accounts.create, name, name.title(), PASSWORD, roles)
    given = (GivenScript("a-1", 1, "en", NOON),)
    house.office.do(contacts.finalize, house.office.do(contacts.start, draft(given=given)).value, Outcome.ANSWERED)
    house.close()
    (tmp_path / "a.md").write_text(emit(small(sources=(Source("Rule"),), effective_to=ENDS)), encoding="utf-8")

    def line(name: str, *words: str) -> object:
        capsys.readouterr()
        code = main(["--lang", "en", "--as", name, "scripts", *words, "--json"])
        return json.loads(capsys.readouterr().out) if code == 0 else code

    line("chen", "import", str(tmp_path / "a.md"))
    return line


def test_a_draft_goes_through_its_life_with_two_people(told: Told) -> None:
    assert told("chen", "submit", "a-1", "--note", "please") == {"key": "a-1", "version": 1, "state": "review"}
    assert told("chen", "approve", "a-1") == 1
    assert told("li", "approve", "a-1") == {"key": "a-1", "version": 1, "state": "approved"}
    (given,) = told("li", "recall", "a-1")  # type: ignore[misc]
    assert (given["caller"], given["by"]) == ("张三", "Root")
    ends = told("li", "expiring", "--within", "3660")
    assert ("a-1", "ends_soon", "2035-01-01") in [(one["key"], one["reason"], one["on"]) for one in ends]  # type: ignore[attr-defined]
    assert told("li", "withdraw", "a-1", "--reason", "wrong", "--successor", "nowhere") == 1
    assert told("li", "withdraw", "a-1", "--reason", "wrong") == {"key": "a-1", "version": 1, "state": "withdrawn"}
    assert told("li", "submit", "nowhere") == 1


def test_lists_and_steps_are_lines_for_people(told: Told, capsys: pytest.CaptureFixture[str]) -> None:
    told("chen", "submit", "a-1")
    told("li", "approve", "a-1")
    main(["--lang", "en", "--as", "li", "scripts", "recall", "a-1"])
    assert "\t张三\t" in capsys.readouterr().out
    main(["--lang", "en", "--as", "li", "scripts", "expiring", "--within", "3660"])
    assert "2035-01-01\ta-1\t" in capsys.readouterr().out
    main(["--lang", "en", "--as", "li", "scripts", "withdraw", "a-1", "--reason", "old"])
    assert "a-1, version 1: withdrawn" in capsys.readouterr().err.lower()


def test_a_table_of_every_script_comes_back_unchanged(told: Told, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx", "jsonl"):
        table = tmp_path / f"all.{ending}"
        assert main(["--lang", "en", "--as", "chen", "scripts", "export", str(table)]) == 0
        found = told("chen", "import", str(table))
        assert (found["unchanged"], found["added"], found["updated"]) == (1, 0, 0)  # type: ignore[index]


def test_nobody_mends_without_an_exam(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("accounts", "roles", "root", "administrator", "trainer") == 0
    (tmp_path / "open.md").write_text(emit(OPEN), encoding="utf-8")
    assert run("scripts", "import", str(tmp_path / "open.md"), "--publish") == 0
    capsys.readouterr()
    assert run("scripts", "mend", "open", "--wrong", "vacine", "--right", "vaccine") == 1
    assert run("scripts", "mend", "open", "--phrasing", "礼拜天上班吗") == 1
    assert "exam" in capsys.readouterr().err
