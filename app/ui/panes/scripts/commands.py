"""The commands of the scripts pane, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

COMMANDS = (
    Command(
        "scripts.find",
        QT_TRANSLATE_NOOP("commands", "Find a script"),
        QT_TRANSLATE_NOOP("commands", "Go to the search line: characters, pinyin or words"),
        "F3 | Ctrl+F | /",
        run="focus_search",
        icon="search",
    ),
    Command(
        "scripts.new",
        QT_TRANSLATE_NOOP("commands", "New script"),
        QT_TRANSLATE_NOOP("commands", "Write a new answer; it is kept as you type"),
        "Ctrl+N",
        enabled_when="can_write",
        run="write_new",
        icon="add",
    ),
    Command(
        "scripts.edit",
        QT_TRANSLATE_NOOP("commands", "Edit"),
        QT_TRANSLATE_NOOP(
            "commands", "Write the next draft of this script; what is valid stays so until it is approved"
        ),
        "F4",
        enabled_when="can_edit",
        run="edit",
        icon="edit",
    ),
    Command(
        "scripts.go_on",
        QT_TRANSLATE_NOOP("commands", "Go on writing"),
        QT_TRANSLATE_NOOP("commands", "Open what you were writing last"),
        "Ctrl+Shift+N",
        enabled_when="can_go_on",
        run="go_on",
        icon="draft",
    ),
    Command(
        "scripts.flag",
        QT_TRANSLATE_NOOP("commands", "Flag this script"),
        QT_TRANSLATE_NOOP("commands", "Say that something in it is wrong or out of date; Enter sends it"),
        "Ctrl+G",
        enabled_when="has_script",
        run="flag",
        icon="flag",
    ),
    Command(
        "scripts.language",
        QT_TRANSLATE_NOOP("commands", "Other language"),
        QT_TRANSLATE_NOOP("commands", "Read the script in the next language it is written in"),
        "Alt+L",
        enabled_when="has_script",
        run="toggle_language",
        icon="language",
    ),
    Command(
        "scripts.plain",
        QT_TRANSLATE_NOOP("commands", "Plain words"),
        QT_TRANSLATE_NOOP("commands", "Change between the usual and the plain wording"),
        "Alt+P",
        enabled_when="has_plain",
        run="toggle_plain",
        icon="chat",
    ),
    Command(
        "scripts.copy",
        QT_TRANSLATE_NOOP("commands", "Copy the answer"),
        QT_TRANSLATE_NOOP("commands", "Put what is said on the clipboard, for a letter or a chat"),
        "Ctrl+Shift+C",
        enabled_when="has_script",
        run="copy_answer",
        icon="copy",
    ),
    Command(
        "scripts.flags",
        QT_TRANSLATE_NOOP("commands", "Open flags"),
        QT_TRANSLATE_NOOP("commands", "List what people found wrong in any script"),
        "Ctrl+Shift+G",
        run="show_flags",
        icon="list",
    ),
    Command(
        "scripts.to_do",
        QT_TRANSLATE_NOOP("commands", "To do"),
        QT_TRANSLATE_NOOP("commands", "List what waits for review, what runs out, what is missing, and new phrasings"),
        "Ctrl+J",
        enabled_when="can_tend",
        run="show_to_do",
        icon="list",
    ),
    Command(
        "scripts.end_flag",
        QT_TRANSLATE_NOOP("commands", "Dealt with"),
        QT_TRANSLATE_NOOP("commands", "Close the chosen flag of this script: the script is right again, or always was"),
        "Ctrl+D",
        enabled_when="can_end_flag",
        run="end_flag",
        icon="check",
    ),
    Command(
        "scripts.import",
        QT_TRANSLATE_NOOP("commands", "Import…"),
        QT_TRANSLATE_NOOP("commands", "Take scripts in from files or a folder, with a preview of every line"),
        "Ctrl+I",
        enabled_when="can_import",
        run="show_import",
        icon="import",
    ),
    Command(
        "scripts.export",
        QT_TRANSLATE_NOOP("commands", "Export…"),
        QT_TRANSLATE_NOOP("commands", "Write every script as a file into a folder"),
        "Ctrl+E",
        enabled_when="can_export",
        run="export",
        icon="export",
    ),
    Command(
        "scripts.reload",
        QT_TRANSLATE_NOOP("commands", "Refresh"),
        QT_TRANSLATE_NOOP("commands", "Ask for the library and the opened script again"),
        "F5",
        run="reload",
        icon="refresh",
    ),
)
