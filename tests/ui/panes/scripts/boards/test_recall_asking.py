"""Who was given a version, in one visit."""

from app.models.contacts import GivenScript, Outcome
from app.services import contacts
from app.services.office import Office
from app.ui.panes.scripts.boards import recall_asking
from tests.desk import NOON, draft, sign_in


def give(office: Office, number: str, key: str = "flu") -> None:
    """Answer a call with version 1 of a script."""
    sign_in(office, "wang")
    given = GivenScript(key, 1, "en", NOON)
    contact = office.do(contacts.start, draft(given=(given,), number=number, caller_name=None)).value
    office.do(contacts.finalize, contact, Outcome.ANSWERED)


def test_a_supervisor_may_call_and_a_trainer_only_looks(jobs, office: Office) -> None:
    give(office, "13812345678")
    found: list[tuple[int, bool]] = []
    for name in ("li", "chen"):
        sign_in(office, name)
        given = office.ask(recall_asking.given, script="flu", number=1)
        found.append((given.size, given.may_call))
    assert found == [(1, True), (1, False)]


def test_the_list_is_for_who_approves(jobs, office: Office) -> None:
    found: list[bool] = []
    for name in ("li", "chen", "wang"):
        sign_in(office, name)
        found.append(office.ask(recall_asking.may_see))
    assert found == [True, True, False]
