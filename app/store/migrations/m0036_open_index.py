"""One index of open inquiries instead of four: each index is one more page for each save to seal and write.

It goes by due time, for the lists, and holds what the board counts and when the ladder looks. ``running`` are the
clocks that run, as the board reads them; what is closed already needs none.
"""

from sqlite_utils import Database

_OPEN = "closed_at IS NULL AND deleted_at IS NULL"
_GUARD = "inquiry_guard_update"
_STATEMENTS = (
    "ALTER TABLE inquiry ADD COLUMN running TEXT",
    f"""UPDATE inquiry /* whole: the index holds only open ones */ SET running = (SELECT coalesce(group_concat(
            json_extract(m.value, '$[0]') || ' ' || json_extract(m.value, '$[2]'), ' '), '')
        FROM json_each(inquiry.clocks) m WHERE json_extract(m.value, '$[1]') = 'running')
        WHERE {_OPEN} AND clocks IS NOT NULL""",
    "DROP INDEX inquiry_board",
    "DROP INDEX inquiry_load",
    "DROP INDEX inquiry_look",
    "DROP INDEX inquiry_open",
    f"""CREATE INDEX inquiry_open ON inquiry(falls_due_at, position, state, unit, owner, opened_at, look_at, running)
        WHERE {_OPEN}""",
)


def up(database: Database) -> None:
    """Note which clocks run, and make the index; the guard stands aside for what no journal record says."""
    guard = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", (_GUARD,)).fetchone()
    database.execute(f"DROP TRIGGER {_GUARD}")
    for statement in _STATEMENTS:
        database.execute(statement)
    database.execute(guard[0])
