"""One line for each script, and flags until somebody saw to them."""

from datetime import timedelta

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.scripts_library.visibility import Standing
from app.services import script_outline, scripts
from app.services.office import Office
from app.services.script_imports import ScriptText, import_scripts
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock

TEXT = """---
id: {key}
title: {{zh: 几点开门, en: Opening hours}}
topic: appointment/book
urgent: {urgent}
effective_to: {ends}
review_on: 2030-01-01
sources: [{{doc: Rule}}]
---
## zh
8点。{more}
## en
At 8.
"""


def bring(office: Office, key: str = "a-1", *, publish: bool = True, **values: str) -> None:
    text = TEXT.format(key=key, **{"urgent": "false", "ends": "null", "more": "", **values})
    sign_in(office, "chen")
    office.do(import_scripts, [ScriptText(f"{key}.md", text)], publish=publish)


def test_a_valid_script_is_a_line_with_titles_in_both_languages(office: Office) -> None:
    bring(office, urgent="true")
    (line,) = office.ask(script_outline.outline)
    assert (line.key, line.version, line.standing, line.urgent, line.flags) == ("a-1", 1, Standing.LIVE, True, 0)
    assert (line.title("zh_CN"), line.title("en"), line.topic) == ("几点开门", "Opening hours", "appointment/book")


def test_a_draft_is_shown_only_to_those_who_write(office: Office) -> None:
    bring(office, publish=False)
    assert [line.standing for line in office.ask(script_outline.outline)] == [Standing.DRAFT]
    sign_in(office, "wang")
    assert office.ask(script_outline.outline) == ()


def test_a_newer_draft_is_told_beside_the_version_that_counts(office: Office) -> None:
    bring(office)
    bring(office, publish=False, more="周日休息。")
    (line,) = office.ask(script_outline.outline)
    assert (line.version, line.standing, line.newer) == (1, Standing.LIVE, "draft")
    sign_in(office, "wang")
    assert [line.newer for line in office.ask(script_outline.outline)] == [""]


def test_an_urgent_script_that_has_ended_is_no_longer_pinned(office: Office, clock: FakeClock) -> None:
    bring(office, urgent="true", ends=(NOON + timedelta(days=1)).isoformat())
    clock.advance(timedelta(days=2))
    (line,) = office.ask(script_outline.outline)
    assert (line.standing, line.urgent) == (Standing.EXPIRED, False)


def test_open_flags_are_counted_and_listed(office: Office) -> None:
    bring(office)
    bring(office, "b-1")
    office.do(scripts.flag, "a-1", 1, note="Opens at 9 now")
    office.do(scripts.flag, "a-1", 1, note="The number is wrong")
    assert [(line.key, line.flags) for line in office.ask(script_outline.outline)] == [("a-1", 2), ("b-1", 0)]
    assert {flag.note for flag in office.ask(script_outline.open_flags)} == {"Opens at 9 now", "The number is wrong"}


def test_a_flag_is_ended_once_by_those_who_write(office: Office) -> None:
    bring(office)
    flag = office.do(scripts.flag, "a-1", 1, note="Opens at 9 now").value
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.do(script_outline.end_flag, flag)
    sign_in(office, "chen")
    office.do(script_outline.end_flag, flag)
    assert office.ask(script_outline.open_flags) == []
    with pytest.raises(RecordGone):
        office.do(script_outline.end_flag, flag)


def test_a_script_without_a_title_is_called_by_its_key() -> None:
    line = script_outline.ScriptLine("a-1", 1, "", "", "", Standing.LIVE)
    assert (line.title("en"), line.title("zh_CN")) == ("a-1", "a-1")
