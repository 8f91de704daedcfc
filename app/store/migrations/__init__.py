"""Steps from one schema to the next, frozen for ever. Each is one transaction; none imports the models.

``apply`` runs what is missing; ``PRAGMA user_version`` is the number of the last step, so that an up-to-date database
opens without loading sqlite-utils.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from app.models.errors import DatabaseTooNew
from app.store.sqlcipher import Connection

#: Module of each step, in order.
STEPS = (
    "m0001_journal",
    "m0002_desk",
    "m0003_calendars",
    "m0004_contact_links",
    "m0005_script_searches",
    "m0006_script_recalls",
    "m0007_inquiry_steps",
    "m0008_sla_policies",
    "m0009_script_notices",
    "m0010_unit_contacts",
    "m0011_next_due",
    "m0012_script_documents",
    "m0013_merged_inquiries",
    "m0014_clusters",
    "m0015_script_shelf",
    "m0016_routing_rules",
    "m0017_routing_choice",
    "m0018_supervision_board",
    "m0019_frames",
    "m0020_call_queue",
    "m0021_ladders",
    "m0022_handed_over",
    "m0023_queue_gates",
    "m0024_estimated_years",
    "m0025_surveys",
    "m0026_drills",
    "m0027_sync_log",
    "m0028_figures",
    "m0029_reminders",
    "m0030_campaign_draws",
    "m0031_exams",
    "m0032_evaluations",
    "m0033_board_loads",
    "m0034_stations",
    "m0035_access",
    "m0036_open_index",
    "m0037_drill_queue",
    "m0038_fact_figures",
    "m0039_line_records",
    "m0040_voices",
    "m0041_redactions",
    "m0042_contests",
    "m0043_courses",
    "m0044_practice_calls",
    "m0045_course_changes",
    "m0046_drill_topics",
    "m0047_appraisal_formulas",
    "m0048_rosters",
    "m0049_contest_rounds",
    "m0050_report_made",
    "m0051_last_days",
    "m0052_appeals_of_marks",
    "m0053_figure_windows",
    "m0054_duty",
    "m0055_speaks",
    "m0056_exam_ratings",
    "m0057_exam_cuts",
    "m0058_fences",
    "m0059_same_callers",
    "m0060_spoken",
    "m0061_transfers",
    "m0062_frame_contents",
    "m0063_verification_calls",
    "m0064_lease_moves",
    "m0065_hub_objects",
    "m0066_call_checks",
    "m0067_scopes_read",
    "m0068_callback_holds",
    "m0069_never_calls",
    "m0070_finding_due",
    "m0071_score_counts",
    "m0072_newcomers",
    "m0073_stopped_campaigns",
    "m0074_following_draws",
)


def version_of(connection: Connection) -> int:
    """Return the number of the last step that this database has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def apply(connection: Connection, path: str, told: Callable[[int, int], None] | None = None) -> int:
    """Take every missing step and return how many there were; ``told`` hears before each how many of how many are done.

    Raises ``DatabaseTooNew`` for a newer file.
    """
    found = version_of(connection)
    if found > len(STEPS):
        raise DatabaseTooNew(path=path, found=found, known=len(STEPS))
    if found == len(STEPS):
        return 0
    from sqlite_utils import Database

    database = Database(connection, execute_plugins=False)
    for number, name in enumerate(STEPS[found:], start=found + 1):
        if told is not None:
            told(number - found - 1, len(STEPS) - found)
        step: Callable[[Any], None] = import_module(f"{__name__}.{name}").up
        # atomic() would be a deferred BEGIN, which fails when another connection wrote in between.
        connection.execute("BEGIN IMMEDIATE")
        try:
            step(database)
            connection.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    return len(STEPS) - found
