"""The log of syncs says in words how each ended and why one failed."""

# pyright: reportPrivateUsage=false

import json

import pytest
from pytestqt.qtbot import QtBot

from app.services.hub_sync import Logged
from app.services.office import Office
from app.store import sync as rows_of
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.sync_log_card import SyncLogCard, more, result

_AT, _END = "2026-03-02T04:00:00+00:00", "2026-03-02T04:00:02+00:00"


def _line(outcome: str = "done", **detail: object) -> Logged:
    return Logged(_AT, _END, 1234, 5, outcome, json.dumps(detail))


@pytest.mark.parametrize(
    ("line", "word", "words"),
    [
        (_line(), "Done", ""),
        (_line(checked=True, skew_ms=900), "Compared", ""),
        (_line("HubUnreachable", facts={"reason": "no route"}), "Failed", "The hub does not answer (no route)"),
        (_line("Stopped"), "Stopped", ""),
        (_line(repaired=1200, skew_ms=5400), "Done", "Given back to the hub: 1,200 · This clock is off by 5.4 s"),
        (_line(checked=True, unequal=["north"]), "Compared", "Still differs from the hub: north"),
        (
            _line("HubUnreachable", giving=True, objects=1, objects_left=2, facts={"reason": "no route"}),
            "Failed",
            "The hub does not answer (no route). · Lists and documents given to the hub: 1"
            " · Lists and documents still to give: 2",
        ),
        (_line("given", giving=True, objects=1), "Given", "Lists and documents given to the hub: 1"),
        (_line(closed=["wang", "li"]), "Done", "Accounts closed that the center does not have: wang, li"),
        (
            _line("HubUnreachable", closed=["li"], facts={"reason": "no route"}),
            "Failed",
            "The hub does not answer (no route). · Accounts closed that the center does not have: li",
        ),
        (_line(readdressed=True), "Done", "Went on under a new origin: a copy or a backup"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_each_sync_says_how_it_ended_and_what_else_there_was(line: Logged, word: str, words: str) -> None:
    assert (result(line), more(line).removesuffix(".")) == (word, words)


def test_the_newest_sync_stands_first_with_what_went_over(office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    with office.store.write("") as tx:
        for at in ("03", "04"):
            rows_of.log(tx, _line()._replace(started_at=f"2026-03-02T{at}:00:00+00:00"))
    card = SyncLogCard(jobs)
    qtbot.addWidget(card)
    card.refresh()
    shown = [card.model.index(0, column).data() for column in range(5)]
    assert shown[:4] == ["2026-03-02 12:00", "Done", "1,234", "5"]
    assert card.model.rowCount() == 2
