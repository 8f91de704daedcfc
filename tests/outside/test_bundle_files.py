"""A bundle opens with its center's secret only, and not when a byte of it was changed, left out or added."""

from pathlib import Path

import pytest

from app.models.file_errors import FileMissing
from app.models.sync import Wire
from app.models.sync_errors import BundleForeign
from app.outside import bundle_files

SECRET = bytes(range(32))
ONE = Wire(
    b"o" * 16,
    1,
    b"u" * 16,
    9,
    "at",
    "wang",
    "center",
    "caller",
    b"r" * 16,
    1,
    '{"f":{"name":"针"}}',
    b"p" * 32,
    b"h" * 32,
)
GONE = ONE._replace(seq=2, uid=b"v" * 16, payload=None)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "day.bundle"
    assert bundle_files.write(path, [[ONE], [GONE]], SECRET, "north", whole=str) == 2
    return path


def test_what_was_written_is_read_and_nothing_stands_in_plain(bundle: Path) -> None:
    assert [one for part in bundle_files.read(bundle, SECRET, "north") for one in part] == [ONE, GONE]
    assert "针".encode() not in bundle.read_bytes()
    assert b"wang" not in bundle.read_bytes()


def test_another_centers_secret_does_not_open_it(bundle: Path) -> None:
    with pytest.raises(BundleForeign):
        list(bundle_files.read(bundle, bytes(32), "north"))


def test_another_center_under_the_same_secret_does_not_open_it(bundle: Path) -> None:
    for center in ("south", "", "North"):
        with pytest.raises(BundleForeign):
            list(bundle_files.read(bundle, SECRET, center))


@pytest.mark.parametrize("place", [0, 5, 24, 60, -1])
def test_a_changed_byte_is_noticed(bundle: Path, place: int) -> None:
    content = bytearray(bundle.read_bytes())
    content[place] ^= 1
    bundle.write_bytes(content)
    with pytest.raises(BundleForeign):
        list(bundle_files.read(bundle, SECRET, "north"))


def test_a_bundle_that_was_cut_or_lengthened_is_noticed(bundle: Path) -> None:
    content = bundle.read_bytes()
    for changed in (content[:-20], content + b"x", content[:10], b""):
        bundle.write_bytes(changed)
        with pytest.raises(BundleForeign):
            list(bundle_files.read(bundle, SECRET, "north"))
    with pytest.raises(FileMissing):
        list(bundle_files.read(bundle.with_name("nothing"), SECRET, "north"))


def test_what_whoever_hears_of_it_refuses_leaves_no_bundle(tmp_path: Path) -> None:
    def refuse(count: int) -> None:
        raise FileMissing(path=str(count))

    with pytest.raises(FileMissing) as refused:
        bundle_files.write(tmp_path / "day.bundle", [[ONE], [GONE]], SECRET, "north", whole=refuse)
    assert refused.value.facts == {"path": "2"}
    assert list(tmp_path.iterdir()) == []
