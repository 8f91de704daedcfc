from app.ui.kit.commands import conflicts
from app.ui.panes.settings.commands import ACCOUNTS, UNITS


def test_commands_share_no_id_and_no_key() -> None:
    rows = (*ACCOUNTS, *UNITS)
    assert len({row.id for row in rows}) == len(rows)
    assert conflicts({"settings": rows}) == []


def test_every_command_has_words_and_an_action() -> None:
    assert all(row.text and row.tip and row.run and row.icon for row in (*ACCOUNTS, *UNITS))
