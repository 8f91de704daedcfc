"""The commands of the editor, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

EDITING = (
    Command(
        "scripts.editor.save",
        QT_TRANSLATE_NOOP("commands", "Save draft"),
        QT_TRANSLATE_NOOP("commands", "Make a version of it that everybody who writes scripts sees"),
        "Ctrl+S",
        enabled_when="can_save",
        run="save",
        icon="save",
    ),
    Command(
        "scripts.editor.submit",
        QT_TRANSLATE_NOOP("commands", "Submit for review"),
        QT_TRANSLATE_NOOP("commands", "Save it and ask a second person to approve it; nothing may be wrong with it"),
        "Ctrl+Return",
        enabled_when="can_submit",
        run="submit",
        icon="send",
    ),
    Command(
        "scripts.editor.next_finding",
        QT_TRANSLATE_NOOP("commands", "Next finding"),
        QT_TRANSLATE_NOOP("commands", "Go to the field of the next thing that is wrong"),
        "F8",
        enabled_when="has_findings",
        run="go_to_next_finding",
        icon="warning",
    ),
    Command(
        "scripts.editor.next_page",
        QT_TRANSLATE_NOOP("commands", "Next page"),
        QT_TRANSLATE_NOOP("commands", "Turn to the next page of the form"),
        "Ctrl+PgDown",
        run="next_page",
        icon="forward",
    ),
    Command(
        "scripts.editor.former_page",
        QT_TRANSLATE_NOOP("commands", "Page before"),
        QT_TRANSLATE_NOOP("commands", "Turn to the page of the form before this one"),
        "Ctrl+PgUp",
        run="former_page",
        icon="back",
    ),
    Command(
        "scripts.editor.source",
        QT_TRANSLATE_NOOP("commands", "Text file or form"),
        QT_TRANSLATE_NOOP("commands", "Write the script as its file, or go back to the form"),
        "Ctrl+U",
        run="toggle_source",
        icon="file",
    ),
    Command(
        "scripts.editor.side",
        QT_TRANSLATE_NOOP("commands", "Preview or checks"),
        QT_TRANSLATE_NOOP("commands", "Show the next of preview, checks and map beside the form"),
        "F6",
        run="next_side",
        icon="show",
    ),
    Command(
        "scripts.editor.discard",
        QT_TRANSLATE_NOOP("commands", "Discard"),
        QT_TRANSLATE_NOOP(
            "commands", "Throw away what was written here since the last version; can be undone for 15 s"
        ),
        "Ctrl+Shift+D",
        run="discard",
        icon="discard",
    ),
    Command(
        "scripts.editor.close",
        QT_TRANSLATE_NOOP("commands", "Back to the library"),
        QT_TRANSLATE_NOOP("commands", "Leave the editor; what is written stays on this computer and is offered again"),
        "Ctrl+W",
        run="leave",
        icon="back",
    ),
)
