"""How many people of a stratum a campaign's answers stand for: those of the draw who turned out not to belong to it
(never were in the institution, out of target, listed twice) stand for others on the list who do not either.
"""

from collections.abc import Mapping

from app.models.campaigns import CampaignFacts
from app.models.dispositions import AAPOR, Mapped
from app.models.sample_weights import Worked
from app.services import callback_rules
from app.services.office import View
from app.store import campaigns as stored


def worked(view: View, facts: CampaignFacts, answers: Mapping[str, int]) -> dict[str, Worked]:
    """Return each stratum of a campaign after the field; ``answers`` is how many interviews of it count.

    Whoever was not reached is taken to belong to it, and so is everybody who answered.
    """
    codes = [one.code for one in callback_rules.table() if one.standards.get(AAPOR, Mapped("")).klass == "NE"]
    outside = stored.ended_as(view.rows, facts.id, codes)
    found: dict[str, Worked] = {}
    for one in facts.strata:
        responded = answers.get(one.name, 0)
        eligible = min(max(one.drawn - outside.get(one.name, 0), responded), one.drawn)
        found[one.name] = Worked(one.size, one.drawn, eligible, responded)
    return found
