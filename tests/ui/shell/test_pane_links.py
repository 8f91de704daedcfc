import pytest

from app.models.accounts import OperatorState
from app.ui.kit.messages import Message
from app.ui.shell.presenting import Row


@pytest.fixture
def links(desk):
    return desk.links


def test_a_call_that_rings_shows_in_intake(desk, links):
    desk.show_work()
    desk.open_palette()
    assert links.pop({"action": "screen_pop", "number": "138 1234 5678", "call_id": "7"})
    assert desk.panes.current == "intake"
    assert ("pop", "138 1234 5678", "7") in desk.panes.pane("intake").asked
    assert (links.call_number, desk.state.state) == ("138 1234 5678", OperatorState.RINGING)
    assert desk._palette.isHidden()


def test_the_number_is_the_one_that_intake_knows_also_when_it_was_typed(desk, links):
    intake = desk.panes.pane("intake")
    intake.state_changed.emit("talking", None)
    assert (links.call_number, desk.state.state) == ("", OperatorState.TALKING)
    intake.number = "138 1234 5678"
    assert (links.call_number, desk.call_number) == ("138 1234 5678", "138 1234 5678")


def test_who_takes_no_calls_has_no_number(desk_of):
    assert desk_of("admin").links.call_number == ""


def test_who_takes_no_calls_gets_none(desk_of):
    assert not desk_of("admin").links.pop({"number": "13812345678"})


def test_each_figure_opens_its_list(desk):
    for name in ("open", "due_today", "overdue", "callbacks"):
        desk.today.asked.emit(name)
    assert desk.panes.pane("work").asked == ["open", "due_today", "overdue", "callbacks"]


@pytest.mark.parametrize(
    ("row", "pane", "asked"),
    [
        (Row("inquiry", b"7"), "work", ("inquiry", b"7")),
        (Row("unit", "cdc"), "settings", ("unit", "cdc")),
        (Row("script", "imm-hpv"), "scripts", ("script", "imm-hpv")),
        (Row("caller", (b"1", "+8613812345678")), "intake", ("caller", b"1", "+8613812345678")),
    ],
)
def test_what_was_found_opens_in_the_pane_that_shows_it(desk, links, row, pane, asked):
    links.open_row(row)
    assert desk.panes.current == pane
    assert asked in desk.panes.pane(pane).asked


def test_what_was_left_undecided_leads_to_where_it_is_decided(desk):
    desk.show_pane("work").undecided.wanted.emit()
    assert desk.panes.current == "settings"
    assert ("section", "hub") in desk.panes.pane("settings").asked


def test_a_number_in_my_work_becomes_a_conversation_in_intake(desk):
    desk.show_pane("work").call_requested.emit("+8613812345678", b"cb")
    assert ("call_back", "+8613812345678", b"cb") in desk.panes.pane("intake").asked
    desk.show_pane("work").add_contact_requested.emit(b"inquiry")
    assert ("add", b"inquiry") in desk.panes.pane("intake").asked
    assert desk.panes.current == "intake"


def test_what_the_board_counts_is_listed_in_my_work(desk_of):
    desk = desk_of("li")
    board = desk.show_pane("supervision")
    board.listing_wanted.emit("a listing")
    assert desk.panes.current == "work"
    desk.show_supervision()
    board.inquiry_wanted.emit(b"7")
    desk.show_pane("settings").inquiry_wanted.emit(b"8")
    assert desk.panes.pane("work").asked == ["a listing", ("inquiry", b"7"), ("inquiry", b"8")]


def test_a_hot_topic_leads_to_its_answer_or_to_a_search_for_one(desk):
    desk.show_pane("reports")
    reports = desk.panes.pane("reports")
    reports.script_wanted.emit("flu")
    desk.show_pane("reports")
    reports.words_wanted.emit("Staff attitude")
    assert desk.panes.current == "scripts"
    assert desk.panes.pane("scripts").asked[-2:] == [("script", "flu"), ("words", "Staff attitude")]


def test_a_finding_that_is_measured_again_is_planned_in_campaigns(desk_of):
    desk = desk_of("li")
    desk.show_pane("findings").campaign_wanted.emit("wanted")
    assert desk.panes.current == "campaigns"
    assert desk.panes.pane("campaigns").asked == [("again", "wanted")]


def test_looks_chosen_in_the_settings_are_shown(desk):
    desk.show_pane("settings").appearance_changed.emit({"mode": "dark", "language": ""})
    assert desk.appearance.looks.mode == "dark"


def test_drafts_are_offered_back_when_intake_is_made(desk):
    assert ("restored", 0) in desk.panes.pane("intake").asked


def test_a_state_that_nobody_knows_is_not_recorded(desk):
    desk.panes.pane("intake").state_changed.emit("dreaming", None)
    assert desk.state.state is OperatorState.READY


def test_who_is_ready_reads_what_must_be_read_first(desk):
    desk.show_work()
    desk.state.be_ready()
    assert desk.panes.current == "work"
    desk.panes.pane("intake").must_read = True
    desk.state.be_ready()
    assert desk.panes.current == "intake"


def test_a_call_that_was_made_is_written_down_in_intake_without_a_dial(desk):
    desk.go_callbacks()
    pane = desk.panes.pane("callbacks")
    pane.document_wanted.emit("+8613812345678", b"c")
    written = [("write_down", "+8613812345678", b"c"), "hung up"]  # it is talked no more
    assert desk.panes.pane("intake").asked[-2:] == written


def test_a_survey_of_whoever_is_on_the_line_goes_on_in_the_call_backs(desk):
    desk.panes.pane("intake").survey_wanted.emit(b"cb")
    assert desk.panes.current == "callbacks"
    assert ("resume", b"cb") in desk.panes.pane("callbacks").asked


def test_the_call_of_a_survey_is_talked_in_and_ended_in_intake_without_leaving_the_call_backs(desk):
    desk.go_callbacks()
    pane = desk.panes.pane("callbacks")
    pane.came_in.emit(b"cb")
    pane.call_over.emit(b"cb")
    assert desk.panes.pane("intake").asked[-2:] == [("answer survey", b"cb"), ("end survey", b"cb")]
    assert desk.panes.current == "callbacks"


def test_a_call_of_the_call_backs_is_counted_by_intake_and_what_that_says_is_read_on_the_desk(desk):
    desk.go_callbacks()
    desk.panes.pane("callbacks").line_moved.emit("talking")
    intake = desk.panes.pane("intake")
    assert intake.asked[-1] == ("line", "talking")
    intake.beside_held.emit(True)
    assert desk.panes.pane("callbacks").asked[-1] == ("held", True)
    intake.aside_said.emit(Message("info", "Discarded"))
    assert desk.strip.current.text == "Discarded"


@pytest.mark.parametrize(
    ("pane", "told", "asked"),
    [
        ("intake", ("13812345678", b"c"), ("barred", "13812345678", b"c", None)),
        ("work", ("Li Na", b"c", b"cb"), ("barred", "Li Na", b"c", b"cb")),
    ],
)
def test_who_said_never_again_is_shown_in_the_call_backs(desk, pane, told, asked):
    desk.show_pane(pane).barred_wanted.emit(*told)
    assert desk.panes.current == "callbacks"
    assert asked in desk.panes.pane("callbacks").asked
