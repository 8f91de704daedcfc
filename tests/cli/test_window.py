"""The window from the command line, without the command line around it."""

from pathlib import Path

import pytest

from app.cli.desk import Desk
from app.cli.window import demo_dir, open_window
from app.models.file_errors import FileNotWritten
from app.outside import instance
from app.ui.shell import main as shown
from app.ui.shell.doors import Doors


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


def test_a_folder_where_nothing_can_be_written_is_told_in_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "instance.lock").mkdir()
    told: list[object] = []

    def begin(doors: Doors, _choice: object) -> int:
        with pytest.raises(FileNotWritten):
            doors.standing()
        told.append(doors.data_dir)
        (tmp_path / "instance.lock").rmdir()
        doors.standing()
        assert instance.claim(tmp_path) is None
        return 0

    monkeypatch.setattr(shown, "run", begin)
    assert open_window(Desk(tmp_path), demo=False) == 0
    assert told == [tmp_path]
