from app.ui.kit.commands import conflicts
from app.ui.panes.work.callback_commands import CALLBACKS
from app.ui.panes.work.commands import DETAIL, LIST


def test_calls_share_no_id_and_no_key_with_inquiries() -> None:
    rows = (*LIST, *DETAIL, *CALLBACKS)
    assert len({row.id for row in rows}) == len(rows)
    assert conflicts({"work": rows}) == []


def test_every_command_of_a_call_has_words_an_icon_and_an_action() -> None:
    assert all(row.text and row.tip and row.run and row.icon for row in CALLBACKS)
