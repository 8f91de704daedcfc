from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from app.models.contacts import Outcome, missing_fields
from app.ui.kit import languages
from app.ui.panes.intake.due_proposer import DueProposer
from app.ui.panes.intake.quick_due import QuickDue
from app.ui.panes.intake.what_column import WhatColumn

WEDNESDAY = datetime(2026, 3, 4, 6, tzinfo=UTC)


@pytest.fixture
def column(jobs: Any, state: Any, desk: Any, shown: Any) -> WhatColumn:
    languages.of_app().use("en")
    made = WhatColumn(jobs, state, desk)
    made.resize(480, 900)
    return shown(made)


def _offered(column: WhatColumn) -> str:
    button = column.quick.promised
    return "" if button.isHidden() else button.text()


def test_a_due_time_is_proposed_in_words_as_soon_as_the_category_is_known(column: WhatColumn, state: Any) -> None:
    assert _offered(column) == ""
    state.edit("category", "complaint.fees")
    assert _offered(column) == "Wed 14:00, 2 business days"
    state.edit("category", "consult.mental")
    assert _offered(column) == "today 17:30, the same day"
    state.edit("category", None)
    assert _offered(column) == ""


def test_the_proposal_is_taken_by_one_key_or_one_click(column: WhatColumn, state: Any, qtbot: Any) -> None:
    state.edit("category", "complaint.fees")
    qtbot.keyClick(column.editor("due_at"), Qt.Key.Key_Down)
    assert state.draft.due_at == WEDNESDAY
    state.edit("due_at", None)
    column.quick.promised.click()
    assert state.draft.due_at == WEDNESDAY


def test_one_column_has_one_proposer(column: WhatColumn) -> None:
    assert isinstance(column.quick, QuickDue)
    assert len(column.quick.findChildren(DueProposer)) == 1


def test_another_due_time_than_promised_has_to_be_explained_and_is_refused_beside_its_field(
    column: WhatColumn, state: Any, qtbot: Any
) -> None:
    why = column.editor("dispatch_reason")
    state.edit_all({"category": "complaint.fees", "unit": "C11", "summary": "Fees", "due_at": WEDNESDAY})
    assert (state.draft.promised_at, why.isVisible()) == (WEDNESDAY, False)
    state.edit("due_at", WEDNESDAY + timedelta(hours=3))
    assert why.isVisible()
    assert missing_fields(state.draft, Outcome.DISPATCH) == ("dispatch_reason",)
    column.show_error("dispatch_reason", "This is needed")
    qtbot.keyClicks(why, "The laboratory needs it")
    assert missing_fields(state.draft, Outcome.DISPATCH) == ()
    state.edit("due_at", WEDNESDAY)
    assert not why.isVisible()


def test_the_day_after_a_holiday_is_offered_as_the_next_working_day(column: WhatColumn, state: Any, clock: Any) -> None:
    clock.set(datetime(2026, 2, 14, 4, tzinfo=UTC))  # a make-up Saturday before the spring festival
    state.edit("category", "complaint.fees")
    now, shanghai = clock.now(), ZoneInfo("Asia/Shanghai")
    offered = [one.at.astimezone(shanghai).date() for one in column.quick.times if one.at - now > timedelta(days=1)]
    assert offered == [date(2026, 2, 24), date(2026, 2, 24)]
