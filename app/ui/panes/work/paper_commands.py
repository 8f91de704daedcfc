"""The command of an opened inquiry that writes the notice of its supervision; its menu has it."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

NOTICES = (
    Command(
        "work.notice",
        QT_TRANSLATE_NOOP("commands", "Supervision notice…"),
        QT_TRANSLATE_NOOP("commands", "The notice of the last reminder, urging or supervision: save, print, or copy"),
        enabled_when="has_notice",
        run="open_notice",
        icon="bell",
    ),
)
