"""Differences and the urgent lane from the command line."""

from pathlib import Path

import pytest

from app.cli import main
from app.scripts_library.emitter import emit
from app.scripts_library.script import Source, Variant
from tests.cli.test_script_life import Told, told  # noqa: F401 - a fixture
from tests.scripts_library.making import small

NINE = (Variant("zh", say="早上9点开门。"), Variant("en", say="It opens at 9."))


@pytest.fixture
def changed(told: Told, tmp_path: Path) -> Told:  # noqa: F811
    (tmp_path / "a.md").write_text(emit(small(sources=(Source("Rule"),), variants=NINE)), encoding="utf-8")
    told("chen", "import", str(tmp_path / "a.md"))
    return told


def test_the_newest_version_is_compared_with_the_one_before(changed: Told, capsys: pytest.CaptureFixture[str]) -> None:
    found = {tuple(one["place"]): (one["before"], one["after"]) for one in changed("li", "differences", "a-1")}  # type: ignore[attr-defined]
    assert found["body", "en", "say"] == ("It opens at 8.", "It opens at 9.")
    assert changed("li", "differences", "a-1", "--before", "2", "--version", "2") == []
    assert changed("li", "differences", "a-1", "--version", "9") == 1
    assert main(["--lang", "en", "--as", "li", "scripts", "differences", "a-1"]) == 0
    assert "Wording › English › Say\n  - It opens at 8.\n  + It opens at 9.\n" in capsys.readouterr().out


def test_what_cannot_wait_counts_at_once_and_is_never_one_s_own(changed: Told) -> None:
    assert changed("chen", "publish", "a-1", "--reason", "wrong hour") == 1
    assert changed("li", "publish", "a-1", "--reason", "wrong hour") == {
        "key": "a-1",
        "version": 3,
        "state": "approved",
    }
    assert {(due["key"], due["version"]) for due in changed("li", "expiring")} == {("a-1", 3)}  # type: ignore[attr-defined]
