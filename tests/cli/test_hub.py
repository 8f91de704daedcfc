"""The hub on the line: made, joined by stations, synced, looked at, and closed to one."""

import json
import re
from io import StringIO
from pathlib import Path

import psycopg
import pytest

from app import bootstrap
from app.cli import main
from app.outside import center_key
from app.outside.key_choice import KeyChoice
from app.outside.key_sidecar import read_sidecar, sidecar_path
from app.services import accounts, hub_joining
from tests.cli.conftest import PASSWORD, Run
from tests.servers import Server


@pytest.fixture
def place(server: Server) -> str:
    """An empty database for a hub of this test's own."""
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS own_hub")
        connection.execute("CREATE DATABASE own_hub")
    return server.place("own_hub")


def _code(text: str) -> str:
    return next(word for word in text.split() if word.count("-") == 7)


def test_a_hub_is_made_a_station_joins_and_everything_goes_over(
    run: Run, folder: Path, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    assert run("hub", "init", "--place", place, "--json") == 0
    hub_id = json.loads(capsys.readouterr().out)["hub_id"]
    file = tmp_path / "seat.json"
    assert run("hub", "enroll", "Seat 1", str(file), "--place", place, "--center", "north") == 0
    monkeypatch.setenv("ONEWINDOW_ENROLLMENT_CODE", _code(capsys.readouterr().out))
    assert run("sync", "join", str(file)) == 0
    assert "Seat 1" in capsys.readouterr().out
    assert run("sync", "--json", "--check") == 0
    pushed = json.loads(capsys.readouterr().out)["pushed"]
    assert pushed > 0
    assert run("hub", "status", "--place", place, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["hub_id"], found["records"], found["stations"][0]["label"]) == (hub_id, pushed, "Seat 1")
    assert run("sync", "log", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["outcome"] == "done"
    assert run("hub", "project", "--place", place, "--json") == 0
    assert json.loads(capsys.readouterr().out)["records"] == pushed
    assert run("hub", "project", "--rebuild", "--place", place) == 0
    assert str(pushed) in capsys.readouterr().out
    assert run("hub", "admit", "reader", "--center", "north", "--place", place, "--json") == 0
    assert json.loads(capsys.readouterr().out)["login"].startswith("onewindow_reader_")
    assert run("hub", "durable", "2126-03-02T02:00+08:00", "--place", place) == 0
    assert str(pushed) in capsys.readouterr().out
    assert run("hub", "upgrade", "--place", place) == 0
    assert run("hub", "expel", found["stations"][0]["who"], "--place", place) == 0
    assert run("sync") == 1
    assert "Traceback" not in capsys.readouterr().err


def test_who_set_up_a_computer_that_joins_is_told_before_and_after_that_the_center_knows_them_not(
    run: Run, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    def at(desk: str, who: str, *words: str) -> tuple[int, str]:
        monkeypatch.setenv("ONEWINDOW_DATA_DIR", str(tmp_path / desk))
        monkeypatch.setenv("ONEWINDOW_KEY_FILE", str(tmp_path / ("key" if desk == "desk" else "second key")))
        done = main(["--lang", "en", "--as", who, *words])
        said = capsys.readouterr()
        return done, said.out + said.err

    run("hub", "init", "--place", place)
    choice = KeyChoice(key_file=tmp_path / "second key")
    bootstrap.create(tmp_path / "second", choice, admin="owner", display="Owner", password=PASSWORD).house.close()
    for desk, who in (("desk", "root"), ("second", "owner")):
        file = str(tmp_path / f"{desk}.json")
        told = at("desk", "root", "hub", "enroll", desk, file, "--place", place, "--center", "north")[1]
        monkeypatch.setenv("ONEWINDOW_ENROLLMENT_CODE", _code(told))
        done, said = at(desk, who, "sync", "join", file)
        assert (done, f"are closed at the first sync: {who}." in said) == (0, True)
        done, said = at(desk, who, "sync")
        assert (done, "closed at the center: owner." in said) == (0, who == "owner")
    assert (at("second", "owner", "accounts", "list")[0], at("second", "root", "accounts", "list")[0]) == (1, 0)
    monkeypatch.setenv("ONEWINDOW_NEW_PASSWORD", PASSWORD)
    opening = ("accounts disable owner --again", "accounts roles owner administrator", "accounts password owner")
    for line in ("sync", *opening, "sync"):
        assert at("desk", "root", *line.split())[0] == 0
    assert "closed" not in at("second", "root", "sync")[1]
    assert at("second", "owner", "accounts", "list")[0] == 0


def test_a_computer_without_a_line_gives_a_bundle_once_one_of_the_center_has_settled_its_accounts(
    run: Run, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    def at(desk: str, who: str, *words: str) -> tuple[int, str]:
        monkeypatch.setenv("ONEWINDOW_DATA_DIR", str(tmp_path / desk))
        monkeypatch.setenv("ONEWINDOW_KEY_FILE", str(tmp_path / ("key" if desk == "desk" else "second key")))
        done = main(["--lang", "en", "--as", who, *words])
        said = capsys.readouterr()
        return done, said.out + said.err

    there, back = str(tmp_path / "there.bundle"), str(tmp_path / "back.bundle")
    run("hub", "init", "--place", place)
    choice = KeyChoice(key_file=tmp_path / "second key")
    bootstrap.create(tmp_path / "second", choice, admin="owner", display="Owner", password=PASSWORD).house.close()
    for desk, who in (("desk", "root"), ("second", "owner")):
        file = str(tmp_path / f"{desk}.json")
        told = at("desk", "root", "hub", "enroll", desk, file, "--place", place, "--center", "north")[1]
        monkeypatch.setenv("ONEWINDOW_ENROLLMENT_CODE", _code(told))
        assert at(desk, who, "sync", "join", file)[0] == 0
    assert at("desk", "root", "sync")[0] == 0
    done, said = at("second", "owner", "sync", "export", back)
    assert (done, "has not heard yet whose accounts go on" in said) == (1, True)
    assert not Path(back).exists()
    assert at("desk", "root", "sync", "export", there)[0] == 0
    done, said = at("second", "owner", "sync", "import", there)
    assert (done, "closed at the center: owner." in said) == (0, True)
    assert at("second", "root", "sync", "export", back)[0] == 0
    for words in (("sync", "import", back), ("sync",)):
        assert at("desk", "root", *words)[0] == 0
    assert at("desk", "owner", "accounts", "list")[0] == 1


def test_an_enrollment_that_fails_leaves_no_login_at_the_hub(
    run: Run, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("hub", "init", "--place", place) == 0
    assert run("hub", "enroll", "Seat 1", str(tmp_path / "gone" / "x.json"), "--place", place, "--center", "n") == 1
    with psycopg.connect(place) as connection:
        connection.execute("ALTER TABLE hub.recovery_key RENAME TO recovery_key_of_a_newer_hub")
        connection.execute("UPDATE hub.identity SET schema_version = 5")
    assert run("hub", "enroll", "Seat 1", str(tmp_path / "x.json"), "--place", place, "--center", "n") == 1
    assert "hub upgrade" in capsys.readouterr().err
    assert run("hub", "status", "--place", place, "--json") == 0
    assert [one["disabled"] for one in json.loads(capsys.readouterr().out)["stations"]] == [True]


def test_a_restore_of_the_hub_is_said(run: Run, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("hub", "init", "--place", place) == 0
    capsys.readouterr()
    assert run("hub", "restored", "--place", place) == 0
    assert "counts as restored (mark " in capsys.readouterr().out


def test_a_station_that_joined_nothing_is_told_how(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sync") == 1
    assert "belongs to no hub" in capsys.readouterr().err


def test_joining_takes_the_centers_secret_and_keeps_the_recovery_sheet_true(
    folder: Path, tmp_path: Path, place: str
) -> None:
    from app.outside import enrollment
    from app.outside.wrapping import Cost

    told = enrollment.EnrollmentFile("hub", "north", "Seat 2", {"host": "x"}, bytes(reversed(range(32))))
    code = enrollment.write(tmp_path / "seat.json", told, cost=Cost(64, 1, 1))
    choice = KeyChoice(key_file=folder.parent / "key")
    house = bootstrap.open_house(folder, choice)
    house.office.sign_in(house.office.ask(accounts.sign_in, "root", PASSWORD))
    house.office.do(hub_joining.join, house.office.ask(hub_joining.opened, tmp_path / "seat.json", code))
    house.close()
    again = bootstrap.open_house(folder, choice)
    assert again.keys.center == told.center_secret
    again.close()


def _joined(run: Run, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    """Make a hub and let the station join it."""
    assert run("hub", "init", "--place", place) == 0
    assert run("hub", "enroll", "Seat 1", str(tmp_path / "seat.json"), "--place", place, "--center", "north") == 0
    monkeypatch.setenv("ONEWINDOW_ENROLLMENT_CODE", _code(capsys.readouterr().out))
    assert run("sync", "join", str(tmp_path / "seat.json")) == 0


def test_a_lost_key_comes_back_with_the_centers_recovery_key(
    run: Run, folder: Path, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    _joined(run, place, tmp_path, capsys, monkeypatch)
    pair, file = str(tmp_path / "center.key"), str(tmp_path / "from-hub.json")
    assert run("hub", "recovery-key", pair, "--place", place) == 0
    monkeypatch.setenv("ONEWINDOW_RECOVERY", _code(capsys.readouterr().out))
    assert [run("sync"), run("keys", "rotate"), run("sync"), run("doctor", "--quick")] == [0] * 4
    assert "sealed for the center's recovery key" in capsys.readouterr().out
    assert run("hub", "escrow", "--place", place, "--json") == 0
    kept = json.loads(capsys.readouterr().out)
    assert len({one["key"] for one in kept}) == 2
    assert run("hub", "escrow", "--place", place, "--install", kept[0]["install"], "--out", file) == 0
    (folder.parent / "key").unlink()
    unmade = tmp_path / "unmade.txt"
    assert [run("recover", "--center-key", pair, "--sheet", str(unmade)), run("doctor", "--quick")] == [0, 0]
    assert "No new sheet was made" in capsys.readouterr().err
    assert not unmade.exists()
    (folder.parent / "key").unlink()
    (folder / "onewindow.db.keys").unlink()
    sheet = tmp_path / "sheet.txt"
    assert run("recover", "--center-key", pair, "--escrow", file, "--sheet", str(sheet)) == 0
    assert "OneWindow recovery sheet" in sheet.read_text()
    assert run("doctor", "--quick") == 0


def test_a_station_that_joins_has_its_key_at_the_hub_after_its_first_sync(
    run: Run, folder: Path, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    pair, file = str(tmp_path / "center.key"), str(tmp_path / "from-hub.json")
    assert run("hub", "init", "--place", place) == 0
    assert run("hub", "recovery-key", pair, "--place", place) == 0
    code = _code(capsys.readouterr().out)
    assert run("hub", "enroll", "Seat 1", str(tmp_path / "seat.json"), "--place", place, "--center", "north") == 0
    monkeypatch.setenv("ONEWINDOW_ENROLLMENT_CODE", _code(capsys.readouterr().out))
    assert run("sync", "join", str(tmp_path / "seat.json")) == 0
    (sealed,) = read_sidecar(sidecar_path(bootstrap.database_in(folder))).escrows  # before the hub was ever asked
    assert center_key.fingerprint(sealed.public) == json.loads(Path(pair).read_text())["fingerprint"]
    assert run("sync") == 0
    (folder.parent / "key").unlink()
    (folder / "onewindow.db.keys").unlink()
    monkeypatch.setenv("ONEWINDOW_RECOVERY", code)
    assert run("hub", "escrow", "--place", place, "--out", file) == 0
    words = ("recover", "--center-key", pair, "--escrow", file, "--sheet")
    assert [run(*words, str(tmp_path / "sheet.txt")), run(*words, str(tmp_path / "sheet.txt"))] == [0, 2]
    assert run("doctor", "--quick") == 0


def test_a_hub_that_went_back_and_lost_a_sealed_key_has_it_after_the_next_sync(
    run: Run, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    _joined(run, place, tmp_path, capsys, monkeypatch)
    assert run("hub", "recovery-key", str(tmp_path / "center.key"), "--place", place) == 0
    assert run("sync") == 0
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute("DELETE FROM hub.key_escrow")  # the backup was older
    assert [run("hub", "restored", "--place", place), run("sync")] == [0, 0]
    capsys.readouterr()
    assert run("hub", "escrow", "--place", place, "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_a_new_sheet_counts_when_its_last_group_was_typed(
    run: Run, folder: Path, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    _joined(run, place, tmp_path, capsys, monkeypatch)
    pair, file, keys = str(tmp_path / "center.key"), str(tmp_path / "from-hub.json"), folder / "onewindow.db.keys"
    assert run("hub", "recovery-key", pair, "--place", place) == 0
    monkeypatch.setenv("ONEWINDOW_RECOVERY", _code(capsys.readouterr().out))
    assert [run("sync"), run("hub", "escrow", "--place", place, "--out", file)] == [0, 0]
    keys.unlink()
    words = ("recover", "--center-key", pair, "--escrow", file)
    monkeypatch.setattr("sys.stdin", StringIO("wrong\n"))
    assert run(*words) != 0
    assert not keys.exists()
    monkeypatch.setattr("click.prompt", Typist(capsys).last_group)
    assert [run(*words), run("doctor", "--quick")] == [0, 0]


class Typist:
    """Types the last group of the sheet that was printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def last_group(self, _text: str, **_how: object) -> str:
        return re.findall(r"8:(\w+)", self._capsys.readouterr().out)[-1].lower()


def test_another_recovery_key_is_trusted_by_its_fingerprint_only(
    run: Run, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    _joined(run, place, tmp_path, capsys, monkeypatch)
    assert run("keys", "escrow") == 1
    assert "No key was sealed" in capsys.readouterr().err
    assert run("hub", "recovery-key", str(tmp_path / "1"), "--place", place) == 0
    assert run("keys", "escrow") == 0
    assert [run("hub", "recovery-key", str(tmp_path / "2"), "--place", place), (tmp_path / "2").exists()] == [1, False]
    assert run("hub", "recovery-key", str(tmp_path / "1"), "--replace", "--place", place) == 2
    assert run("hub", "recovery-key", str(tmp_path / "2"), "--replace", "--place", place) == 0
    fingerprint = json.loads((tmp_path / "2").read_text())["fingerprint"]
    assert run("keys", "escrow") == 1
    assert fingerprint in capsys.readouterr().err
    assert run("keys", "escrow", "--trust", fingerprint) == 0


def test_chain_heads_go_into_a_folder_and_a_change_is_named(
    run: Run, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    _joined(run, place, tmp_path, capsys, monkeypatch)
    (tmp_path / "sheets").mkdir()
    assert [run("sync"), run("hub", "heads", str(tmp_path / "sheets"), "--place", place)] == [0, 0]
    (sheet,) = (tmp_path / "sheets").iterdir()
    assert run("hub", "verify-heads", str(sheet), "--place", place) == 0
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("UPDATE hub.journal SET actor = 'eve' WHERE seq = 2")
    capsys.readouterr()
    assert run("hub", "verify-heads", str(sheet), "--place", place) == 1
    assert "1 records do not hold, the first is 2:\n\t2\t" in capsys.readouterr().out
    assert run("hub", "verify-heads", str(sheet), "--place", place, "--json") == 1
    assert json.loads(capsys.readouterr().out)["differences"][0]["records"][0]["actor"] == "eve"
