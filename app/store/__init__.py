"""Rows: the only SQL and the only sqlite_utils. The journal is the truth, every other table is thrown away at will."""
