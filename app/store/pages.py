"""The pages of the file: whether SQLCipher and SQLite find them whole."""

from contextlib import suppress

from app.store.journal import Rows
from app.store.sqlcipher import Error


def damaged_pages(rows: Rows) -> tuple[str, ...]:
    """Return what SQLCipher and SQLite find wrong in the file: pages whose seal is broken, tables that do not hold.

    SQLCipher looks past the log, and a power cut may have torn a page that was just being folded in and is whole there.
    So where a page does not hold, the log is folded in and the pages are looked at once more.
    """
    if pages := _broken_pages(rows):
        with suppress(Error):
            rows.all("PRAGMA wal_checkpoint(PASSIVE)")
        pages = _broken_pages(rows)
    tables = [str(row[0]) for row in rows.all("PRAGMA quick_check(20)")]
    return (*pages, *(one for one in tables if one != "ok"))


def _broken_pages(rows: Rows) -> list[str]:
    return [str(row[0]) for row in rows.all("PRAGMA cipher_integrity_check")]
