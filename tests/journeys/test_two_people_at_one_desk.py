"""Two people share a computer; what one has begun never shows to the other, and comes back to its own."""

from app.models.accounts import OperatorState
from app.services import accounts, drafts
from tests.desk import sign_in
from tests.journeys.whole_window import Station, whole_window


def _summaries(operator):
    return sorted(one.state.draft.summary or "" for one in operator.intake.tabs.all())


def _writes(operator, text):
    operator.gives("intake.new_call")
    operator.hands.type("intake.matter.summary", text)


def test_drafts_of_two_people_are_kept_apart(qtbot, office, tmp_path):
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        _writes(operator, "Wang's caller asks for a form")
        operator.leaves()
        operator.signs_in("li")
        assert "Wang's caller asks for a form" not in _summaries(operator)
        _writes(operator, "Li's caller complains")
        operator.leaves()
        operator.signs_in("wang")
        operator.until(lambda: "Wang's caller asks for a form" in _summaries(operator))
        assert "Li's caller complains" not in _summaries(operator)


def test_a_killed_window_offers_its_draft_back(qtbot, office, tmp_path):
    office.sign_in(None)
    station = Station(office, tmp_path)
    with whole_window(qtbot, station) as operator:
        operator.signs_in("wang")
        _writes(operator, "The call that was cut off")
        operator.has_saved()
        kept = office.ask(drafts.mine)
    assert [draft.summary for draft in kept] == ["The call that was cut off"]
    office.sign_in(None)
    with whole_window(qtbot, station) as operator:
        operator.signs_in("wang")
        operator.until(lambda: "The call that was cut off" in _summaries(operator))


def test_what_was_typed_in_the_last_second_is_saved_before_leaving(qtbot, office, tmp_path):
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        _writes(operator, "typed and left at once")
        operator.leaves()
    sign_in(office, "wang")
    assert [draft.summary for draft in office.ask(drafts.mine)] == ["typed and left at once"]


def test_the_time_of_one_ends_when_the_other_begins_and_when_the_window_closes(qtbot, office, tmp_path):
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.leaves()
        operator.signs_in("li")
        operator.rests()
        assert office.ask(accounts.my_state)[0] is OperatorState.READY
    for name in ("wang", "li"):
        sign_in(office, name)
        assert office.ask(accounts.my_state)[0] is OperatorState.SIGNED_OUT
