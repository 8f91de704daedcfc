"""Keeps Python from loading OpenSSL for a hash: it has SHA-256 itself, and the library is 3.6 MB of every desk.

Python looks for ``_hashlib`` and does without where there is none, at a tenth of the speed: some 100 MB in a second,
two to four microseconds for a record. Before 3.12 nothing else of the program goes on meanwhile, so what is long is
hashed in other ways (``document_files``). Whatever else needs OpenSSL, such as the line to the hub, loads it as before.
"""

import sys
from importlib.util import find_spec
from typing import Any

_OPENSSL = "_hashlib"
_OWN = ("_sha256", "_sha2")  # the second since 3.12


def leave() -> bool:
    """Call it before anything hashes. False where that is late, or where Python was built without hashes of its own."""
    if not any(find_spec(name) for name in _OWN):
        return False
    modules: dict[str, Any] = sys.modules
    return modules.setdefault(_OPENSSL, None) is None
