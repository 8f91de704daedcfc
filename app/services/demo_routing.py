"""Where inquiries of the demo go: a few published rules, and dispatches that follow them or say why not."""

import json
from dataclasses import replace
from random import Random

from app.models.contacts import ContactDraft
from app.models.routing_choice import Override, differs
from app.models.routing_rules import Facts
from app.services import routing, routing_rules
from app.services.demo_texts import table
from app.services.office import View, Work

#: Share of dispatches whose operator knows better than the rule.
_OTHERWISE = 0.12
_WHY = (Override.ANOTHER_AREA, Override.AGREED, Override.CALLER_WISH)


def publish(work: Work) -> int:
    """Put the demo's rules in force and return their version; where rules are published already, those stay."""
    known = routing_rules.published(work)
    if known:
        return max(one.number for one in known.values())
    return routing_rules.publish(work, routing_rules.read_text(json.dumps(table("rules")), file="rules.json"))


def advised(view: View, draft: ContactDraft, rng: Random) -> ContactDraft:
    """Return a dispatch that goes where the rules say, now and then elsewhere for a reason; without a rule as it is."""
    said = f"{draft.summary or ''}\n{draft.details or ''}"
    kind = draft.caller_kind.value if draft.caller_kind else ""
    facts = Facts(said, draft.channel.value, draft.category or "", draft.area or "", kind)
    advice = routing.explain(view, facts)
    if not advice.unit:
        return draft
    kept = replace(draft, suggested=advice.stored())
    if rng.random() >= _OTHERWISE or not differs(kept.suggested, draft.unit):
        return replace(kept, unit=advice.unit)
    return replace(kept, override=_WHY[int(rng.random() * len(_WHY))].value)
