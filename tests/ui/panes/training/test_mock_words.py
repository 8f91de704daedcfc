"""Every text of a mock call is there in the language of the window."""

from app.ui.kit import languages
from app.ui.panes.training.mock_words import MockWords


def test_every_text_is_there_in_both_languages(qapp) -> None:
    languages.of_app().use("en")
    english = MockWords().all()
    languages.of_app().use("zh_CN")
    chinese = MockWords().all()
    languages.of_app().use("en")
    assert all(english.values())
    assert all(chinese[name] != english[name] for name in english)
