"""The commands of the reports pane, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

PANE = (
    Command(
        "reports.reload",
        QT_TRANSLATE_NOOP("commands", "Count again"),
        QT_TRANSLATE_NOOP("commands", "Count what has happened since, and show the figures again"),
        "F5",
        run="reload",
        icon="refresh",
    ),
    Command(
        "reports.former",
        QT_TRANSLATE_NOOP("commands", "Period before"),
        QT_TRANSLATE_NOOP("commands", "Show the week, month, quarter or year before"),
        "Alt+Left",
        run="go_back",
        icon="left",
    ),
    Command(
        "reports.later",
        QT_TRANSLATE_NOOP("commands", "Period after"),
        QT_TRANSLATE_NOOP("commands", "Show the week, month, quarter or year after"),
        "Alt+Right",
        enabled_when="has_later",
        run="go_on",
        icon="right",
    ),
    Command(
        "reports.open",
        QT_TRANSLATE_NOOP("commands", "Open in My work"),
        QT_TRANSLATE_NOOP("commands", "Open the chosen inquiry with everything that is known of it"),
        "Alt+O",
        enabled_when="has_row",
        run="open_row",
        icon="open",
    ),
    Command(
        "reports.export",
        QT_TRANSLATE_NOOP("commands", "Export the rows…"),
        QT_TRANSLATE_NOOP("commands", "Write every inquiry behind the figure to a workbook or CSV"),
        "Alt+E",
        enabled_when="has_kpi",
        run="export_rows",
        icon="export",
    ),
)
