import subprocess
import sys

READS = """
import linecache, sys
from app.ui.kit import unread_sources
left = unread_sources.leave() if {leave} else None
import PySide6.QtCore
from app.ui.kit.bound_methods import alive
print(left, any(name.endswith("bound_methods.py") for name in linecache.cache))
"""


def said(*, leave):
    done = subprocess.run(
        [sys.executable, "-c", READS.format(leave=leave)], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.split()


def test_no_source_is_read_any_more():
    assert said(leave=True) == ["True", "False"]


def test_pyside_still_reads_them_by_itself():
    assert said(leave=False) == ["None", "True"]
