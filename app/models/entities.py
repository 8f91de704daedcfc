"""Every entity of the house by name: what the journal may hold and how each field is merged.

An entity is defined in the module of its own things and loaded when it is first asked for: a desk that takes calls
needs neither exams nor contests, and each definition brings its whole module with it.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module

from app.models.journal import Entity

#: Version of the set of entities and fields that this program writes (``sv`` of its records). Raised where a
#: field is merged by another rule and no schema step says so, and where one gets another name (``app.models.upcasts``):
#: rows that hold it are made again after the upgrade.
SCHEMA_VERSION = 1

#: Entity → the module of ``app.models`` that defines it, under its name in capitals.
HOMES: dict[str, str] = {
    "access": "access",
    "person": "accounts",
    "operator_state": "accounts",
    "appointment": "call_records",
    "attempt": "call_records",
    "attempt_outcome": "call_records",
    "calendar": "calendars",
    "callback": "callbacks",
    "caller": "callers",
    "caller_phone": "callers",
    "caller_flag": "callers",
    "dnc": "callers",
    "campaign": "call_records",
    "campaign_case": "call_records",
    "cluster": "clusters",
    "appraisal_formula": "appraisals",
    "course": "courses",
    "course_answer": "courses",
    "contest": "contests",
    "contest_entry": "contests",
    "contest_answer": "contest_rounds",
    "contact": "contacts",
    "contact_amendment": "contacts",
    "contact_inquiry": "contacts",
    "contact_script": "contacts",
    "item": "drill_items",
    "item_version": "drill_items",
    "review": "drills",
    "drill_need": "drills",
    "duty": "duty",
    "evaluation": "evaluations",
    "appeal": "evaluations",
    "appeal_decision": "evaluations",
    "evaluation_read": "evaluations",
    "exam": "exams",
    "sitting": "exams",
    "sitting_event": "exams",
    "mark": "exams",
    "mark_appeal": "exams",
    "exam_rating": "angoff",
    "frame": "frames",
    "frame_part": "frames",
    "inquiry": "inquiries",
    "inquiry_event": "inquiries",
    "batch": "inquiries",
    "lease": "call_records",
    "kpi": "kpis",
    "ladder": "ladders",
    "line_record": "line_records",
    "report_made": "made_reports",
    "practice_call": "mock_records",
    "practice_score": "mock_records",
    "sla_policy": "policies",
    "promise": "promises",
    "promise_outcome": "promises",
    "redaction": "retention",
    "roster": "rosters",
    "rule": "routing_rules",
    "script": "scripts",
    "script_version": "scripts",
    "script_event": "scripts",
    "script_flag": "scripts",
    "script_notice": "script_notices",
    "script_document": "script_documents",
    "script_search": "script_searches",
    "script_decision": "script_searches",
    "script_proposal": "script_shelf",
    "script_pin": "script_shelf",
    "script_star": "script_shelf",
    "setting": "settings",
    "station": "stations",
    "form_version": "settings",
    "known_center": "transfers",
    "unit": "units",
    "questionnaire": "survey_records",
    "code_frame": "survey_records",
    "interview": "survey_records",
    "answer": "survey_records",
    "interview_end": "survey_records",
    "interview_flag": "survey_records",
    "finding": "survey_records",
    "finding_event": "survey_records",
    "measure": "survey_records",
    "opinion_coding": "survey_records",
    "voice_comment": "voices",
    "improvement": "voices",
    "improvement_step": "voices",
}


class _Entities(Mapping[str, Entity]):
    """Entities by name. Which there are is known without loading one. Raises KeyError for any other name."""

    def __init__(self) -> None:
        self._loaded: dict[str, Entity] = {}

    def __getitem__(self, name: str) -> Entity:
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = getattr(import_module(f"app.models.{HOMES[name]}"), name.upper())
        return found

    def __contains__(self, name: object) -> bool:
        return name in HOMES

    def __iter__(self) -> Iterator[str]:
        return iter(HOMES)

    def __len__(self) -> int:
        return len(HOMES)


ENTITIES: Mapping[str, Entity] = _Entities()
