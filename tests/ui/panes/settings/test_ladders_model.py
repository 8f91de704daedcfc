from app.services import ladders, policies
from app.services.office import Office
from app.ui.panes.settings.ladder_words import LadderWords
from app.ui.panes.settings.ladders_model import LadderTable


def test_every_ladder_has_a_line(office: Office, qtmodeltester, qapp) -> None:
    table = LadderTable(LadderWords())
    table.show_listed(office.ask(ladders.listed), office.ask(policies.today))
    qtmodeltester.check(table)
    assert table.rowCount() == 1
    assert table.place_of("county-ladder") == 0
    assert table.place_of("other") is None
