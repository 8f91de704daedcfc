"""The window from the command line, without the command line around it."""

from pathlib import Path

import pytest

from app.cli.desk import Desk
from app.cli.window import demo_dir, open_window
from app.outside import instance


def test_the_demo_has_a_folder_of_its_own() -> None:
    assert (demo_dir().name, demo_dir().parent) == ("demo", Desk().folder)


def test_a_folder_that_is_open_already_is_not_opened_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    heard: list[dict[str, str]] = []
    first = instance.claim(tmp_path)
    assert first is not None
    first.listen(heard.append)
    assert open_window(Desk(tmp_path), demo=False) == 0
    first.close()
    assert heard == [{"action": "raise"}]
    assert capsys.readouterr().err
