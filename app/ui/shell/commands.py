"""What the window itself can be told, one row each: menus, shortcuts, palette and the F1 sheet are made from these."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

#: Going to a pane. A row's id is ``go.`` and the id of the pane.
GOING = (
    Command(
        "go.intake",
        QT_TRANSLATE_NOOP("commands", "Intake"),
        QT_TRANSLATE_NOOP("commands", "Take calls and messages, find the approved answer, save them"),
        "Ctrl+1",
        enabled_when="has_intake",
        run="show_intake",
        icon="intake",
    ),
    Command(
        "go.work",
        QT_TRANSLATE_NOOP("commands", "My work"),
        QT_TRANSLATE_NOOP("commands", "Inquiries and call-backs, by the time when they are due"),
        "Ctrl+2",
        enabled_when="has_work",
        run="show_work",
        icon="work",
    ),
    Command(
        "go.callbacks",
        QT_TRANSLATE_NOOP("commands", "Call-backs"),
        QT_TRANSLATE_NOOP("commands", "Whom to call now and why; dial, and say how it ended"),
        "Ctrl+6",
        enabled_when="has_callbacks",
        run="go_callbacks",
        icon="callbacks",
    ),
    Command(
        "go.scripts",
        QT_TRANSLATE_NOOP("commands", "Scripts"),
        QT_TRANSLATE_NOOP("commands", "Read, write and check the approved answers"),
        "Ctrl+3",
        enabled_when="has_scripts",
        run="show_scripts",
        icon="scripts",
    ),
    Command(
        "go.training",
        QT_TRANSLATE_NOOP("commands", "Training"),
        QT_TRANSLATE_NOOP("commands", "Practice today's questions, and see which topics are strong or weak"),
        "Ctrl+9",
        enabled_when="has_training",
        run="show_training",
        icon="training",
    ),
    Command(
        "go.supervision",
        QT_TRANSLATE_NOOP("commands", "Supervision"),
        QT_TRANSLATE_NOOP("commands", "What is late or will be soon, by unit and person; what waits for a decision"),
        "Ctrl+5",
        enabled_when="has_supervision",
        run="show_supervision",
        icon="supervision",
    ),
    Command(
        "go.campaigns",
        QT_TRANSLATE_NOOP("commands", "Campaigns"),
        QT_TRANSLATE_NOOP("commands", "Samples drawn from frames, how far calling has come, and the next one"),
        "Ctrl+8",
        enabled_when="has_campaigns",
        run="show_campaigns",
        icon="campaigns",
    ),
    Command(
        "go.findings",
        QT_TRANSLATE_NOOP("commands", "Findings"),
        QT_TRANSLATE_NOOP("commands", "The ledger of what is to be put right: owner, measure, due, verified or not"),
        "Ctrl+7",
        enabled_when="has_findings",
        run="show_findings",
        icon="findings",
    ),
    Command(
        "go.reports",
        QT_TRANSLATE_NOOP("commands", "Reports"),
        QT_TRANSLATE_NOOP("commands", "KPIs with target, trend and the rows behind each; documents to hand in"),
        "Ctrl+0",
        enabled_when="has_reports",
        run="show_reports",
        icon="reports",
    ),
    Command(
        "go.settings",
        QT_TRANSLATE_NOOP("commands", "Settings"),
        QT_TRANSLATE_NOOP("commands", "Accounts, units, the center, and how this window looks"),
        "Ctrl+4",
        enabled_when="has_settings",
        run="show_settings",
        icon="settings",
    ),
)

#: What a person does at the desk as a whole.
DESK = (
    Command(
        "desk.palette",
        QT_TRANSLATE_NOOP("commands", "Search everything"),
        QT_TRANSLATE_NOOP("commands", "Find a caller, an inquiry, a unit, a script or a command"),
        "Ctrl+K",
        run="open_palette",
        icon="search",
    ),
    Command(
        "desk.open",
        QT_TRANSLATE_NOOP("commands", "Open inquiries"),
        QT_TRANSLATE_NOOP("commands", "List every inquiry that is not closed"),
        enabled_when="has_work",
        run="list_open",
        icon="list",
    ),
    Command(
        "desk.due_today",
        QT_TRANSLATE_NOOP("commands", "Due today"),
        QT_TRANSLATE_NOOP("commands", "List the inquiries that are due before midnight"),
        enabled_when="has_work",
        run="list_due_today",
        icon="due",
    ),
    Command(
        "desk.overdue",
        QT_TRANSLATE_NOOP("commands", "Overdue"),
        QT_TRANSLATE_NOOP("commands", "List the inquiries whose time has passed"),
        enabled_when="has_work",
        run="list_overdue",
        icon="warning",
    ),
    Command(
        "desk.callbacks",
        QT_TRANSLATE_NOOP("commands", "Call-backs due"),
        QT_TRANSLATE_NOOP("commands", "List the calls that we owe"),
        enabled_when="has_work",
        run="list_callbacks",
        icon="callbacks",
    ),
    Command(
        "desk.handover",
        QT_TRANSLATE_NOOP("commands", "Hand-over sheet…"),
        QT_TRANSLATE_NOOP("commands", "At the end of your shift: what somebody else must know, to sign and to print"),
        enabled_when="has_work",
        run="hand_over_shift",
        icon="promise",
    ),
    Command(
        "desk.sync",
        QT_TRANSLATE_NOOP("commands", "Sync now"),
        QT_TRANSLATE_NOOP("commands", "Send the hub what was written here, and bring what others wrote"),
        enabled_when="has_hub",
        run="sync_now",
        icon="sync",
    ),
    Command(
        "desk.hub",
        QT_TRANSLATE_NOOP("commands", "Sync and conflicts"),
        QT_TRANSLATE_NOOP("commands", "How this station stands with its hub, the latest syncs, what needs a decision"),
        run="show_hub",
        icon="sync",
    ),
    Command(
        "desk.lock",
        QT_TRANSLATE_NOOP("commands", "Lock"),
        QT_TRANSLATE_NOOP("commands", "Cover the window while you are away from it; a call goes on"),
        "Ctrl+L",
        run="lock",
        icon="lock",
    ),
    Command(
        "desk.switch_user",
        QT_TRANSLATE_NOOP("commands", "Sign out"),
        QT_TRANSLATE_NOOP("commands", "Let another person sign in; your drafts wait for you"),
        "Ctrl+Shift+Q",
        run="switch_user",
        icon="sign_out",
    ),
    Command(
        "desk.shortcuts",
        QT_TRANSLATE_NOOP("commands", "Keyboard shortcuts"),
        QT_TRANSLATE_NOOP("commands", "Show every key of the window on one sheet"),
        "F1",
        run="show_shortcuts",
        icon="keyboard",
    ),
    Command(
        "desk.tour",
        QT_TRANSLATE_NOOP("commands", "Show me around"),
        QT_TRANSLATE_NOOP("commands", "Five steps through the window"),
        run="show_around",
        icon="idea",
    ),
    Command(
        "desk.close",
        QT_TRANSLATE_NOOP("commands", "Close OneWindow"),
        QT_TRANSLATE_NOOP("commands", "End the program; everything that you typed is kept"),
        "Ctrl+Q",
        run="close_window",
        icon="close",
    ),
)

#: What an operator is doing.
STATES = (
    Command(
        "state.ready",
        QT_TRANSLATE_NOOP("commands", "Ready for calls"),
        QT_TRANSLATE_NOOP("commands", "Say that you can take the next call"),
        "Ctrl+F2",
        enabled_when="may_change",
        run="be_ready",
        icon="ready",
    ),
    Command(
        "state.away",
        QT_TRANSLATE_NOOP("commands", "Away…"),
        QT_TRANSLATE_NOOP("commands", "Choose the reason why you take no calls now"),
        "Ctrl+F3",
        enabled_when="may_change",
        run="choose_reason",
        icon="away",
    ),
)

#: How the window looks to this person.
LOOKS = (
    Command(
        "language.en",
        QT_TRANSLATE_NOOP("commands", "English"),
        QT_TRANSLATE_NOOP("commands", "Show the window in English"),
        run="speak_english",
        icon="language",
    ),
    Command(
        "language.zh_CN",
        QT_TRANSLATE_NOOP("commands", "中文"),
        QT_TRANSLATE_NOOP("commands", "Show the window in Chinese"),
        run="speak_chinese",
        icon="language",
    ),
    Command(
        "mode.light",
        QT_TRANSLATE_NOOP("commands", "Light theme"),
        QT_TRANSLATE_NOOP("commands", "Dark text on a light ground"),
        run="be_light",
        icon="light",
    ),
    Command(
        "mode.dark",
        QT_TRANSLATE_NOOP("commands", "Dark theme"),
        QT_TRANSLATE_NOOP("commands", "Light text on a dark ground, for the night shift"),
        run="be_dark",
        icon="theme",
    ),
    Command(
        "mode.system",
        QT_TRANSLATE_NOOP("commands", "Theme of the computer"),
        QT_TRANSLATE_NOOP("commands", "Light or dark as the computer is set"),
        run="follow_system",
        icon="settings",
    ),
    Command(
        "text.larger",
        QT_TRANSLATE_NOOP("commands", "Larger text"),
        QT_TRANSLATE_NOOP("commands", "One size up: small, normal, large"),
        "Ctrl+= | Ctrl++",
        enabled_when="may_grow",
        run="grow",
        icon="text_size",
    ),
    Command(
        "text.smaller",
        QT_TRANSLATE_NOOP("commands", "Smaller text"),
        QT_TRANSLATE_NOOP("commands", "One size down: large, normal, small"),
        "Ctrl+-",
        enabled_when="may_shrink",
        run="shrink",
        icon="text_size",
    ),
    Command(
        "density.comfortable",
        QT_TRANSLATE_NOOP("commands", "Comfortable rows"),
        QT_TRANSLATE_NOOP("commands", "More room between lines"),
        run="be_comfortable",
        icon="table",
    ),
    Command(
        "density.dense",
        QT_TRANSLATE_NOOP("commands", "Dense rows"),
        QT_TRANSLATE_NOOP("commands", "More lines on the screen"),
        run="be_dense",
        icon="table",
    ),
)

#: Every row of the window itself, in the order of the F1 sheet.
COMMANDS = (*GOING, *DESK, *STATES, *LOOKS)


def row(command_id: str) -> Command:
    """Return one row by its id. Raises KeyError."""
    return {one.id: one for one in COMMANDS}[command_id]
