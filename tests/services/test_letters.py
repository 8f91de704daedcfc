from pathlib import Path

import pytest

from app.models.errors import NotAllowed
from app.services import letters
from tests.desk import sign_in


def test_who_takes_contacts_may_read_a_letter(office, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Please call me back", encoding="utf-8")
    assert office.ask(letters.read, path).text == "Please call me back"


def test_nobody_else_reads_files_through_the_desk(office):
    sign_in(office, "admin")
    with pytest.raises(NotAllowed):
        office.ask(letters.read, Path("letter.txt"))
