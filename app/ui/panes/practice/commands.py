"""The commands of a mock call, as data. None has a key of intake, whose window stands below."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

PRACTICE = (
    Command(
        "practice.speak",
        QT_TRANSLATE_NOOP("commands", "Speak to the caller"),
        QT_TRANSLATE_NOOP("commands", "Go to the line in which you say something to the practice caller"),
        "Ctrl+T",
        enabled_when="may_speak",
        run="focus_line",
        icon="chat",
    ),
    Command(
        "practice.read_out",
        QT_TRANSLATE_NOOP("commands", "Read the open answer out"),
        QT_TRANSLATE_NOOP("commands", "Put the answer that is open on the right into the line; Enter says it"),
        "Ctrl+R",
        enabled_when="may_speak",
        run="read_out",
        icon="scripts",
    ),
    Command(
        "practice.aloud",
        QT_TRANSLATE_NOOP("commands", "Caller aloud"),
        QT_TRANSLATE_NOOP("commands", "Hear the practice caller, where a voice of the language is installed"),
        "Ctrl+Shift+V",
        run="speak_aloud",
        icon="ringing",
    ),
    Command(
        "practice.end",
        QT_TRANSLATE_NOOP("commands", "End the mock call"),
        QT_TRANSLATE_NOOP("commands", "Go back to training and see what is proposed of this call"),
        "Ctrl+E",
        run="end",
        icon="stop",
    ),
)
