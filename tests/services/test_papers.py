import json
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.models.errors import NotSignedIn
from app.models.papers import Letterhead, Paper
from app.services import papers, settings
from app.services.office import Office
from tests.desk import sign_in


def test_a_paper_is_written_on_the_center_s_size_with_its_letterhead(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[tuple[str, str, Letterhead, bool]] = []

    def write(path: Path, html: str, *, size: str, letterhead: Letterhead, across: bool) -> None:
        written.append((path.name, size, letterhead, across))

    sign_in(office, "admin")
    office.do(settings.change, paper="Letter", report_head="Health Line", report_foot="1 Health Road")
    monkeypatch.setitem(office.outside, "write_pdf", write)
    assert office.ask(papers.save_pdf, Paper("x", "en"), Path("a.pdf")) == Path("a.pdf")
    assert office.ask(papers.save_pdf, Paper("y", "en", across=True), Path("b.pdf")) == Path("b.pdf")
    head = Letterhead("Health Line", "1 Health Road")
    assert written == [("a.pdf", "Letter", head, False), ("b.pdf", "Letter", head, True)]
    office.sign_in(None)
    with pytest.raises(NotSignedIn):
        office.ask(papers.save_pdf, Paper("x", "en"), Path("a.pdf"))


def test_times_are_said_with_day_and_offset_in_both_languages() -> None:
    at, zone = datetime(2026, 3, 4, 8, 30, tzinfo=UTC), ZoneInfo("Asia/Shanghai")
    assert papers.exactly(at, zone, "en") == "Wed 2026-03-04 16:30 (UTC+08:00)"
    assert papers.exactly(at, zone, "zh_CN").startswith("周三 2026-03-04 16:30")
    assert papers.said("within_days", "en", days=3) == "that is 3 working days after the dispatch"


def test_every_text_of_the_papers_is_there_in_both_languages() -> None:
    found = json.loads(files("resources").joinpath("i18n/papers.json").read_text(encoding="utf-8"))
    assert all(words.keys() == {"en", "zh_CN"} and all(words.values()) for words in found.values())
    with pytest.raises(KeyError):
        papers.said("no such text", "en")
