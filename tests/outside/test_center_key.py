"""One pair opens every key that was sealed for it, and nothing else does."""

from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from app.models.file_errors import FileMissing
from app.models.key_errors import CenterKeyBroken, CenterKeyCodeWrong, CenterKeyOther
from app.outside import center_key
from app.outside.recovery_words import new_passphrase
from app.outside.secrets import Keys
from tests.fakes import EPOCH
from tests.outside.test_secrets import CHEAP

KEYS = Keys("station", "k1", bytes([1]) * 32, bytes([2]) * 32, bytes([3]) * 32)


def test_only_the_private_half_opens_and_only_for_the_same_installation_and_key() -> None:
    pair, other = center_key.make(), center_key.make()
    sealed = center_key.seal(KEYS, pair.public)
    assert center_key.opened(sealed, "station", pair) == KEYS
    changed = replace(sealed, sealed=sealed.sealed[:-1] + bytes([sealed.sealed[-1] ^ 1]))
    for copy, install, key in (
        (sealed, "station", other),
        (sealed, "other", pair),
        (replace(sealed, key_id="k2"), "station", pair),
        (changed, "station", pair),
    ):
        with pytest.raises(CenterKeyOther):
            center_key.opened(copy, install, key)


def test_a_copy_says_when_it_was_sealed_and_one_of_an_older_program_opens_without() -> None:
    pair = center_key.make()
    sealed = center_key.seal(KEYS, pair.public, at=EPOCH)
    assert center_key.opened_with_time(sealed, "station", pair) == (KEYS, int(EPOCH.timestamp() * 1000))
    public, told = X25519PublicKey.from_public_bytes(pair.public), KEYS.database + KEYS.center + KEYS.documents
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    bare = suite.encrypt(told, public, b"onewindow/station/k1/center recovery")
    assert center_key.opened_with_time(replace(sealed, sealed=bare), "station", pair) == (KEYS, 0)


def test_no_key_stands_in_a_sealed_copy_or_a_repr() -> None:
    pair = center_key.make()
    said = center_key.seal(KEYS, pair.public).sealed + repr(pair).encode()
    assert KEYS.database not in said
    assert repr(pair.private).encode() not in said


def test_the_file_opens_with_its_code_only(tmp_path: Path) -> None:
    pair = center_key.make()
    code = center_key.save(tmp_path / "center.key", pair, cost=CHEAP)
    assert center_key.read(tmp_path / "center.key", code.lower()) == pair
    with pytest.raises(CenterKeyCodeWrong):
        center_key.read(tmp_path / "center.key", new_passphrase())
    assert pair.private.hex() not in (tmp_path / "center.key").read_text()


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"onewindow_center_key": 2}', '{"onewindow_center_key": 1}'])
def test_what_is_no_such_file_is_said_to_be_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "center.key").write_text(content)
    with pytest.raises(CenterKeyBroken):
        center_key.read(tmp_path / "center.key", new_passphrase())
    with pytest.raises(FileMissing):
        center_key.read(tmp_path / "gone.key", new_passphrase())


def test_fingerprints_tell_keys_apart() -> None:
    one, two = (center_key.fingerprint(center_key.make().public) for _ in range(2))
    assert one != two
    assert [len(group) for group in one.split("-")] == [4] * 5
