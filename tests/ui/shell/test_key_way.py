"""Whoever wants another key signs out first; what cannot be saved keeps the desk, and the key."""


def test_typing_that_cannot_be_saved_keeps_the_desk_and_no_key_is_changed_later(seated, monkeypatch):
    monkeypatch.setattr(seated.desk, "unsaved", lambda: 2)
    seated.desk.key_change_wanted.emit()
    assert seated.desk.person.name == "wang"
    monkeypatch.setattr(seated.desk, "unsaved", lambda: 0)
    seated.leave()
    assert seated.reception.isVisible()
    assert seated.seat._key_way.renewal is None
