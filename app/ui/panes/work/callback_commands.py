"""The commands of the calls that we owe, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

#: What can be done with the chosen call that we owe.
CALLBACKS = (
    Command(
        "work.call",
        QT_TRANSLATE_NOOP("commands", "Call now"),
        QT_TRANSLATE_NOOP("commands", "Open intake with this number and its inquiry"),
        "Ctrl+Shift+B",
        enabled_when="may_call",
        run="call_now",
        icon="phone_out",
    ),
    Command(
        "work.kept",
        QT_TRANSLATE_NOOP("commands", "Promise kept"),
        QT_TRANSLATE_NOOP("commands", "The caller was reached and told what was promised"),
        "Ctrl+D",
        enabled_when="may_settle",
        run="keep_promise",
        icon="check",
    ),
    Command(
        "work.not_reached",
        QT_TRANSLATE_NOOP("commands", "Not reached…"),
        QT_TRANSLATE_NOOP("commands", "Choose another time to call"),
        "Ctrl+T",
        enabled_when="may_settle",
        run="ask_for_time",
        icon="missed",
    ),
    Command(
        "work.settle",
        QT_TRANSLATE_NOOP("commands", "Settle without a call…"),
        QT_TRANSLATE_NOOP("commands", "The call will not be made; say why"),
        enabled_when="may_settle",
        run="ask_for_reason",
        icon="close",
    ),
    Command(
        "work.copy_phone",
        QT_TRANSLATE_NOOP("commands", "Copy telephone number"),
        QT_TRANSLATE_NOOP("commands", "Put the number on the clipboard, for a telephone beside the computer"),
        "Ctrl+Shift+P",
        enabled_when="may_copy",
        run="copy_phone",
        icon="copy",
    ),
    Command(
        "work.open_inquiry",
        QT_TRANSLATE_NOOP("commands", "Open the inquiry"),
        QT_TRANSLATE_NOOP("commands", "See what the promise was about"),
        "Ctrl+O",
        enabled_when="has_callback_inquiry",
        run="open_inquiry",
        icon="open",
    ),
    Command(
        "work.barred",
        QT_TRANSLATE_NOOP("commands", "Who said it, lift it"),
        QT_TRANSLATE_NOOP("commands", "See who asked never to be called, when and of whom, and lift it at a request"),
        enabled_when="may_lift",
        run="show_barred",
        icon="blocked",
    ),
)
