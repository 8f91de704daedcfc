"""The ways to the sections of the settings, as data: their titles, and what is found by its words under Ctrl+K."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

#: One for each section, by its name: the pane runs ``show_section`` with it (``SettingsPane.give_there``).
GOING = (
    Command(
        "settings.go_my_account",
        QT_TRANSLATE_NOOP("commands", "My account"),
        QT_TRANSLATE_NOOP("commands", "Settings: own password, language, theme, dark or light, text size"),
        run="show_section",
        icon="person",
    ),
    Command(
        "settings.go_units",
        QT_TRANSLATE_NOOP("commands", "Units"),
        QT_TRANSLATE_NOOP("commands", "Settings: departments, hospitals and persons that handle inquiries"),
        run="show_section",
        icon="unit",
    ),
    Command(
        "settings.go_calendars",
        QT_TRANSLATE_NOOP("commands", "Calendars"),
        QT_TRANSLATE_NOOP("commands", "Settings: working hours, holidays, make-up days"),
        run="show_section",
        icon="calendar",
    ),
    Command(
        "settings.go_policies",
        QT_TRANSLATE_NOOP("commands", "Deadlines"),
        QT_TRANSLATE_NOOP("commands", "Settings: policies (SLA), what is promised about time"),
        run="show_section",
        icon="clock",
    ),
    Command(
        "settings.go_ladders",
        QT_TRANSLATE_NOOP("commands", "Supervision ladder"),
        QT_TRANSLATE_NOOP("commands", "Settings: when is reminded, urged, supervised and notified"),
        run="show_section",
        icon="bell",
    ),
    Command(
        "settings.go_rules",
        QT_TRANSLATE_NOOP("commands", "Routing rules"),
        QT_TRANSLATE_NOOP("commands", "Settings: which unit an inquiry is dispatched to"),
        run="show_section",
        icon="dispatch",
    ),
    Command(
        "settings.go_questionnaires",
        QT_TRANSLATE_NOOP("commands", "Questionnaires"),
        QT_TRANSLATE_NOOP("commands", "Settings: questions of surveys, versions, publishing"),
        run="show_section",
        icon="review",
    ),
    Command(
        "settings.go_right",
        QT_TRANSLATE_NOOP("commands", "Routed right"),
        QT_TRANSLATE_NOOP("commands", "Settings: which first dispatches went to the right unit"),
        run="show_section",
        icon="check",
    ),
    Command(
        "settings.go_accounts",
        QT_TRANSLATE_NOOP("commands", "Accounts"),
        QT_TRANSLATE_NOOP("commands", "Settings: people, roles, passwords"),
        run="show_section",
        icon="people",
    ),
    Command(
        "settings.go_duty",
        QT_TRANSLATE_NOOP("commands", "Duty days"),
        QT_TRANSLATE_NOOP("commands", "Settings: on which days people work"),
        run="show_section",
        icon="calendar",
    ),
    Command(
        "settings.go_rights",
        QT_TRANSLATE_NOOP("commands", "Rights"),
        QT_TRANSLATE_NOOP("commands", "Settings: permissions, what each role may do"),
        run="show_section",
        icon="check",
    ),
    Command(
        "settings.go_readings",
        QT_TRANSLATE_NOOP("commands", "Read log"),
        QT_TRANSLATE_NOOP("commands", "Settings: who has read which records, privacy"),
        run="show_section",
        icon="show",
    ),
    Command(
        "settings.go_retention",
        QT_TRANSLATE_NOOP("commands", "Retention"),
        QT_TRANSLATE_NOOP("commands", "Settings: how long records are kept, redacting, privacy"),
        run="show_section",
        icon="clock",
    ),
    Command(
        "settings.go_past",
        QT_TRANSLATE_NOOP("commands", "Past inquiries"),
        QT_TRANSLATE_NOOP("commands", "Settings: import what a former system knows (CSV, workbook)"),
        run="show_section",
        icon="import",
    ),
    Command(
        "settings.go_hub",
        QT_TRANSLATE_NOOP("commands", "Hub"),
        QT_TRANSLATE_NOOP("commands", "Settings: sync of the stations, join a center, bundles"),
        run="show_section",
        icon="sync",
    ),
    Command(
        "settings.go_center",
        QT_TRANSLATE_NOOP("commands", "Center"),
        QT_TRANSLATE_NOOP("commands", "Settings: what is the same for every person and station; letterhead"),
        run="show_section",
        icon="health",
    ),
    Command(
        "settings.go_data",
        QT_TRANSLATE_NOOP("commands", "Data and keys"),
        QT_TRANSLATE_NOOP("commands", "Settings: backup, encryption, data folder, check of the database"),
        run="show_section",
        icon="database",
    ),
)
