"""The sidecar comes back as written, and a damaged, foreign or newer one is refused."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.key_errors import KeySidecarBroken, KeySidecarMissing, KeySidecarTooNew
from app.outside.key_sidecar import (
    Entry,
    Provider,
    Sidecar,
    asks_passphrase,
    bound,
    edit,
    read_sidecar,
    sidecar_path,
    write_sidecar,
)
from app.outside.wrapping import wrap_with_key

WRAPPED = wrap_with_key(b"secret", bytes(32), purpose="p")
SIDECAR = Sidecar(
    "installation",
    "k2",
    Provider("file", "/钥匙/key\udc80"),
    datetime(2025, 1, 2, tzinfo=UTC),
    (Entry("center", "k1", WRAPPED),),
)


@pytest.fixture
def path(tmp_path):
    return sidecar_path(tmp_path / "onewindow.db")


def test_it_stands_beside_the_database(path):
    assert path.name == "onewindow.db.keys"


def test_what_was_written_is_read(path):
    write_sidecar(path, SIDECAR)
    assert read_sidecar(path) == SIDECAR


def test_an_entry_replaces_the_one_of_its_purpose_and_key_only():
    old, new = Entry("center", "k2", WRAPPED), Entry("center", "k2", wrap_with_key(b"x", bytes(32), purpose="p"))
    sidecar = SIDECAR.with_entry(old).with_entry(new)
    assert sidecar.entries == (*SIDECAR.entries, new)
    assert sidecar.entry("center") == new
    assert sidecar.without("center", "k2").entry("center") is None


def test_no_two_secrets_are_bound_to_the_same_text():
    assert len({bound("i", "k", purpose="a"), bound("i", "k", purpose="b"), bound("i", "l", purpose="a")}) == 3


def test_a_change_is_made_of_what_stands_there_and_an_error_leaves_it(path):
    write_sidecar(path, SIDECAR)
    former = edit(path, lambda found: replace(found, former=(*found.former, "k0")))
    assert former == read_sidecar(path) == replace(SIDECAR, former=("k0",))
    with pytest.raises(ZeroDivisionError):
        edit(path, lambda _found: 1 / 0)
    assert (read_sidecar(path), asks_passphrase(path.with_suffix(""))) == (former, False)


def test_a_missing_file_is_named(path):
    with pytest.raises(KeySidecarMissing) as caught:
        read_sidecar(path)
    assert caught.value.facts["path"] == str(path)


def test_a_file_of_a_newer_program_is_refused_and_left_alone(path):
    path.write_text(json.dumps({"format": 2, "whatever": 1}))
    with pytest.raises(KeySidecarTooNew) as caught:
        read_sidecar(path)
    assert (caught.value.facts["found"], caught.value.facts["known"]) == (2, 1)


def test_one_changed_value_is_noticed(path):
    write_sidecar(path, SIDECAR)
    path.write_text(path.read_text().replace('"k2"', '"k3"'))
    with pytest.raises(KeySidecarBroken):
        read_sidecar(path)


@given(content=st.one_of(st.binary(max_size=60), st.text(alphabet='{}[]":,format 1', max_size=40).map(str.encode)))
def test_no_damaged_file_gets_through(content, tmp_path_factory):
    path = tmp_path_factory.mktemp("keys") / "x.keys"
    path.write_bytes(content)
    with pytest.raises((KeySidecarBroken, KeySidecarTooNew)):
        read_sidecar(path)


def test_a_cut_off_file_is_refused_wherever_it_was_cut(path):
    write_sidecar(path, SIDECAR)
    whole = path.read_bytes().rstrip()
    for length in range(0, len(whole), 37):
        path.write_bytes(whole[:length])
        with pytest.raises(KeySidecarBroken):
            read_sidecar(path)
