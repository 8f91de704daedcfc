"""Contacts to be looked at beside the random draw: where an operator is weak, and where the team is.

They are samples of their own kind: no figure pools them with the draw.
"""

from app.models.accounts import Permission
from app.models.evaluations import SampleKind
from app.services import exams, weak_topics
from app.services.evaluations import MONTH, Drawn
from app.services.office import View
from app.store import accounts as people_rows
from app.store import evaluations as rows_of

#: So many contacts of each operator by risk, and so many of the team about each weak topic.
BY_RISK, ABOUT_TOPIC = 1, 2


def by_risk(view: View) -> list[Drawn]:
    """Return contacts for coaching: an operator gave a script in whose topic they went wrong within two weeks."""
    view.require(Permission.EVALUATE)
    found: list[Drawn] = []
    for person in exams.operators(view):
        scripts = [one.script for one in weak_topics.of_person(view, person.id)]
        contacts = [
            contact
            for script in dict.fromkeys(scripts)
            for contact, _ in rows_of.unseen_about(view.rows, script, view.now - MONTH, operator=person.id)
        ]
        found += [
            Drawn(contact, person.display, person.id, SampleKind.RISK)
            for contact in list(dict.fromkeys(contacts))[:BY_RISK]
        ]
    return found


def by_topic(view: View) -> list[Drawn]:
    """Return contacts of anybody about the topics in which three people and more went wrong within two weeks."""
    view.require(Permission.EVALUATE)
    names = {one.id: one.display for one in people_rows.everyone(view.rows)}
    found: dict[bytes, Drawn] = {}
    for topic in weak_topics.between_now(view):
        if topic.of_team:
            contacts = rows_of.unseen_about(view.rows, topic.script, view.now - MONTH, limit=ABOUT_TOPIC)
            found |= {one: Drawn(one, names.get(who, ""), who, SampleKind.TARGETED) for one, who in contacts}
    return list(found.values())
