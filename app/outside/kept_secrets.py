"""The center secret and the key of the documents, kept in the encrypted database once they were opened.

Opening them in the sidecar loads a library of 10 MB, for which every start would wait.
"""

from typing import Protocol

from app.outside.secrets import Unlocked

#: Local facts: the center secret, what it is sealed as in the sidecar, and the key of the source documents once the
#: database has another one.
_SECRET, _SEAL, _DOCUMENTS = "center_secret", "center_secret_seal", "documents_key"
#: The center secret that another one took the place of: a keys file from another time may have brought an older one.
_BEFORE = "center_secret_before"


class Facts(Protocol):
    """Small local facts of an open database."""

    def meta(self, name: str) -> str | int | bytes | None:
        """Return one, or None."""
        ...

    def set_meta(self, **facts: str | int | bytes) -> None:
        """Set some."""
        ...


def of(found: Unlocked, rows: Facts) -> tuple[bytes, bytes]:
    """The center secret and the key of the documents, of an unlocked database. Raises WrongKey."""
    kept, documents = rows.meta(_SECRET), rows.meta(_DOCUMENTS)
    if isinstance(kept, bytes) and rows.meta(_SEAL) == found.seal:
        return kept, documents if isinstance(documents, bytes) else found.database
    center, key = found.center(), found.documents()
    if isinstance(kept, bytes) and kept != center:
        rows.set_meta(**{_BEFORE: kept})
    rows.set_meta(**{_SECRET: center, _SEAL: found.seal, _DOCUMENTS: key})
    return center, key
