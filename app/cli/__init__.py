"""The command line: the same services as the window, for administrators, scheduled jobs and tests.

``main`` is the way in. Exit codes: 0 done, 1 refused or partly rejected (the report says what), 2 wrong usage.
"""

from app.cli.start import main

__all__ = ["main"]
