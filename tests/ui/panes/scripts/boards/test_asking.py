"""Everything that is to be done in one visit, as far as it is the person's."""

from app.models.script_searches import ProposalKind
from app.services.office import Office
from app.services.scripts import counting
from app.ui.panes.scripts.boards import asking
from app.ui.panes.scripts.boards.asking import ToDo
from tests.desk import sign_in


def test_a_trainer_sees_every_board(todo: ToDo) -> None:
    assert [one.script.key for one in todo.waiting] == ["flu"]
    assert [one.script.key for one in todo.expiring] == ["due", "old"]
    assert [one.words for one in todo.gaps] == ["parking fee"]
    assert [(one.key, one.words) for one in todo.phrasings] == [("flu", "shot against influenza")]
    assert todo.count == 5


def test_a_supervisor_sees_what_to_approve_and_an_operator_nothing(full, office: Office) -> None:
    sign_in(office, "li")
    found = office.ask(asking.to_do)
    assert (len(found.waiting), len(found.expiring), found.gaps, found.phrasings) == (1, 2, [], [])
    assert found.boards == ("review", "expiring")
    sign_in(office, "admin")
    assert office.ask(asking.to_do).boards == ("expiring", "gaps", "phrasings")
    sign_in(office, "wang")
    assert (office.ask(asking.to_do).count, office.ask(asking.to_do).boards) == (0, ())


def test_a_gap_is_closed_by_the_script_that_answers_it(full, office: Office) -> None:
    assert office.do(asking.close_gap, script="booking", words="parking fee").value == 2
    assert office.ask(asking.to_do).gaps == []
    assert office.ask(counting, "booking", drafts=False).phrasings["en"] == ("parking fee",)


def test_a_phrasing_is_added_or_put_aside(full, office: Office) -> None:
    office.do(asking.dismiss, kind=ProposalKind.PHRASING, words="shot against influenza", script="flu")
    assert office.ask(asking.to_do).phrasings == []
    office.do(asking.restore, kind=ProposalKind.PHRASING, words="shot against influenza", script="flu")
    assert len(office.ask(asking.to_do).phrasings) == 1
    assert office.do(asking.add_phrasing, script="bite", words="dog bite").value == 2
