"""The commands of the boards, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

BOARDS = (
    Command(
        "scripts.boards.add",
        QT_TRANSLATE_NOOP("commands", "Add the words"),
        QT_TRANSLATE_NOOP("commands", "Make these words a phrasing of the script: the search finds it by them at once"),
        "Ctrl+Shift+A",
        enabled_when="can_add",
        run="add",
        icon="add",
    ),
    Command(
        "scripts.boards.confirm",
        QT_TRANSLATE_NOOP("commands", "Still right"),
        QT_TRANSLATE_NOOP(
            "commands", "Say that you read the script and it needs no change, and when it is looked at again"
        ),
        "Ctrl+Shift+V",
        enabled_when="can_confirm",
        run="confirm",
        icon="check",
    ),
    Command(
        "scripts.boards.contact",
        QT_TRANSLATE_NOOP("commands", "Show the contact"),
        QT_TRANSLATE_NOOP("commands", "Read what was asked and said when this script was proposed"),
        "Ctrl+Shift+O",
        enabled_when="has_contact",
        run="show_contact",
        icon="history",
    ),
    Command(
        "scripts.boards.dismiss",
        QT_TRANSLATE_NOOP("commands", "Put aside"),
        QT_TRANSLATE_NOOP("commands", "Take this proposal off the board; a gap comes back when it is asked for again"),
        "Ctrl+Backspace",
        enabled_when="can_dismiss",
        run="dismiss",
        icon="close",
    ),
    Command(
        "scripts.boards.undo",
        QT_TRANSLATE_NOOP("commands", "Bring back"),
        QT_TRANSLATE_NOOP("commands", "Undo putting aside: the last one is listed again"),
        "Ctrl+Alt+Z",
        enabled_when="can_bring_back",
        run="bring_back",
        icon="undo",
    ),
    Command(
        "scripts.boards.next",
        QT_TRANSLATE_NOOP("commands", "Next board"),
        QT_TRANSLATE_NOOP("commands", "Go round: review, expiring, gaps, phrasings"),
        "Alt+N",
        run="next_board",
        icon="right",
    ),
)
