"""Errors of keys belong to the families by what a person can do about them."""

from app.models import key_errors
from app.models.errors import CannotNow, FieldWrong, WorldFailed

TYPED = {"KeyChoiceUnclear", "KeyCommandNeedsShell", "PassphraseTooShort"}


def _errors() -> dict[str, type]:
    return {
        name: kind for name, kind in vars(key_errors).items() if getattr(kind, "__module__", "") == key_errors.__name__
    }


def test_what_was_typed_wrong_is_shown_beside_its_field():
    typed = {name for name, kind in _errors().items() if issubclass(kind, FieldWrong)}
    assert typed == TYPED | {"RecoveryIncomplete", "RecoveryLetterWrong", "RecoveryMistyped"}


def test_every_other_error_is_the_worlds_or_the_situations():
    assert all(issubclass(kind, FieldWrong | WorldFailed | CannotNow) for kind in _errors().values())
    assert len(_errors()) > 20
