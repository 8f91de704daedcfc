"""The commands of the call-backs pane, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

#: From the next person to the outcome of the call.
CALLING = (
    Command(
        "callbacks.next",
        QT_TRANSLATE_NOOP("commands", "Take the next call"),
        QT_TRANSLATE_NOOP("commands", "Open whoever is to be called now, with the reason"),
        "F7",
        enabled_when="may_take",
        run="take_next",
        icon="callbacks",
    ),
    Command(
        "callbacks.dial",
        QT_TRANSLATE_NOOP("commands", "Dial"),
        QT_TRANSLATE_NOOP("commands", "Write the attempt down and hand the number to the telephone program"),
        "F9",
        enabled_when="may_dial",
        run="dial",
        icon="phone_out",
    ),
    Command(
        "callbacks.answered",
        QT_TRANSLATE_NOOP("commands", "Somebody answers"),
        QT_TRANSLATE_NOOP("commands", "Stop counting rings; the time of the conversation begins"),
        "F6",
        enabled_when="is_ringing",
        run="answer",
        icon="check",
    ),
    Command(
        "callbacks.pick_up",
        QT_TRANSLATE_NOOP("commands", "Pick up a call that rings"),
        QT_TRANSLATE_NOOP("commands", "Talk in Intake with whoever rings; the call in hand waits meanwhile"),
        "F2",
        enabled_when="may_pick_up",
        run="pick_up",
        icon="phone_in",
    ),
    Command(
        "callbacks.finish",
        QT_TRANSLATE_NOOP("commands", "Save the outcome"),
        QT_TRANSLATE_NOOP("commands", "Say how the call ended; the next one can be taken then"),
        "F8",
        enabled_when="is_calling",
        run="finish",
        icon="check",
    ),
    Command(
        "callbacks.never",
        QT_TRANSLATE_NOOP("commands", "Never call again"),
        QT_TRANSLATE_NOOP("commands", "The person asks never to be called: takes number and person out of every queue"),
        "Ctrl+Shift+N",
        enabled_when="is_calling",
        run="choose_never",
        icon="blocked",
    ),
)
#: Around the queue.
AROUND = (
    Command(
        "callbacks.caller",
        QT_TRANSLATE_NOOP("commands", "Who calls back?"),
        QT_TRANSLATE_NOOP("commands", "Find the open call of whoever calls us from a number"),
        "Ctrl+F",
        run="focus_number",
        icon="search",
    ),
    Command(
        "callbacks.came_in",
        QT_TRANSLATE_NOOP("commands", "They called us"),
        QT_TRANSLATE_NOOP("commands", "Begin the call that came in from this person; nobody is dialed"),
        "Ctrl+Shift+I",
        enabled_when="may_begin",
        run="take_inbound",
        icon="phone_in",
    ),
    Command(
        "callbacks.explain",
        QT_TRANSLATE_NOOP("commands", "Why is nobody else here?"),
        QT_TRANSLATE_NOOP("commands", "Count what waits for what, and when it can be called"),
        "Ctrl+E",
        run="explain",
        icon="info",
    ),
    Command(
        "callbacks.referred",
        QT_TRANSLATE_NOOP("commands", "Calls that wait for you"),
        QT_TRANSLATE_NOOP("commands", "Blocked lines, calls passed on, languages: hand over, offer to speakers or end"),
        "Alt+R",
        enabled_when="may_decide",
        run="turn_to_referred",
        icon="supervision",
    ),
    Command(
        "callbacks.leases",
        QT_TRANSLATE_NOOP("commands", "Which station calls whom"),
        QT_TRANSLATE_NOOP("commands", "See which station holds how many cases, and move them to another one"),
        "Alt+L",
        enabled_when="may_decide",
        run="turn_to_leases",
        icon="supervision",
    ),
    Command(
        "callbacks.checks",
        QT_TRANSLATE_NOOP("commands", "Calls to look into"),
        QT_TRANSLATE_NOOP("commands", "Stays that were denied, numbers that are no good, lines that are blocked"),
        "Alt+K",
        enabled_when="may_decide",
        run="turn_to_checks",
        icon="supervision",
    ),
    Command(
        "callbacks.barred",
        QT_TRANSLATE_NOOP("commands", "Never called"),
        QT_TRANSLATE_NOOP("commands", "See who said it, when and in which case, and lift it at a written request"),
        "Alt+N",
        enabled_when="may_decide",
        run="turn_to_barred",
        icon="blocked",
    ),
    Command(
        "callbacks.same",
        QT_TRANSLATE_NOOP("commands", "Same person as another call"),
        QT_TRANSLATE_NOOP(
            "commands", "Remember this call, then press it at the other one: the later case ends as twice there"
        ),
        "Ctrl+Shift+S",
        enabled_when="may_merge",
        run="merge_person",
        icon="supervision",
    ),
    Command(
        "callbacks.document",
        QT_TRANSLATE_NOOP("commands", "Write it down in Intake"),
        QT_TRANSLATE_NOOP("commands", "Open a conversation with this caller and the matter of the call"),
        "Ctrl+Shift+D",
        enabled_when="has_sheet",
        run="document",
        icon="intake",
    ),
    Command(
        "callbacks.reload",
        QT_TRANSLATE_NOOP("commands", "Refresh"),
        QT_TRANSLATE_NOOP("commands", "Look at the queue again"),
        "F5",
        run="refresh",
        icon="refresh",
    ),
)
