"""A part opens as what it is, where it is, under its center's secret; and no name tells what it is of."""

import hashlib

from app.outside.object_seal import ObjectSeal
from tests.desk import KEY

SALT, OTHER = bytes(16), bytes([1]) * 16


def test_a_part_opens_in_its_place_and_nowhere_else() -> None:
    seal = ObjectSeal(KEY)
    name, another = seal.name("frame", "ab"), seal.name("frame", "cd")
    sealed = seal.sealed(name, SALT, 3, "张三".encode(), is_last=False)
    assert seal.opened(name, SALT, 3, sealed, is_last=False) == "张三".encode()
    assert seal.opened(name, SALT, 3, sealed, is_last=True) is None
    assert seal.opened(name, SALT, 4, sealed, is_last=False) is None
    assert seal.opened(another, SALT, 3, sealed, is_last=False) is None
    assert seal.opened(name, OTHER, 3, sealed, is_last=False) is None
    assert seal.opened(name, SALT, 3, sealed[:-1], is_last=False) is None
    assert seal.opened(name, SALT, 3, bytes([sealed[0] ^ 1]) + sealed[1:], is_last=False) is None
    assert seal.opened(name, SALT, 3, b"", is_last=False) is None


def test_another_center_neither_opens_a_part_nor_knows_the_name_of_a_content_that_it_has() -> None:
    ours, theirs = ObjectSeal(KEY), ObjectSeal(bytes(32))
    sha256 = hashlib.sha256(b"a notice that everybody has").hexdigest()
    name = ours.name("document", sha256)
    assert name not in (theirs.name("document", sha256), ours.name("frame", sha256), bytes.fromhex(sha256))
    assert theirs.opened(name, SALT, 0, ours.sealed(name, SALT, 0, b"x", is_last=True), is_last=True) is None
