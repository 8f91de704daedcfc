"""The commands of the campaigns pane, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

PANE = (
    Command(
        "campaigns.reload",
        QT_TRANSLATE_NOOP("commands", "Count again"),
        QT_TRANSLATE_NOOP("commands", "Ask for the campaigns and their progress again"),
        "F5",
        run="reload",
        icon="refresh",
    ),
    Command(
        "campaigns.plan",
        QT_TRANSLATE_NOOP("commands", "New campaign…"),
        QT_TRANSLATE_NOOP("commands", "Plan a sample from a frame: strata, sizes, questionnaire, times, people"),
        "Alt+N",
        run="plan",
        icon="add",
    ),
    Command(
        "campaigns.frame",
        QT_TRANSLATE_NOOP("commands", "Import a frame…"),
        QT_TRANSLATE_NOOP("commands", "Read a list of people from a file, check every row, and keep it to draw from"),
        "Alt+I",
        run="import_frame",
        icon="import",
    ),
    Command(
        "campaigns.release",
        QT_TRANSLATE_NOOP("commands", "Release the next replicate"),
        QT_TRANSLATE_NOOP("commands", "Let another tenth of the sample be called"),
        "Alt+R",
        enabled_when="may_release",
        run="steps.release",
        icon="right",
    ),
    Command(
        "campaigns.top_up",
        QT_TRANSLATE_NOOP("commands", "Draw more people"),
        QT_TRANSLATE_NOOP(
            "commands", "Press twice: another tenth is drawn by the same numbers; the sample so far stays"
        ),
        "Alt+M",
        enabled_when="may_close",
        run="steps.top_up",
        icon="add",
    ),
    Command(
        "campaigns.stop",
        QT_TRANSLATE_NOOP("commands", "Stop calling…"),
        QT_TRANSLATE_NOOP("commands", "Nobody of the campaign is called for now, for a reason; cases stay as they are"),
        "Alt+H",
        enabled_when="may_stop",
        run="stops.ask",
        icon="hold",
    ),
    Command(
        "campaigns.go_on",
        QT_TRANSLATE_NOOP("commands", "Go on calling"),
        QT_TRANSLATE_NOOP("commands", "Call the people of the stopped campaign again"),
        "Alt+G",
        enabled_when="may_go_on",
        run="stops.go_on",
        icon="phone",
    ),
    Command(
        "campaigns.close",
        QT_TRANSLATE_NOOP("commands", "End the field period"),
        QT_TRANSLATE_NOOP("commands", "Press twice: every open case of the campaign is closed as not reached in time"),
        "Alt+E",
        enabled_when="may_close",
        run="steps.close",
        icon="stop",
    ),
    Command(
        "campaigns.results",
        QT_TRANSLATE_NOOP("commands", "Results or progress"),
        QT_TRANSLATE_NOOP("commands", "Turn to the results of the campaign, and back to its progress"),
        "Alt+U",
        enabled_when="has_campaign",
        run="show_results",
        icon="reports",
    ),
    Command(
        "campaigns.opinions",
        QT_TRANSLATE_NOOP("commands", "Opinions of a campaign"),
        QT_TRANSLATE_NOOP("commands", "Code what people said in their own words, one opinion after another"),
        "Alt+O",
        enabled_when="has_campaign",
        run="pages.show_opinions",
        icon="chat",
    ),
    Command(
        "campaigns.sheets",
        QT_TRANSLATE_NOOP("commands", "Sheets of a campaign"),
        QT_TRANSLATE_NOOP("commands", "Type in questionnaires on paper and talks face to face"),
        "Alt+P",
        enabled_when="has_campaign",
        run="pages.show_sheets",
        icon="note",
    ),
    Command(
        "campaigns.answers",
        QT_TRANSLATE_NOOP("commands", "Save the answers…"),
        QT_TRANSLATE_NOOP("commands", "Write every interview of the campaign with its codebook as a workbook or CSV"),
        "Alt+S",
        enabled_when="may_save",
        run="save_answers",
        icon="table",
    ),
)
