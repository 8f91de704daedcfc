"""Where the data lies, and whether a database may live there.

A database on a network drive gets damaged by locks that the drive only pretends to keep; a cloud folder moves and
copies its files while they are open. Both are refused before anything is written.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePath
from typing import Any

from app.models.file_errors import DatabaseOnNetwork, DatabaseSynced, DataFolderOnNetwork, DataFolderSynced
from app.outside.files import write_error

_NETWORK = {
    *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "ncpfs", "webdav", "davfs", "davfs2", "afs"),
    *("ceph", "glusterfs", "lustre", "beegfs", "gpfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.s3fs"),
    *(
        "fuse.glusterfs",
        "fuse.cephfs",
        "fuse.gcsfuse",
        "fuse.gvfsd-fuse",
        "vboxsf",
        "prl_fs",
        "vmhgfs",
        "fuse.vmhgfs-fuse",
    ),
    *("fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.curlftpfs", "fuse.goofys", "fuse.juicefs"),
}
#: Folder names of the cloud services, in small letters; OneDrive adds the name of the firm behind a hyphen.
_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "nutstore": "Nutstore",
    "我的坚果云": "坚果云",
    "坚果云": "坚果云",
    "baidunetdisk": "Baidu Netdisk",
    "百度网盘": "百度网盘",
    "百度网盘同步空间": "百度网盘",
    "wpsdrive": "WPS",
    "wps云盘": "WPS",
}
#: What lies right in these bears the name of an account or a service of the machine, not of a cloud's folder.
_ACCOUNTS = frozenset({"home", "users", "srv", "www", "opt", "lib"})
#: Where macOS puts the folder of each cloud service, below ``Library``.
_CLOUDS_OF_A_MAC = "CloudStorage"
_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_WINDOWS_REMOTE = 4  # DRIVE_REMOTE of GetDriveTypeW


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system: where, and of which kind."""

    at: str
    kind: str


def default_data_dir() -> Path:
    """The folder for this account's data on this computer; never the roaming one that Windows copies about."""
    from platformdirs import user_data_path

    return user_data_path("onewindow", appauthor=False, roaming=False)


def check_data_dir(path: Path, *, mounts: Iterable[Mount] | None = None) -> None:
    """Refuse a folder where a database would be damaged. Raises DataFolderOnNetwork or DataFolderSynced."""
    whole = _resolved(path)
    kind = _windows_kind(whole) if os.name == "nt" else kind_of_mount(whole, _mounts() if mounts is None else mounts)
    if kind:
        raise DataFolderOnNetwork(path=str(path), kind=kind)
    service = cloud_of(whole, os.environ)
    if service:
        raise DataFolderSynced(path=str(path), service=service)


def check_in_use(path: Path, *, mounts: Iterable[Mount] | None = None) -> None:
    """Refuse to work on a database that somebody moved where it would be damaged.

    Raises DatabaseOnNetwork or DatabaseSynced.
    """
    try:
        check_data_dir(path, mounts=mounts)
    except DataFolderOnNetwork as error:
        raise DatabaseOnNetwork(**error.facts) from error
    except DataFolderSynced as error:
        raise DatabaseSynced(**error.facts) from error


def make_private(path: Path) -> None:
    """Make the data folder, for its owner only; one that holds other people's files already stays as open as it is.

    Raises FileForbidden, DiskFull or FileNotWritten.
    """
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise write_error(path, error) from error
    if os.name == "nt" or any(path.iterdir()):
        return
    with suppress(OSError):  # another's folder, in which we may write
        path.chmod(0o700)


def free_bytes(path: Path) -> int:
    """Bytes free on the disk of this folder, which need not exist yet; 0 when nobody can tell."""
    for folder in (path, *path.parents):
        try:
            return shutil.disk_usage(folder).free
        except OSError:
            continue
    return 0


def kind_of_mount(path: PurePath, mounts: Iterable[Mount]) -> str:
    """The kind of the network file system that holds the path; empty when it is a local one.

    Of several at one place the last one lies on top, as over the place of an automatic mount.
    """
    inside = [mount for mount in mounts if path.is_relative_to(mount.at)]
    deepest = max(reversed(inside), key=_depth, default=None)
    return deepest.kind if deepest and deepest.kind.lower() in _NETWORK else ""


def cloud_of(path: PurePath, environment: Mapping[str, str]) -> str:
    """The cloud service whose folder holds the path; empty when there is none."""
    for name in _CLOUD_VARIABLES:
        root = environment.get(name, "")
        if root and path.is_relative_to(root):
            return "OneDrive"
    for above, part in pairwise(path.parts):
        plain = part.lower().split(" - ")[0].split(" (")[0].strip()
        if plain in _CLOUDS and above.lower() not in _ACCOUNTS:
            return _CLOUDS[plain]
        if above == _CLOUDS_OF_A_MAC and "Library" in path.parts:
            return part
    return ""


def parsed_mounts(text: str) -> list[Mount]:
    """The mounts in the form of ``/proc/self/mounts``, blanks in names written as ``\\040``."""
    found = list[Mount]()
    for line in text.splitlines():
        fields = line.split(" ")
        if len(fields) >= 3:
            at = fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
            found.append(Mount(at, fields[2]))
    return found


def parsed_mac_mounts(text: str) -> list[Mount]:
    """The mounts in what ``mount`` prints on macOS: ``//server/share on /Volumes/share (smbfs, nodev)``."""
    found = list[Mount]()
    for line in text.splitlines():
        place, _, options = line.partition(" on ")[2].rpartition(" (")
        if place:
            found.append(Mount(place, options.split(",")[0].rstrip(")")))
    return found


def _depth(mount: Mount) -> int:
    return len(PurePath(mount.at).parts)


def _resolved(path: Path) -> Path:
    """The path behind its links; a link can lead onto a network drive."""
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError):  # a loop of links, or no home
        return path.absolute()


def _mounts() -> list[Mount]:
    if sys.platform == "darwin":
        return _mac_mounts()
    try:
        return parsed_mounts(Path("/proc/self/mounts").read_text("utf-8", "surrogateescape"))
    except OSError:
        return []


def _mac_mounts() -> list[Mount]:
    import subprocess  # no window waits for it at its start

    try:
        done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return []
    return parsed_mac_mounts(done.stdout)


def _windows_kind(path: Path) -> str:
    """A share by name, or a letter that stands for one."""
    if path.drive.startswith("\\\\") and not path.drive.startswith("\\\\?\\"):
        return path.drive
    import ctypes

    kernel: Any = vars(ctypes)["windll"].kernel32
    return path.drive if kernel.GetDriveTypeW(f"{path.drive}\\") == _WINDOWS_REMOTE else ""
