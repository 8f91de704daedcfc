"""A published definition is one row, however often and wherever it is published."""

from app.services.office import Office, View, Work
from app.store import forms


def stored(view: View) -> list[tuple[str, int, str]]:
    return forms.published(view.rows)


def publish(work: Work, version: int, text: str) -> bytes:
    return forms.publish(work.tx, "desk", version, text)


def test_a_definition_comes_back_as_it_was_published(office: Office) -> None:
    office.do(publish, 1, '{"长": 1}')
    assert office.ask(stored) == [("desk", 1, '{"长": 1}')]


def test_the_same_text_published_twice_is_one_row(office: Office) -> None:
    first = office.do(publish, 1, "{}").value
    assert office.do(publish, 1, "{}").value == first
    assert len(office.ask(stored)) == 1
