"""The commands of the supervision pane, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

PANE = (
    Command(
        "supervision.reload",
        QT_TRANSLATE_NOOP("commands", "Count again"),
        QT_TRANSLATE_NOOP("commands", "Ask for the board and its lists again"),
        "F5",
        run="reload",
        icon="refresh",
    ),
    Command(
        "supervision.next",
        QT_TRANSLATE_NOOP("commands", "Next page"),
        QT_TRANSLATE_NOOP("commands", "Board, late, due soon, returned, extensions, people: one after the other"),
        "Ctrl+PgDown",
        run="next_page",
        icon="right",
    ),
    Command(
        "supervision.open",
        QT_TRANSLATE_NOOP("commands", "Open in My work"),
        QT_TRANSLATE_NOOP("commands", "Open the chosen inquiry with everything that is known of it"),
        "Alt+O",
        enabled_when="has_item",
        run="open_item",
        icon="open",
    ),
    Command(
        "supervision.notice",
        QT_TRANSLATE_NOOP("commands", "Supervision notice…"),
        QT_TRANSLATE_NOOP("commands", "The notice of the last reminder, urging or supervision: save, print, or copy"),
        "Alt+N",
        enabled_when="has_item",
        run="open_notice",
        icon="bell",
    ),
    Command(
        "supervision.approve",
        QT_TRANSLATE_NOOP("commands", "Approve the extension…"),
        QT_TRANSLATE_NOOP("commands", "Grant the days that are asked for, or other ones"),
        "Alt+A",
        enabled_when="has_asked",
        run="approve",
        icon="check",
    ),
    Command(
        "supervision.refuse",
        QT_TRANSLATE_NOOP("commands", "Refuse the extension…"),
        QT_TRANSLATE_NOOP("commands", "Say why the due time stays"),
        "Alt+R",
        enabled_when="has_asked",
        run="refuse_extension",
        icon="no",
    ),
)
