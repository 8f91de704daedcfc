"""What was settled of the accounts of this computer, in sentences."""

from app.ui.kit import languages
from app.ui.panes.settings.settled_words import settled_words


def test_it_says_who_is_closed_and_who_is_the_centers(qapp) -> None:
    languages.of_app().use("en")
    assert settled_words((), ()) == []
    closed, taken_over = settled_words(("owner", "wang"), ("chief",))
    assert closed.startswith("Accounts of this computer that are closed at the center: owner, wang.")
    assert taken_over == "Accounts that are the center's now, with its passwords: chief."
