"""Settings of a center, each one field of one frozen dataclass, and reference data published in versions."""

from dataclasses import dataclass

from app.models.journal import Entity, Field, Kind

#: Sizes of paper that can be set.
PAPERS = ("A4", "Letter")


@dataclass(frozen=True)
class Settings:
    """What an administrator sets for the whole center.

    ``country`` is the region (ISO 3166) in which a number without a country code is read; ``time_zone`` is an IANA
    name; ``lock_after_s`` locks an idle window (0 never); ``form`` is the intake form of the line; ``language`` is
    that of interviews, findings and notes where nobody has another; ``line`` names the line that an ordinary
    telephone rings on; ``calendar`` is the working calendar of the center by its name, empty for the one that fits
    country and time zone; ``paper`` is the size of what is printed; ``conflict_hours`` is after how many hours a
    clinical conflict that nobody decides goes to the supervisors, and after twice as many to the administrators (0
    never); ``cluster_steps`` are the numbers of inquiries of one day at which a growing cluster is reported;
    ``notes_with_caller`` lets dispatch notes tell who called and from which number; ``due_soon_h`` is how many
    working hours before its due time an inquiry counts as due soon on the supervision board.

    ``call_slots`` are the times of day for survey calls on one line ("" the usual ones); off-peak ones are made while
    fewer than ``off_peak_below`` inquiries came in within a quarter of an hour; a station can make ``calls_an_hour``.
    ``satisfaction_share`` percent of the inquiries closed in ``satisfaction_categories`` ("" all, else codes with
    commas) get a satisfaction call ``satisfaction_after`` their end.
    ``verify_per_day`` is how often one number is called a day to verify findings, beside the limits of all other calls.
    ``retention`` says for how many days each kind of record is kept (``contacts=1095``; what is not named, for ever).
    ``report_head`` and ``report_foot`` stand on every page of a document ("" the center and its line, nothing), beside
    the ``logo`` (PNG or JPEG in Base64).
    ``mask_numbers`` hides the middle of telephone numbers in lists, on records and in exports until somebody says why.
    """

    organization: str = "OneWindow"
    country: str = "CN"
    time_zone: str = "Asia/Shanghai"
    language: str = "zh_CN"
    form: str = "county-health-line"
    line: str = ""
    lock_after_s: int = 600
    calendar: str = ""
    paper: str = "A4"
    cluster_steps: str = "5, 10, 20"
    notes_with_caller: bool = False
    due_soon_h: int = 4
    conflict_hours: int = 24
    call_slots: str = ""
    off_peak_below: int = 6
    calls_an_hour: int = 12
    verify_per_day: int = 1
    satisfaction_share: int = 0
    satisfaction_categories: str = ""
    satisfaction_after: str = "1bd"
    retention: str = ""
    mask_numbers: bool = False
    report_head: str = ""
    report_foot: str = ""
    logo: str = ""


SETTING = Entity("setting", (Field("name", Kind.ONCE), Field("value", sql="JSON")))
FORM_VERSION = Entity(
    "form_version",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (("form", "TEXT"), ("number", "INTEGER"), ("content", "TEXT"), ("at", "TEXT"))
    ),
    fact=True,
)
