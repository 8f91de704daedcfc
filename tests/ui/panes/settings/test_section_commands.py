from app.ui.kit.commands import conflicts
from app.ui.panes.settings.section_commands import GOING


def test_every_way_says_where_it_leads_and_takes_no_key() -> None:
    assert len({one.id for one in GOING}) == len(GOING)
    assert all(one.text and one.tip.startswith("Settings: ") and one.icon for one in GOING)
    assert conflicts({"settings": GOING}) == []
    assert [one.keys for one in GOING if one.keys] == []
