"""The source documents of an opened script as buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.models.script_documents import Document
from app.ui.kit import languages
from app.ui.parts.reader_documents import ReaderDocuments, size_text
from tests.desk import NOON
from tests.house.widgets import complaints

RULE = Document("ab", "rule 8 & 9.pdf", 1_300_000, NOON)
LONG = Document("cd", "n" * 80 + ".pdf", 10, NOON)


@pytest.fixture
def documents(qtbot) -> ReaderDocuments:
    made = ReaderDocuments()
    qtbot.addWidget(made)
    return made


def buttons(documents: ReaderDocuments) -> list[QPushButton]:
    return [one for one in documents.findChildren(QPushButton) if not one.isHidden()]


def test_each_document_has_its_button(documents: ReaderDocuments, qtbot) -> None:
    documents.show_documents((RULE, LONG))
    first, second = buttons(documents)
    assert (first.text(), first.accessibleName()) == (
        "Source document: rule 8 && 9.pdf",
        "Source document: rule 8 & 9.pdf",
    )
    assert len(second.text()) < 70
    assert complaints(documents) == []
    with qtbot.waitSignal(documents.wanted) as wanted:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert wanted.args == ["cd"]


def test_no_document_shows_nothing_and_opens_nothing(documents: ReaderDocuments, qtbot) -> None:
    documents.show_documents((RULE,))
    with qtbot.waitSignal(documents.wanted) as wanted:
        assert documents.open_first()
    assert wanted.args == ["ab"]
    documents.show_documents(())
    assert (documents.isHidden(), buttons(documents), documents.open_first()) == (True, [], False)


def test_the_words_follow_the_window(documents: ReaderDocuments, qtbot) -> None:
    documents.show_documents((RULE,))
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: buttons(documents)[0].text().startswith("依据文件"))
    assert size_text(1_300_000) == "1.2 MB"
