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


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_who_wrote_can_be_taken_out_of_the_details(language):
    head = letters.written_by("张三 <zhang@example.org>", language)
    assert letters.without_sender(f"{head}\n\nMy bill is wrong.\nFrom: the desk") == "My bill is wrong.\nFrom: the desk"
