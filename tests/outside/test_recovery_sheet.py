"""The recovery sheet says all that is needed, in both languages, as text and as a page to print."""

import os
import stat
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from app.outside.recovery_sheet import RecoverySheet, as_html, as_text, save
from app.outside.recovery_words import new_passphrase

RECOVERY = new_passphrase()
SHEET = RecoverySheet("0190a1b2c3d4", datetime(2025, 3, 3, 8, tzinfo=UTC), "门诊-PC <3>", RECOVERY)


@pytest.mark.parametrize("render", [as_text, as_html])
def test_installation_date_and_every_group_stand_in_both_languages(render):
    page = render(SHEET)
    assert page.count("0190a1b2c3d4") == 2
    assert page.count("2025-03-03") == 2
    for group in RECOVERY.split("-"):
        assert page.count(f":{group}") >= 2
    assert "recovery sheet" in page
    assert "恢复单" in page


def test_the_text_numbers_four_groups_a_row():
    first = RECOVERY.split("-")[:4]
    row = "  ".join(f"{number}:{group}" for number, group in enumerate(first, start=1))
    assert f"    {row}\n" in as_text(SHEET)


def test_the_page_is_well_formed_and_loads_nothing():
    class Reader(HTMLParser):
        def __init__(self):
            super().__init__()
            self.open: list[str] = []
            self.seen: set[str] = set()

        def handle_starttag(self, tag, attrs):
            self.seen.add(tag)
            if tag not in ("meta", "br", "hr"):
                self.open.append(tag)

        def handle_endtag(self, tag):
            assert self.open.pop() == tag

    reader = Reader()
    reader.feed(as_html(SHEET))
    assert reader.open == []
    assert not reader.seen & {"script", "img", "link", "a", "iframe"}
    assert "门诊-PC &lt;3&gt;" in as_html(SHEET)


def test_the_passphrase_never_shows_in_a_repr():
    assert RECOVERY not in repr(SHEET)


def test_a_saved_page_is_for_its_owner_alone(tmp_path):
    for name, page in (("sheet.HTML", as_html(SHEET)), ("sheet.txt", as_text(SHEET))):
        save(tmp_path / name, SHEET)
        assert (tmp_path / name).read_text("utf-8") == page
        if os.name != "nt":
            assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
