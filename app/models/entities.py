"""Every entity of the house by name: what the journal may hold and how each field is merged."""

from app.models import (
    accounts,
    calendars,
    callbacks,
    callers,
    clusters,
    contacts,
    frames,
    inquiries,
    policies,
    promises,
    routing_rules,
    script_documents,
    script_notices,
    script_searches,
    script_shelf,
    scripts,
    settings,
    units,
)
from app.models.journal import Entity

#: Version of the set of entities and fields that this program writes (``sv`` of its records).
SCHEMA_VERSION = 1

ENTITIES: dict[str, Entity] = {
    one.name: one
    for one in (
        accounts.PERSON,
        accounts.OPERATOR_STATE,
        calendars.CALENDAR,
        callbacks.CALLBACK,
        callers.CALLER,
        callers.CALLER_PHONE,
        callers.CALLER_FLAG,
        callers.DNC,
        clusters.CLUSTER,
        contacts.CONTACT,
        contacts.CONTACT_AMENDMENT,
        contacts.CONTACT_INQUIRY,
        contacts.CONTACT_SCRIPT,
        frames.FRAME,
        frames.FRAME_PART,
        inquiries.INQUIRY,
        inquiries.INQUIRY_EVENT,
        inquiries.BATCH,
        policies.SLA_POLICY,
        promises.PROMISE,
        promises.PROMISE_OUTCOME,
        routing_rules.RULE,
        scripts.SCRIPT,
        scripts.SCRIPT_VERSION,
        scripts.SCRIPT_EVENT,
        scripts.SCRIPT_FLAG,
        script_notices.SCRIPT_NOTICE,
        script_documents.SCRIPT_DOCUMENT,
        script_searches.SCRIPT_SEARCH,
        script_searches.SCRIPT_DECISION,
        script_shelf.SCRIPT_PROPOSAL,
        script_shelf.SCRIPT_PIN,
        script_shelf.SCRIPT_STAR,
        settings.SETTING,
        settings.FORM_VERSION,
        units.UNIT,
    )
}
