"""Files broken in bounded random ways: bits, lines, indents, signs with a meaning, deep nesting, other encodings.

Each change takes bytes and gives bytes; what it does depends on nothing but the bytes and the chance it is given.
"""

import random
from collections.abc import Callable

MOST_CHANGES = 4
_SPECIALS = (
    *("[", "]", "{", "}", ": ", "- ", "&a", "*a", "!t", "|", ">", "#", "'", '"', "%", "@", "`", "?", "\t", ","),
    *("---", "...", "<<: *a", "## ", "### ", "\\", "\r", "\x00", "\x85", "\u2028", "\ufeff", "null", "1e999", "~"),
)
#: Bytes that are no UTF-8, or only half of a character; the last are halves in GB18030 and UTF-16.
_BAD_BYTES = (
    b"\xff",
    b"\xc3",
    b"\xe4\xb8",
    b"\xf0\x9f\x92",
    b"\xed\xa0\x80",
    b"\x81",
    b"\x84\x31",
    b"\x00\xd8",
    b"\xfe\xff",
)
_ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "gb18030", "latin-1", "utf-8-sig", "utf-7", "utf-32")

Change = Callable[[bytes, random.Random], bytes]


def _flip(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _special(data: bytes, chance: random.Random) -> bytes:
    return _put_in(data, chance.choice(_SPECIALS).encode(), chance)


def _bad_bytes(data: bytes, chance: random.Random) -> bytes:
    return _put_in(data, chance.choice(_BAD_BYTES), chance)


def _nested(data: bytes, chance: random.Random) -> bytes:
    return _put_in(data, chance.choice([b"[", b"{a: ", b'{"a":']) * chance.choice([11, 13, 400, 4_000]), chance)


def _put_in(data: bytes, piece: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + piece + data[place:]


def _without_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def _line_twice(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    return b"\n".join([*lines[:place], *[lines[place]] * chance.randint(2, 5), *lines[place + 1 :]])


def _lines_swapped(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _indented(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    lines[place] = b" " * chance.randint(1, 9) + lines[place] if chance.random() < 0.5 else lines[place].lstrip()
    return b"\n".join(lines)


def _encoded(data: bytes, chance: random.Random) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")


CHANGES: tuple[Change, ...] = (
    *(_flip, _cut, _special, _bad_bytes, _nested),
    *(_without_line, _line_twice, _lines_swapped, _indented, _encoded),
)


def broken(data: bytes, chance: random.Random) -> bytes:
    """Return the file after one to four changes."""
    for _ in range(chance.randint(1, MOST_CHANGES)):
        if data:
            data = chance.choice(CHANGES)(data, chance)
    return data
