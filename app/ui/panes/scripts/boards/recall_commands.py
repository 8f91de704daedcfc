"""The commands of the recall, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

#: Of the desk: they lead there.
OPENING = (
    Command(
        "scripts.given_to",
        QT_TRANSLATE_NOOP("commands", "Who was given it"),
        QT_TRANSLATE_NOOP("commands", "List the callers who were given the chosen version, to call them back"),
        "Ctrl+B",
        enabled_when="can_recall",
        run="show_given",
        icon="people",
    ),
)
#: Of the page itself.
RECALL = (
    Command(
        "scripts.recall.call",
        QT_TRANSLATE_NOOP("commands", "Call them back"),
        QT_TRANSLATE_NOOP("commands", "Owe each chosen caller one call about this version"),
        "Ctrl+Shift+B",
        enabled_when="can_call",
        run="call",
        icon="callbacks",
    ),
    Command(
        "scripts.recall.leave",
        QT_TRANSLATE_NOOP("commands", "Back to the script"),
        QT_TRANSLATE_NOOP("commands", "Leave the list as it is"),
        "Alt+Left",
        run="leave",
        icon="back",
    ),
)
