"""The commands of a source's document, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

DOCUMENTS = (
    Command(
        "scripts.document.attach",
        QT_TRANSLATE_NOOP("commands", "Attach a file…"),
        QT_TRANSLATE_NOOP(
            "commands",
            "Keep the document itself, encrypted, so that whoever reads the script can open it; 50 MB at most",
        ),
        "Ctrl+Alt+A",
        enabled_when="can_attach",
        run="attach",
        icon="attach",
    ),
    Command(
        "scripts.document.open",
        QT_TRANSLATE_NOOP("commands", "Open the file"),
        QT_TRANSLATE_NOOP("commands", "Look at the attached document; the copy goes when the desk is locked or left"),
        "Ctrl+Alt+O",
        enabled_when="has_document",
        run="open_document",
        icon="open",
    ),
    Command(
        "scripts.document.save_as",
        QT_TRANSLATE_NOOP("commands", "Save as…"),
        QT_TRANSLATE_NOOP("commands", "Write the attached document into a folder of your choice"),
        "Ctrl+Alt+S",
        enabled_when="has_document",
        run="save_as",
        icon="save",
    ),
    Command(
        "scripts.document.replace",
        QT_TRANSLATE_NOOP("commands", "Replace…"),
        QT_TRANSLATE_NOOP("commands", "Attach another file to this source; older versions keep theirs"),
        "Ctrl+Alt+R",
        enabled_when="can_replace",
        run="attach",
        icon="refresh",
    ),
    Command(
        "scripts.document.detach",
        QT_TRANSLATE_NOOP("commands", "Take the file off"),
        QT_TRANSLATE_NOOP("commands", "Name no file at this source any more; older versions keep theirs"),
        "Ctrl+Alt+T",
        enabled_when="can_replace",
        run="detach",
        icon="close",
    ),
)
