"""The library by its columns, and the flags that are open."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from app.services import script_life, scripts
from app.services import script_outline as script_outline_service
from app.services.office import Office, Work
from app.services.script_imports import ScriptText, import_scripts
from app.store import script_outline
from app.store.scripts import script_id
from tests.desk import sign_in
from tests.fakes import FakeClock

TEXT = """---
id: a-1
title: {zh: 几点开门, en: Opening hours}
topic: appointment/book
urgent: true
review_on: 2030-01-01
sources: [{doc: Rule}]
---
## zh
8点。
## en
At 8.
"""


def ask(office: Office, question: Callable[..., Any]) -> Any:
    return office.ask(lambda view: question(view.rows))


def imported(office: Office) -> Office:
    sign_in(office, "chen")
    office.do(import_scripts, [ScriptText("a.md", TEXT)], publish=True)
    return office


def end(work: Work, flag: bytes) -> bool:
    return script_outline.end_flag(work.tx, flag, by=work.person.id)


def test_a_version_is_there_with_its_columns_and_its_state(office: Office) -> None:
    (row,) = ask(imported(office), script_outline.outline)
    assert (row.key, row.number, row.title_zh, row.title_en) == ("a-1", 1, "几点开门", "Opening hours")
    assert (row.topic, row.urgent, row.effective_to, row.state) == ("appointment/book", True, None, "approved")


def test_an_open_flag_says_who_found_what(office: Office) -> None:
    flag = imported(office).do(scripts.flag, "a-1", 1, note="Opens at 9 now", key_point="k1").value
    (found,) = ask(office, script_outline.open_flags)
    assert (found.id, found.key, found.number, found.title_en) == (flag, "a-1", 1, "Opening hours")
    assert (found.note, found.key_point, found.by) == ("Opens at 9 now", "k1", "Chen")


def test_an_ended_flag_is_not_open_and_cannot_be_ended_again(office: Office) -> None:
    flag = imported(office).do(scripts.flag, "a-1", 1, note="Opens at 9 now").value
    assert office.do(end, flag).value
    assert not office.do(end, flag).value
    assert ask(office, script_outline.open_flags) == []


def test_a_flag_counts_until_a_review_follows_it(office: Office, clock: FakeClock) -> None:
    person = imported(office).by
    clock.advance(timedelta(minutes=1))
    office.do(scripts.flag, "a-1", 1, note="Opens at 9 now")
    (found,) = ask(office, script_outline.flags_since_review)
    assert person is not None
    assert found == ("a-1", 1, person.id, clock.now())
    clock.advance(timedelta(minutes=1))
    office.do(script_life.confirm, "a-1", 1)
    assert ask(office, script_outline.flags_since_review) == []
    assert len(ask(office, script_outline.open_flags)) == 1


def test_the_answer_stands_in_the_row_that_ends_the_flag(office: Office) -> None:
    flag = imported(office).do(scripts.flag, "a-1", 1, note="Opens at 9 now").value
    office.do(script_outline_service.end_flag, flag, answer=" It opens at 8 ")
    rows = ask(
        office,
        lambda rows: rows.all("SELECT note, ends FROM script_flag WHERE script=? AND ends=?", script_id("a-1"), flag),
    )
    assert [(note, bytes(ends)) for note, ends in rows] == [("It opens at 8", flag)]
