"""The project's own commands: their names, and the words for a machine that lacks something."""

import ctypes
import importlib.util
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent.parent / ".ci" / "dev.py"


@pytest.fixture
def dev():
    spec = importlib.util.spec_from_file_location("dev", SOURCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_step_of_a_command_runs_in_the_environment_of_the_project(dev):
    for name in ("run", "test", "check", "all", "bench", "shots", "translations"):
        assert all(Path(step[0]).is_relative_to(dev.VENV) for step in dev.steps(name, []))


def test_all_is_what_test_and_check_do_with_the_walls_of_the_house_once(dev):
    both = [*dev.steps("test", []), *dev.steps("check", [])]
    left_out = [step for step in both if step not in dev.steps("all", [])]
    assert [step[-3:] for step in left_out] == [["-n", "0", "tests/house"]]
    assert dev.steps("all", [])[0] == dev.steps("test", [])[0]
    assert "tests/house" not in dev.steps("all", [])[0]


@pytest.mark.parametrize(("cores", "workers"), [(None, 3), (2, 3), (4, 4), (64, 8)])
def test_each_core_runs_tests_as_far_as_memory_may_last(dev, monkeypatch, cores, workers):
    monkeypatch.setattr(dev.os, "cpu_count", lambda: cores)
    step = dev.steps("test", [])[0]
    assert step[step.index("-n") + 1] == str(workers)


def test_words_after_a_command_reach_its_last_step(dev):
    assert dev.steps("test", ["-k", "keys"])[-1][-2:] == ["-k", "keys"]
    assert dev.steps("check", ["-x"])[-1][-1] == "-x"


def test_compiled_modules_are_kept_from_one_step_to_the_next(dev, monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    (tmp_path / "one.py").write_text("", encoding="utf-8")
    assert dev.run([sys.executable, "-c", "import one"]) == 0
    assert len(list(tmp_path.glob("__pycache__/one.*.pyc"))) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="files in memory are Linux's")
@pytest.mark.parametrize(("command", "there"), [("test", True), ("all", True), ("bench", False), ("run", False)])
def test_tests_alone_keep_their_files_in_memory(dev, monkeypatch, tmp_path, command, there):
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr(dev, "MEMORY", tmp_path)
    monkeypatch.setattr(dev, "ROOM", 1)
    monkeypatch.setattr(dev.sys, "argv", ["dev.py", command])
    assert (dev.environment().get("TMPDIR") == str(tmp_path)) is there


def test_files_of_tests_stay_where_somebody_wants_them_or_where_room_is(dev, monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "MEMORY", tmp_path)
    monkeypatch.setattr(dev.sys, "argv", ["dev.py", "test"])
    monkeypatch.setattr(dev, "ROOM", 1)
    monkeypatch.setenv("TMPDIR", "elsewhere")
    assert dev.environment()["TMPDIR"] == "elsewhere"
    monkeypatch.delenv("TMPDIR")
    for folder, room in ((tmp_path, 2**80), (tmp_path / "absent", 1)):
        monkeypatch.setattr(dev, "MEMORY", folder)
        monkeypatch.setattr(dev, "ROOM", room)
        assert "TMPDIR" not in dev.environment()


def test_off_linux_files_of_tests_stay_on_the_disk(dev, monkeypatch, tmp_path):
    monkeypatch.delattr(dev.os, "ST_NOEXEC", raising=False)
    monkeypatch.setattr(dev, "ROOM", 1)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not dev.is_roomy(tmp_path)


def test_an_unknown_command_is_answered_with_the_known_ones(dev):
    with pytest.raises(SystemExit, match=r"run\|test\|check\|bench\|shots\|translations\|all"):
        dev.steps("deploy", [])


def test_missing_libraries_are_named_by_their_package(dev, monkeypatch):
    def refuse(name: str) -> None:
        if name == "libEGL.so.1":
            raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    monkeypatch.setattr(sys, "platform", "linux")
    assert dev.missing_packages() == ["libegl1"]


def test_no_library_is_asked_for_off_linux(dev, monkeypatch):
    monkeypatch.setattr(dev, "LIBRARIES", {"libnowhere.so.9": "libnowhere9"})
    monkeypatch.setattr(sys, "platform", "win32")
    assert dev.missing_packages() == []


def test_an_old_python_is_refused_in_words(dev, monkeypatch):
    monkeypatch.setattr(dev.sys, "version_info", (3, 10))
    with pytest.raises(SystemExit, match=r"3\.11"):
        dev.main()


def test_a_machine_without_the_libraries_is_told_before_anything_is_installed(dev, monkeypatch):
    monkeypatch.setattr(dev, "missing_packages", lambda: ["libegl1", "libgl1"])
    monkeypatch.setattr(dev, "install", lambda: pytest.fail("nothing is installed before the libraries are there"))
    monkeypatch.setattr(dev.sys, "argv", ["dev.py", "test"])
    with pytest.raises(SystemExit, match="apt-get install libegl1 libgl1"):
        dev.main()
