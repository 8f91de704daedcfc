"""Everything that the intake pane can be told, as rows: for keys, menus, the palette and the shortcut sheet."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

_OPEN = "unlocked"
#: Goes on with the survey of whoever is on the line.
SURVEY_KEY = "Alt+Y"


def _row(name: str, text: str, tip: str, *, keys: str = "", icon: str = "") -> Command:
    return Command(f"intake.{name}", text, tip, keys, _OPEN, name, icon)


# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false


COMMANDS = (
    _row(
        "new_call",
        QT_TRANSLATE_NOOP("commands", "New call"),
        QT_TRANSLATE_NOOP("commands", "Take a call that rings on an ordinary telephone"),
        keys="Ctrl+N",
        icon="phone_in",
    ),
    _row(
        "new_letter",
        QT_TRANSLATE_NOOP("commands", "New e-mail or letter"),
        QT_TRANSLATE_NOOP("commands", "Enter what came in writing; drop the file or paste the text"),
        keys="Ctrl+Shift+N",
        icon="email",
    ),
    _row(
        "new_visit",
        QT_TRANSLATE_NOOP("commands", "New visitor"),
        QT_TRANSLATE_NOOP("commands", "Take the matter of somebody who came in person"),
        icon="visit",
    ),
    _row(
        "new_chat",
        QT_TRANSLATE_NOOP("commands", "New chat"),
        QT_TRANSLATE_NOOP("commands", "Take a question from WeChat"),
        icon="chat",
    ),
    _row(
        "pick_up",
        QT_TRANSLATE_NOOP("commands", "Pick up"),
        QT_TRANSLATE_NOOP("commands", "Answer the ringing call, or start the timer"),
        keys="F2",
        icon="phone",
    ),
    _row(
        "hold",
        QT_TRANSLATE_NOOP("commands", "Hold or resume"),
        QT_TRANSLATE_NOOP("commands", "The caller waits"),
        keys="F4",
        icon="hold",
    ),
    _row(
        "hang_up",
        QT_TRANSLATE_NOOP("commands", "Hang up"),
        QT_TRANSLATE_NOOP("commands", "The talk is over; finish writing in wrap-up"),
        keys="F6",
        icon="phone_end",
    ),
    _row(
        "search",
        QT_TRANSLATE_NOOP("commands", "Search the answers"),
        QT_TRANSLATE_NOOP("commands", "Find the approved answer; Esc leads back to the form"),
        keys="F3 | /",
        icon="scripts",
    ),
    _row(
        "give",
        QT_TRANSLATE_NOOP("commands", "Give this script"),
        QT_TRANSLATE_NOOP("commands", "Stamp the open script on the contact, or take the stamp back"),
        keys="Ctrl+G",
        icon="given",
    ),
    _row(
        "read_notices",
        QT_TRANSLATE_NOOP("commands", "What has changed"),
        QT_TRANSLATE_NOOP("commands", "Read what changed in the answers, and what became of your flags"),
        keys="Ctrl+Shift+A",
        icon="info",
    ),
    _row(
        "go_number",
        QT_TRANSLATE_NOOP("commands", "Go to the number"),
        QT_TRANSLATE_NOOP("commands", "Who is calling"),
        keys="Alt+N",
    ),
    _row(
        "go_category",
        QT_TRANSLATE_NOOP("commands", "Go to the category"),
        QT_TRANSLATE_NOOP("commands", "What it is about"),
        keys="Alt+C",
    ),
    _row(
        "go_summary",
        QT_TRANSLATE_NOOP("commands", "Go to the summary"),
        QT_TRANSLATE_NOOP("commands", "In a few words"),
        keys="Alt+S",
    ),
    _row(
        "go_unit",
        QT_TRANSLATE_NOOP("commands", "Go to the unit"),
        QT_TRANSLATE_NOOP("commands", "Who handles it"),
        keys="Alt+U",
    ),
    _row(
        "take_unit",
        QT_TRANSLATE_NOOP("commands", "Take the suggested unit"),
        QT_TRANSLATE_NOOP("commands", "With the due time and urgency that its rule proposes"),
        keys="Alt+T",
        icon="dispatch",
    ),
    _row(
        "go_due",
        QT_TRANSLATE_NOOP("commands", "Go to the due time"),
        QT_TRANSLATE_NOOP("commands", "By when"),
        keys="Alt+D",
    ),
    _row(
        "go_channel",
        QT_TRANSLATE_NOOP("commands", "Go to the channel"),
        QT_TRANSLATE_NOOP("commands", "How it reached us"),
        keys="Alt+H",
    ),
    _row(
        "go_kind",
        QT_TRANSLATE_NOOP("commands", "Go to who the caller is"),
        QT_TRANSLATE_NOOP("commands", "Patient, family, physician …"),
        keys="Alt+K",
    ),
    _row(
        "go_mode",
        QT_TRANSLATE_NOOP("commands", "Go to how it was answered"),
        QT_TRANSLATE_NOOP("commands", "From a script, in a three-party call, after asking an expert …"),
        keys="Alt+M",
    ),
    _row(
        "copy_reply",
        QT_TRANSLATE_NOOP("commands", "Copy the reply"),
        QT_TRANSLATE_NOOP("commands", "For your mail or chat program"),
        keys="Ctrl+Shift+C",
        icon="copy",
    ),
    _row(
        "answered",
        QT_TRANSLATE_NOOP("commands", "Answered"),
        QT_TRANSLATE_NOOP("commands", "Save the contact, open its inquiry and close it"),
        keys="F8",
        icon="done",
    ),
    _row(
        "dispatch",
        QT_TRANSLATE_NOOP("commands", "Dispatch"),
        QT_TRANSLATE_NOOP("commands", "Save and hand the inquiry to a unit with a due time"),
        keys="F9",
        icon="dispatch",
    ),
    _row(
        "dispatch_note",
        QT_TRANSLATE_NOOP("commands", "Dispatch note…"),
        QT_TRANSLATE_NOOP("commands", "After F9: the note for the unit of the inquiry that was saved last"),
        keys="Ctrl+P",
        icon="print",
    ),
    _row(
        "promise_call",
        QT_TRANSLATE_NOOP("commands", "Call back"),
        QT_TRANSLATE_NOOP("commands", "Save and promise a call at a time"),
        keys="F10",
        icon="callbacks",
    ),
    _row(
        "add_to_open",
        QT_TRANSLATE_NOOP("commands", "Add to inquiry"),
        QT_TRANSLATE_NOOP("commands", "Save as one more contact of the open inquiry"),
        keys="Ctrl+Return",
        icon="link",
    ),
    _row(
        "add_to_hint",
        QT_TRANSLATE_NOOP("commands", "Add to the hinted inquiry"),
        QT_TRANSLATE_NOOP("commands", "Save this contact with the inquiry that is perhaps the same matter"),
        keys="Ctrl+J",
        icon="link",
    ),
    _row(
        "join_hint",
        QT_TRANSLATE_NOOP("commands", "Same incident as the hinted inquiry"),
        QT_TRANSLATE_NOOP("commands", "Many callers, one incident: this contact gets an inquiry of its own beside it"),
        keys="Ctrl+Shift+J",
        icon="people",
    ),
    _row(
        "refer",
        QT_TRANSLATE_NOOP("commands", "Refer elsewhere"),
        QT_TRANSLATE_NOOP("commands", "Save with the place that the caller was told to ask"),
        keys="F7",
        icon="send",
    ),
    _row(
        "resume_survey",
        QT_TRANSLATE_NOOP("commands", "Go on with the survey"),
        QT_TRANSLATE_NOOP("commands", "Open the interview that this caller's number waits for, as a call that came in"),
        keys=SURVEY_KEY,
        icon="callbacks",
    ),
    _row(
        "put_through",
        QT_TRANSLATE_NOOP("commands", "Put through"),
        QT_TRANSLATE_NOOP("commands", "Save with the place that the caller was put through to"),
        keys="Shift+F7",
        icon="phone_out",
    ),
    _row(
        "without_inquiry",
        QT_TRANSLATE_NOOP("commands", "No inquiry"),
        QT_TRANSLATE_NOOP("commands", "Silent, wrong number and others, by Esc and one letter"),
    ),
    _row(
        "discard",
        QT_TRANSLATE_NOOP("commands", "Discard the conversation"),
        QT_TRANSLATE_NOOP("commands", "Throw away what was typed; 15 seconds to undo"),
        keys="Ctrl+Shift+D",
        icon="discard",
    ),
    _row(
        "take_back",
        QT_TRANSLATE_NOOP("commands", "Take back"),
        QT_TRANSLATE_NOOP("commands", "Undo discarding: the conversation comes back; a saved one stays"),
        keys="Ctrl+Alt+Z",
        icon="return",
    ),
    _row(
        "next_tab",
        QT_TRANSLATE_NOOP("commands", "Next conversation"),
        QT_TRANSLATE_NOOP("commands", "To the right"),
        keys="Ctrl+PgDown",
    ),
    _row(
        "open_kept",
        QT_TRANSLATE_NOOP("commands", "Unfinished drafts"),
        QT_TRANSLATE_NOOP("commands", "Open one that was left behind earlier"),
        keys="Ctrl+Shift+O",
    ),
    _row(
        "former_tab",
        QT_TRANSLATE_NOOP("commands", "Conversation before"),
        QT_TRANSLATE_NOOP("commands", "To the left"),
        keys="Ctrl+PgUp",
    ),
)

#: One row for each result that can be opened by its number.
OPENINGS = tuple(
    Command(
        f"intake.open_{place}",
        text,
        QT_TRANSLATE_NOOP("commands", "Read the answer with this number"),
        f"Alt+{place}",
        _OPEN,
        f"open_{place}",
    )
    for place, text in enumerate(
        (
            QT_TRANSLATE_NOOP("commands", "Open answer 1"),
            QT_TRANSLATE_NOOP("commands", "Open answer 2"),
            QT_TRANSLATE_NOOP("commands", "Open answer 3"),
            QT_TRANSLATE_NOOP("commands", "Open answer 4"),
            QT_TRANSLATE_NOOP("commands", "Open answer 5"),
        ),
        1,
    )
)

#: The outcomes without an inquiry, for the palette; at the keyboard they are Esc and one letter.
WITHOUT = (
    _row(
        "end_silent",
        QT_TRANSLATE_NOOP("commands", "Save as silent call"),
        QT_TRANSLATE_NOOP("commands", "Nobody spoke: Esc, S"),
    ),
    _row(
        "end_wrong_number",
        QT_TRANSLATE_NOOP("commands", "Save as wrong number"),
        QT_TRANSLATE_NOOP("commands", "Somebody else was meant: Esc, W"),
    ),
    _row(
        "end_hung_up",
        QT_TRANSLATE_NOOP("commands", "Save as hung up"),
        QT_TRANSLATE_NOOP("commands", "The caller was gone before saying why: Esc, H"),
    ),
    _row(
        "end_prank",
        QT_TRANSLATE_NOOP("commands", "Save as prank call"),
        QT_TRANSLATE_NOOP("commands", "No matter at all: Esc, P"),
    ),
    _row(
        "end_abusive",
        QT_TRANSLATE_NOOP("commands", "Save as abusive call"),
        QT_TRANSLATE_NOOP("commands", "The caller was abusive: Esc, A"),
    ),
    _row(
        "end_test",
        QT_TRANSLATE_NOOP("commands", "Save as test call"),
        QT_TRANSLATE_NOOP("commands", "The line was tried out: Esc, T"),
    ),
    _row(
        "end_out_of_scope",
        QT_TRANSLATE_NOOP("commands", "Save as not our service"),
        QT_TRANSLATE_NOOP("commands", "Told where else to ask: Esc, O"),
    ),
)
