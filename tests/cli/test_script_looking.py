"""What was given when, and what is wrong in scripts, on the command line."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app import bootstrap
from app.cli import main
from app.models.accounts import Role
from app.outside.key_choice import KeyChoice
from app.scripts_library.emitter import emit
from app.scripts_library.script import KeyPoint, Source
from app.services import accounts, scripts
from app.services.script_imports import ScriptText, import_scripts
from tests.cli.conftest import PASSWORD, Run
from tests.desk import NOON
from tests.scripts_library.making import small

Said = Callable[..., tuple[int, str]]
POINTS = (KeyPoint("k1", {"zh": "8点开门", "en": "It opens at 8."}, critical=True),)


@pytest.fixture
def said(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """Run a line and return its exit code and what was printed; a script of chen's was published and flagged."""
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    house.office.sign_in(house.office.ask(accounts.sign_in, "root", PASSWORD))
    house.office.do(accounts.create, "chen", "Chen", PASSWORD, (Role.TRAINER,))
    from_on = NOON + timedelta(days=1)
    one = small(sources=(Source("Rule"),), owner="chen", key_points=POINTS, effective_from=from_on)
    house.office.do(import_scripts, [ScriptText("a.md", emit(one))], publish=True)
    house.office.do(scripts.flag, "a-1", 1, note="it opens at 9", key_point="k1")
    house.close()

    def line(*words: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(["--lang", "en", "--as", "chen", "scripts", *words])
        return code, capsys.readouterr().out

    return line


def test_a_script_is_shown_as_it_counted_at_a_moment(said: Said) -> None:
    code, text = said("show", "a-1", "--at", "2030-01-01")
    assert code == 0
    assert text.startswith("---\nid: a-1\n")
    assert said("show", "a-1", "--at", "2026-03-01T08:00+0800") == (1, "")
    assert said("show", "a-2") == (1, "")


def test_flags_are_listed_with_their_day_and_their_owner(said: Said) -> None:
    code, text = said("flags", "--owner", "chen", "--json")
    (flag,) = json.loads(text)
    assert (code, flag["key"], flag["critical"], flag["owner"], flag["by"]) == (0, "a-1", True, "chen", "Root")
    assert said("flags", "--owner", "li") == (0, "")
    assert "\ta-1@1\tchen\tit opens at 9\n" in said("flags")[1]
