"""Keeps PySide from reading, and for ever keeping, the source text of every module that is imported after it.

It looks there for the wish to see Qt's names in another spelling (`from __feature__ import …`), which this program
never has: a tenth of the window's memory, and a file read for each import while a person waits.
"""

import linecache
import sys

from app.ui.kit import kept_code

_LOOKER, _QUESTION = "shibokensupport.feature", "_mod_uses_pyside"


def leave() -> bool:
    """Answer the question for all modules at once; call it before the window is imported. False: not asked any more.

    PySide is loaded here for the first time, with what was kept of it (``kept_code``). The name is PySide's own (6.5
    and later). Without it everything works as before, only larger.
    """
    with kept_code.kept():
        from PySide6 import QtCore
    looker = sys.modules.get(_LOOKER) if QtCore.qVersion() else None
    if not hasattr(looker, _QUESTION):
        return False
    setattr(looker, _QUESTION, _uses_no_feature)
    linecache.clearcache()  # what was imported before Qt has been read by now
    return True


def _uses_no_feature(_module: object) -> bool:
    return False
