"""Searches of the library, kept when they end: what the library is asked for, and whether it had the answer."""

from dataclasses import replace

from app.models.accounts import Permission
from app.models.script_searches import EndedSearch
from app.models.texts import clean
from app.services.office import Work
from app.store import script_searches as rows_of

LONGEST = 200


def note(work: Work, search: EndedSearch) -> bytes | None:
    """Keep a search that ended, and return its id; nothing of a search for nothing.

    It is kept as it was typed, cut to 200 characters, with nothing else about the caller.
    """
    person = work.require(Permission.READ_SCRIPTS)
    query = clean(search.query[:LONGEST])
    if not query:
        return None
    return rows_of.write_search(work.tx, replace(search, query=query), by=person.id)
