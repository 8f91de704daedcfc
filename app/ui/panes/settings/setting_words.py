"""What a setting of the center is called: beside its field, and where two people set it unseen by each other."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit import languages
from app.ui.kit.form_row import translated

# By the name of the setting; the lock also by that of its field, which asks for minutes where the setting has seconds.
LABELS = {
    "organization": QT_TRANSLATE_NOOP("forms", "Name of the center"),
    "country": QT_TRANSLATE_NOOP("forms", "Country"),
    "time_zone": QT_TRANSLATE_NOOP("forms", "Time zone"),
    "form": QT_TRANSLATE_NOOP("forms", "Form of intake"),
    "line": QT_TRANSLATE_NOOP("forms", "Name of the line"),
    "language": QT_TRANSLATE_NOOP("forms", "Language of the center"),
    "calendar": QT_TRANSLATE_NOOP("forms", "Working calendar"),
    "paper": QT_TRANSLATE_NOOP("forms", "Paper size"),
    "cluster_steps": QT_TRANSLATE_NOOP("forms", "Report a growing incident at"),
    "notes_with_caller": QT_TRANSLATE_NOOP("forms", "Dispatch notes name the caller"),
    "mask_numbers": QT_TRANSLATE_NOOP("forms", "Hide the middle of numbers"),
    "due_soon_h": QT_TRANSLATE_NOOP("forms", "Due soon within (working hours)"),
    "conflict_hours": QT_TRANSLATE_NOOP("forms", "Undecided conflicts go on after (hours)"),
    "call_slots": QT_TRANSLATE_NOOP("forms", "Times of day for survey calls"),
    "off_peak_below": QT_TRANSLATE_NOOP("forms", "Off-peak calls while fewer inquiries than"),
    "calls_an_hour": QT_TRANSLATE_NOOP("forms", "Calls that can be made in an hour"),
    "verify_per_day": QT_TRANSLATE_NOOP("forms", "Calls a day to verify findings (each number)"),
    "satisfaction_share": QT_TRANSLATE_NOOP("forms", "Satisfaction calls after closing (percent)"),
    "satisfaction_after": QT_TRANSLATE_NOOP("forms", "Satisfaction call so long after closing"),
    "satisfaction_categories": QT_TRANSLATE_NOOP("forms", "Categories asked for satisfaction"),
    "lock_after_min": QT_TRANSLATE_NOOP("forms", "Lock an idle window after (minutes)"),
    "lock_after_s": QT_TRANSLATE_NOOP("forms", "Lock an idle window after (seconds)"),
    "retention": QT_TRANSLATE_NOOP("forms", "Retention (days of each kind)"),
    "report_head": QT_TRANSLATE_NOOP("forms", "Letterhead: at the head"),
    "report_foot": QT_TRANSLATE_NOOP("forms", "Letterhead: at the foot"),
    "logo": QT_TRANSLATE_NOOP("forms", "Letterhead: logo"),
}


def setting_name(name: str) -> str:
    """Return what a setting is called, its own name where a newer program made it."""
    return translated(LABELS[name], languages.current()) if name in LABELS else name
