"""A database lives on a disk of this computer and in no cloud folder."""

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from platformdirs import windows

from app.models.file_errors import (
    DatabaseOnNetwork,
    DatabaseSynced,
    DataFolderOnNetwork,
    DataFolderSynced,
    FileNotWritten,
)
from app.outside.data_folder import (
    Mount,
    check_data_dir,
    check_in_use,
    cloud_of,
    default_data_dir,
    free_bytes,
    kind_of_mount,
    make_private,
    parsed_mac_mounts,
    parsed_mounts,
)
from app.services.wording import sentence

MOUNTS = parsed_mounts(
    "/dev/sda1 / ext4 rw 0 0\n"
    "server:/exports /net nfs4 rw,vers=4.2 0 0\n"
    "/dev/sdb1 /net/ann/local\\040disk ext4 rw 0 0\n"
    "//nas/share /mnt/nas cifs rw 0 0\n"
    "systemd-1 /auto autofs rw 0 0\n"
    "server:/homes /auto nfs4 rw 0 0\n"
    "google-drive-ocamlfuse /mnt/gdrive fuse.google-drive-ocamlfuse rw 0 0\n"
    "broken line\n"
)
#: Folders that hold the accounts of a computer.
HOME, USERS = "/home", "Users"
#: Disks of this computer that look unusual.
LOCAL = parsed_mounts(
    "overlay / overlay rw,lowerdir=/a:/b 0 0\n"
    "tmpfs /tmp tmpfs rw 0 0\n"
    f"{HOME}/.ecryptfs/ann/.Private {HOME}/ann ecryptfs rw 0 0\n"
    f"gocryptfs {HOME}/bob/vault fuse.gocryptfs rw 0 0\n"
    f"/dev/mapper/home {HOME}/eve btrfs rw,subvol=/@home 0 0\n"
    "/dev/sda2 /srv/bound ext4 rw,bind 0 0\n"
    "/dev/sdc1 /media/stick fuseblk rw 0 0\n"
    "C:\\134 /mnt/c 9p rw,aname=drvfs 0 0\n"
    "systemd-1 /data autofs rw 0 0\n"
    "/dev/sdd1 /data xfs rw 0 0\n"
    "tank/home /tank zfs rw 0 0\n"
)
posix = pytest.mark.skipif(os.name == "nt", reason="mounts are of POSIX")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/onewindow", ""),
        ("/net/ann/.local/share/onewindow", "nfs4"),
        ("/net/ann/local disk/onewindow", ""),
        ("/net/ann/local disks", "nfs4"),
        ("/mnt/nas", "cifs"),
        ("/mnt/nasty", ""),
        ("/auto/ann", "nfs4"),
        ("/mnt/gdrive/data", "fuse.google-drive-ocamlfuse"),
    ],
)
def test_the_deepest_mount_decides(path, kind):
    assert kind_of_mount(PurePosixPath(path), MOUNTS) == kind


@pytest.mark.parametrize(
    "path",
    ["/", "/tmp/x", f"{HOME}/ann/.local", f"{HOME}/bob/vault/d", f"{HOME}/eve", "/srv/bound/x", "/media/stick",
     "/mnt/c/x", "/data/x", "/tank/x"],
)  # fmt: skip
def test_no_disk_of_this_computer_is_taken_for_a_network_drive(path):
    assert kind_of_mount(PurePosixPath(path), LOCAL) == ""


def test_mounts_of_a_mac_are_understood():
    text = "/dev/disk1s1 on / (apfs, local)\n//ann@server/share on /Volumes/our share (1) (smbfs, nodev)\nodd\n"
    assert parsed_mac_mounts(text) == [Mount("/", "apfs"), Mount("/Volumes/our share (1)", "smbfs")]
    assert kind_of_mount(PurePosixPath("/Volumes/our share (1)/x"), parsed_mac_mounts(text)) == "smbfs"


@posix
def test_a_network_drive_is_refused_by_name():
    with pytest.raises(DataFolderOnNetwork) as caught:
        check_data_dir(Path("/srv/data"), mounts=[Mount("/", "ext4"), Mount("/srv", "nfs")])
    assert caught.value.facts == {"path": "/srv/data", "kind": "nfs"}


@posix
def test_a_link_onto_a_network_drive_is_followed(tmp_path):
    (tmp_path / "link").symlink_to("/srv/data")
    with pytest.raises(DataFolderOnNetwork):
        check_data_dir(tmp_path / "link" / "onewindow", mounts=[Mount("/", "ext4"), Mount("/srv", "nfs")])


def test_a_local_folder_is_taken(tmp_path):
    check_data_dir(tmp_path / "not there yet")
    assert free_bytes(tmp_path / "not there yet" / "deeper") > 0


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PureWindowsPath(r"D:\ann\OneDrive - Health Office\onewindow"), "OneDrive"),
        (PureWindowsPath(r"D:\ann\OneDrive\onewindow"), "OneDrive"),
        (PurePosixPath("/net/ann/Dropbox (Personal)/x"), "Dropbox"),
        (PurePosixPath("/mac/ann/Library/Mobile Documents/x"), "iCloud Drive"),
        (PureWindowsPath(r"D:\坚果云\一窗"), "坚果云"),
        (PurePosixPath("/net/ann/dropbox-notes"), ""),
        (PurePosixPath(f"/{USERS}/ann/Library/CloudStorage/Box-Box/x"), "Box-Box"),
        (PurePosixPath(f"/{USERS}/ann/Library/CloudStorage/OneDrive-HealthOffice/x"), "OneDrive-HealthOffice"),
        (PurePosixPath(f"{HOME}/nextcloud/.local/share/onewindow"), ""),
        (PurePosixPath(f"{HOME}/nextcloud/Nextcloud/onewindow"), "Nextcloud"),
        (PurePosixPath("/srv/nextcloud/onewindow"), ""),
        (PureWindowsPath("C:/", USERS, "Dropbox/AppData/Local/onewindow"), ""),
        (PurePosixPath("/net/ann/.local/share/onewindow"), ""),
    ],
)
def test_cloud_folders_are_known_by_their_names(path, service):
    assert cloud_of(path, {}) == service


def test_a_renamed_onedrive_is_known_by_the_environment():
    path = PureWindowsPath(r"D:\cloud\data")
    assert cloud_of(path, {"OneDriveCommercial": r"D:\cloud"}) == "OneDrive"
    assert cloud_of(path, {"OneDrive": ""}) == ""


def test_a_cloud_folder_is_refused_with_the_name_of_the_service(tmp_path):
    with pytest.raises(DataFolderSynced) as caught:
        check_data_dir(tmp_path / "Dropbox" / "onewindow")
    assert caught.value.facts["service"] == "Dropbox"


@posix
def test_a_database_that_lies_there_already_is_told_how_to_come_home(tmp_path):
    net = [Mount("/", "ext4"), Mount(str(tmp_path), "cifs")]
    with pytest.raises(DatabaseOnNetwork) as caught:
        check_in_use(tmp_path / "desk", mounts=net)
    assert caught.value.facts == {"path": str(tmp_path / "desk"), "kind": "cifs"}
    with pytest.raises(DatabaseSynced) as cloud:
        check_in_use(tmp_path / "Dropbox" / "desk", mounts=[Mount("/", "ext4")])
    for error in (caught.value, cloud.value):
        says, follows = sentence(error, "en")
        assert str(tmp_path) in says
        assert "move" in follows
        assert "--data-dir" in follows
    check_in_use(tmp_path / "desk", mounts=[Mount("/", "ext4")])


def test_the_default_folder_is_the_accounts_own_and_local():
    assert default_data_dir().is_relative_to(Path.home())
    assert "onewindow" in default_data_dir().name


def test_on_windows_it_is_the_local_folder_and_not_the_one_that_roams(monkeypatch):
    monkeypatch.setattr(platformdirs, "PlatformDirs", windows.Windows)
    monkeypatch.setattr(windows, "get_win_folder", windows.get_win_folder_from_env_vars)
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    monkeypatch.setenv("APPDATA", "/roaming")
    assert default_data_dir() == Path("/local/onewindow")


@given(text=st.text(max_size=100))
def test_no_list_of_mounts_breaks_it(text):
    lines = len(text.splitlines())
    assert len(parsed_mounts(text)) <= lines
    assert len(parsed_mac_mounts(text)) <= lines


@pytest.mark.skipif(os.name == "nt", reason="Windows has the rights of the account's folder")
def test_an_empty_folder_becomes_its_owners_alone_and_a_used_one_stays(tmp_path: Path) -> None:
    empty, used = tmp_path / "a" / "b", tmp_path / "used"
    make_private(empty)
    used.mkdir(mode=0o755)
    used.chmod(0o755)
    (used / "letter.txt").write_text("somebody's")
    make_private(used)
    assert (empty.stat().st_mode & 0o777, used.stat().st_mode & 0o777) == (0o700, 0o755)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("a file", encoding="utf-8")
    for path in (tmp_path / "desk", tmp_path / "desk" / "below"):
        with pytest.raises(FileNotWritten):
            make_private(path)
