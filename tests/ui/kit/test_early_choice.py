from app.ui.kit.early_choice import EarlyChoice


def test_enter_opens_at_once_where_nothing_is_awaited():
    early = EarlyChoice()
    assert early.entered()
    assert early.answered() is None


def test_enter_before_the_answer_is_for_the_answer_and_once():
    early = EarlyChoice()
    early.asked()
    assert not early.entered()
    assert early.answered() == 0
    assert early.answered() is None
    assert early.entered()


def test_another_text_takes_the_enter_back():
    early = EarlyChoice()
    early.asked()
    early.entered()
    early.asked()
    assert early.answered() is None


def test_the_key_of_a_place_waits_like_enter():
    early = EarlyChoice()
    early.asked()
    early.entered(2)
    assert early.chosen
    assert early.answered() == 2
    assert not early.chosen
