"""The commands of the ledger, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

#: What can be done in the ledger.
LEDGER = (
    Command(
        "findings.new",
        QT_TRANSLATE_NOOP("commands", "New finding"),
        QT_TRANSLATE_NOOP("commands", "Write down something to be put right, from a check or an inquiry"),
        "Ctrl+N",
        enabled_when="may_work",
        run="ask_new",
        icon="findings",
    ),
    Command(
        "findings.together",
        QT_TRANSLATE_NOOP("commands", "One measure for the chosen"),
        QT_TRANSLATE_NOOP(
            "commands", "Plan one measure with its effective date for all chosen findings of an institution"
        ),
        "Ctrl+Shift+P",
        enabled_when="may_plan",
        run="ask_together",
        icon="check",
    ),
    Command(
        "findings.send",
        QT_TRANSLATE_NOOP("commands", "Send the chosen"),
        QT_TRANSLATE_NOOP("commands", "Send all chosen findings, each to its institution; undo takes all of them back"),
        "Ctrl+Shift+S",
        enabled_when="may_plan",
        run="send_chosen",
        icon="dispatch",
    ),
    Command(
        "findings.save",
        QT_TRANSLATE_NOOP("commands", "Save the step"),
        QT_TRANSLATE_NOOP("commands", "Write the step into the ledger"),
        "F8",
        enabled_when="is_asking",
        run="save",
        icon="check",
    ),
    Command(
        "findings.call",
        QT_TRANSLATE_NOOP("commands", "Call to verify"),
        QT_TRANSLATE_NOOP("commands", "Put a call to whoever said it into the queue; only with their consent"),
        "Ctrl+Shift+V",
        enabled_when="may_call",
        run="call",
        icon="phone_out",
    ),
    Command(
        "findings.again",
        QT_TRANSLATE_NOOP("commands", "Measure again…"),
        QT_TRANSLATE_NOOP(
            "commands", "Plan the campaign that asks the people of the latest half-year after the measure"
        ),
        "Ctrl+Shift+M",
        enabled_when="may_measure",
        run="measure_again",
        icon="campaigns",
    ),
    Command(
        "findings.sheet",
        QT_TRANSLATE_NOOP("commands", "Sheet for the institution"),
        QT_TRANSLATE_NOOP("commands", "What the institution is sent: without a name unless it was allowed"),
        "Ctrl+P",
        enabled_when="has_finding",
        run="show_sheet",
        icon="reports",
    ),
    Command(
        "findings.ledger",
        QT_TRANSLATE_NOOP("commands", "Print the ledger"),
        QT_TRANSLATE_NOOP("commands", "The listed findings as a paper: look, save as PDF, print"),
        "Ctrl+Shift+L",
        run="show_ledger",
        icon="reports",
    ),
    Command(
        "findings.reload",
        QT_TRANSLATE_NOOP("commands", "Refresh"),
        QT_TRANSLATE_NOOP("commands", "Look at the ledger again"),
        "F5",
        run="reload",
        icon="refresh",
    ),
)
