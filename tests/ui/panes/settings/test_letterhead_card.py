"""Text and logo of documents are set in the window, and nothing is lost where a picture is refused."""

from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.models.settings import Settings
from app.services import papers, settings
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.letterhead_card import LetterheadCard
from tests.desk import sign_in


def test_text_and_logo_are_saved_and_stand_on_documents(
    office: Office, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    sign_in(office, "admin")
    card = LetterheadCard(jobs)
    qtbot.addWidget(card)
    card.show_settings(office.ask(settings.current))
    logo = tmp_path / "logo.png"
    QImage(40, 20, QImage.Format.Format_RGB32).save(str(logo))
    card.head.setText("Health line 12320")
    card.take_logo(str(logo))
    with qtbot.waitSignal(card.saved):
        card.save()
    found = office.ask(papers.letterhead)
    assert (found.head, found.logo) == ("Health line 12320", logo.read_bytes())
    assert not card.picture.pixmap().isNull()


def test_a_file_that_is_no_picture_is_refused_and_the_logo_stays(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    card = LetterheadCard(jobs)
    qtbot.addWidget(card)
    card.show_settings(Settings(report_foot="1 Main St"))
    (tmp_path / "x.png").write_text("no picture")
    for name in ("x.png", "absent.png"):
        with qtbot.waitSignal(card.refused):
            card.take_logo(str(tmp_path / name))
    assert card.foot.text() == "1 Main St"
    assert not card._save.isEnabled()


def test_a_logo_like_a_ruler_is_shown_within_the_card(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    card = LetterheadCard(jobs)
    qtbot.addWidget(card)
    QImage(6000, 2, QImage.Format.Format_RGB32).save(str(tmp_path / "line.png"))
    card.take_logo(str(tmp_path / "line.png"))
    assert card._save.isEnabled()
    assert 0 < card.picture.pixmap().width() <= 320
