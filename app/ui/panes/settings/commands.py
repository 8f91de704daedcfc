"""The commands of the settings, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

ACCOUNTS = (
    Command(
        "settings.new_person",
        QT_TRANSLATE_NOOP("commands", "New person…"),
        QT_TRANSLATE_NOOP("commands", "Make an account for somebody, with roles and a first password"),
        "Ctrl+N",
        run="add_person",
        icon="add",
    ),
    Command(
        "settings.roles",
        QT_TRANSLATE_NOOP("commands", "Change roles…"),
        QT_TRANSLATE_NOOP("commands", "Choose what the person does at the hotline"),
        "Ctrl+R",
        enabled_when="has_person",
        run="ask_for_roles",
        icon="people",
    ),
    Command(
        "settings.password",
        QT_TRANSLATE_NOOP("commands", "New password…"),
        QT_TRANSLATE_NOOP("commands", "Give a password to somebody who has forgotten it"),
        "Ctrl+P",
        enabled_when="has_person",
        run="ask_for_password",
        icon="key",
    ),
    Command(
        "settings.disable",
        QT_TRANSLATE_NOOP("commands", "Disable"),
        QT_TRANSLATE_NOOP("commands", "The person can no longer sign in; what they wrote stays"),
        "Ctrl+D",
        enabled_when="can_disable",
        run="disable",
        icon="blocked",
    ),
    Command(
        "settings.enable",
        QT_TRANSLATE_NOOP("commands", "Enable"),
        QT_TRANSLATE_NOOP("commands", "Let the person sign in again"),
        "Ctrl+E",
        enabled_when="can_enable",
        run="enable",
        icon="check",
    ),
)

UNITS = (
    Command(
        "settings.new_unit",
        QT_TRANSLATE_NOOP("commands", "New unit…"),
        QT_TRANSLATE_NOOP("commands", "Add a department or a hospital that can be asked"),
        "Ctrl+Shift+N",
        enabled_when="may_manage",
        run="add_unit",
        icon="add",
    ),
    Command(
        "settings.edit_unit",
        QT_TRANSLATE_NOOP("commands", "Edit unit…"),
        QT_TRANSLATE_NOOP("commands", "Change its name, telephone number, duties …"),
        "F2",
        enabled_when="can_edit",
        run="edit_unit",
        icon="edit",
    ),
    Command(
        "settings.retire_unit",
        QT_TRANSLATE_NOOP("commands", "Deactivate"),
        QT_TRANSLATE_NOOP("commands", "The unit is offered no more; old inquiries keep its name"),
        "",
        enabled_when="can_retire",
        run="retire_unit",
        icon="archive",
    ),
    Command(
        "settings.revive_unit",
        QT_TRANSLATE_NOOP("commands", "Activate"),
        QT_TRANSLATE_NOOP("commands", "Offer the unit again"),
        "",
        enabled_when="can_revive",
        run="revive_unit",
        icon="undo",
    ),
    Command(
        "settings.import_units",
        QT_TRANSLATE_NOOP("commands", "Import units…"),
        QT_TRANSLATE_NOOP("commands", "Read them from a CSV or Excel file, with a look before and a report after"),
        "Ctrl+I",
        enabled_when="may_manage",
        run="open_import",
        icon="import",
    ),
    Command(
        "settings.export_units",
        QT_TRANSLATE_NOOP("commands", "Export units…"),
        QT_TRANSLATE_NOOP("commands", "Write all of them to a CSV or Excel file that can be imported again"),
        enabled_when="may_manage",
        run="export_units",
        icon="export",
    ),
    Command(
        "settings.find_unit",
        QT_TRANSLATE_NOOP("commands", "Find a unit"),
        QT_TRANSLATE_NOOP("commands", "Go to the search line of the units"),
        "Ctrl+F",
        run="focus_search",
        icon="search",
    ),
)

CALENDARS = (
    Command(
        "settings.new_calendar",
        QT_TRANSLATE_NOOP("commands", "New calendar…"),
        QT_TRANSLATE_NOOP("commands", "Make a calendar that begins as the chosen one"),
        enabled_when="can_change",
        run="add_calendar",
        icon="add",
    ),
    Command(
        "settings.edit_calendar",
        QT_TRANSLATE_NOOP("commands", "Edit calendar…"),
        QT_TRANSLATE_NOOP("commands", "Change hours, holidays and days; what is saved becomes a new version"),
        "Shift+F2",
        enabled_when="can_change",
        run="edit_calendar",
        icon="edit",
    ),
    Command(
        "settings.use_calendar",
        QT_TRANSLATE_NOOP("commands", "Use for the center"),
        QT_TRANSLATE_NOOP("commands", "Count the center's deadlines on the chosen calendar"),
        enabled_when="can_choose",
        run="use_calendar",
        icon="check",
    ),
    Command(
        "settings.import_calendar",
        QT_TRANSLATE_NOOP("commands", "Import calendar…"),
        QT_TRANSLATE_NOOP("commands", "Read a calendar from its JSON file"),
        enabled_when="may_change",
        run="import_calendar",
        icon="import",
    ),
    Command(
        "settings.export_calendar",
        QT_TRANSLATE_NOOP("commands", "Export calendar…"),
        QT_TRANSLATE_NOOP("commands", "Write the chosen calendar to a JSON file"),
        enabled_when="has_calendar",
        run="export_calendar",
        icon="export",
    ),
)

POLICIES = (
    Command(
        "settings.new_policy",
        QT_TRANSLATE_NOOP("commands", "New policy…"),
        QT_TRANSLATE_NOOP("commands", "Promise something about time for some inquiries"),
        run="add_policy",
        icon="add",
    ),
    Command(
        "settings.edit_policy",
        QT_TRANSLATE_NOOP("commands", "New version…"),
        QT_TRANSLATE_NOOP("commands", "Change the chosen policy from now on; what already runs keeps its own"),
        enabled_when="has_policy",
        run="edit_policy",
        icon="edit",
    ),
    Command(
        "settings.end_policy",
        QT_TRANSLATE_NOOP("commands", "End today"),
        QT_TRANSLATE_NOOP("commands", "Today is the last day on which the chosen policy counts for new inquiries"),
        enabled_when="can_end",
        run="end_policy",
        icon="blocked",
    ),
)

RULES = (
    Command(
        "settings.new_rule",
        QT_TRANSLATE_NOOP("commands", "New rule…"),
        QT_TRANSLATE_NOOP("commands", "Add a rule behind the chosen one"),
        "Ctrl+Alt+R",
        run="add_rule",
        icon="add",
    ),
    Command(
        "settings.edit_rule",
        QT_TRANSLATE_NOOP("commands", "Edit rule…"),
        QT_TRANSLATE_NOOP("commands", "Change its condition, where it sends and what it proposes"),
        "Ctrl+Shift+E",
        enabled_when="has_rule",
        run="edit_rule",
        icon="edit",
    ),
    Command(
        "settings.rule_up",
        QT_TRANSLATE_NOOP("commands", "Move up"),
        QT_TRANSLATE_NOOP("commands", "Let this rule be looked at earlier"),
        "Alt+Up",
        enabled_when="can_move_up",
        run="move_up",
    ),
    Command(
        "settings.rule_down",
        QT_TRANSLATE_NOOP("commands", "Move down"),
        QT_TRANSLATE_NOOP("commands", "Let this rule be looked at later"),
        "Alt+Down",
        enabled_when="can_move_down",
        run="move_down",
    ),
    Command(
        "settings.delete_rule",
        QT_TRANSLATE_NOOP("commands", "Delete rule"),
        QT_TRANSLATE_NOOP("commands", "Take it out; it decides until the next version is published"),
        "Ctrl+Backspace",
        enabled_when="has_rule",
        run="delete_rule",
        icon="discard",
    ),
    Command(
        "settings.test_rules",
        QT_TRANSLATE_NOOP("commands", "Test on the past"),
        QT_TRANSLATE_NOOP("commands", "Show how often each rule would have fired, and whether people chose the same"),
        "Ctrl+T",
        enabled_when="has_rule",
        run="test_rules",
        icon="search",
    ),
    Command(
        "settings.publish_rules",
        QT_TRANSLATE_NOOP("commands", "Publish"),
        QT_TRANSLATE_NOOP("commands", "Put the rules in force as a new version"),
        "Ctrl+Shift+P",
        enabled_when="can_publish",
        run="publish_rules",
        icon="check",
    ),
)
