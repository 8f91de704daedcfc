from typing import Any

from app.services import policies
from app.services.office import Office
from app.ui.panes.settings.policies_model import PolicyTable
from app.ui.panes.settings.policy_words import PolicyWords


def test_every_policy_is_a_row_in_words(office: Office, jobs: object, qtmodeltester: Any) -> None:
    table = PolicyTable(PolicyWords())
    table.show_listed(office.ask(policies.listed), office.ask(policies.today))
    qtmodeltester.check(table)
    place = table.place_of("county-complaint")
    assert place is not None
    names = [column.name for column in table.columns]
    shown = {name: table.index(place, at).data() for at, name in enumerate(names)}
    assert (shown["name"], shown["conditions"]) == ("Complaint", "Complaint")
    assert shown["targets"] == "Resolve 2 business days · Call back 1 business day"
    assert (shown["validity"], shown["version"]) == ("in force", "shipped")
    assert table.place_of("nobody") is None
