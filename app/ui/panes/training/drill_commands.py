"""The commands of today's drill, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

DRILL = (
    Command(
        "training.go",
        QT_TRANSLATE_NOOP("commands", "Check, then go on"),
        QT_TRANSLATE_NOOP("commands", "Have the answer graded; again for the next question"),
        "Ctrl+Return | F8",
        enabled_when="has_question",
        run="go_on",
        icon="check",
    ),
    Command(
        "training.give_up",
        QT_TRANSLATE_NOOP("commands", "Show the answer"),
        QT_TRANSLATE_NOOP("commands", "See the approved wording without answering; the question comes again tomorrow"),
        "F6",
        enabled_when="may_answer",
        run="give_up",
        icon="idea",
    ),
    Command(
        "training.skip",
        QT_TRANSLATE_NOOP("commands", "Skip"),
        QT_TRANSLATE_NOOP("commands", "Leave this question for another day; that costs nothing"),
        "F7",
        enabled_when="may_answer",
        run="skip",
        icon="forward",
    ),
    Command(
        "training.again",
        QT_TRANSLATE_NOOP("commands", "Practice this again today"),
        QT_TRANSLATE_NOOP("commands", "Put the key point of this question into today's drill once more"),
        "Ctrl+Shift+P",
        enabled_when="was_answered",
        run="again",
        icon="refresh",
    ),
    Command(
        "training.mode",
        QT_TRANSLATE_NOOP("commands", "Practice in another way"),
        QT_TRANSLATE_NOOP("commands", "Key points, finding scripts, leading calls, typed answers: one after the other"),
        "Alt+H",
        enabled_when="may_answer",
        run="next_mode",
        icon="menu",
    ),
    Command(
        "training.hint",
        QT_TRANSLATE_NOOP("commands", "Hint"),
        QT_TRANSLATE_NOOP("commands", "Show which script answers this; the answer then counts as good at best"),
        "F4",
        enabled_when="may_have_hint",
        run="give_hint",
        icon="light",
    ),
    Command(
        "training.flag_script",
        QT_TRANSLATE_NOOP("commands", "Flag the script"),
        QT_TRANSLATE_NOOP("commands", "Say that something in it is wrong or out of date; Enter sends it"),
        "Ctrl+G",
        enabled_when="was_answered",
        run="flag",
        icon="flag",
    ),
)
