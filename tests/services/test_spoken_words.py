"""What calls wait for is said with who speaks it, and plainly where nobody does."""

from app.models.retry_rules import Hindrance
from app.services import spoken_words
from app.services.callback_languages import Awaited, Spoken


def test_a_language_is_named_in_the_words_of_the_window_with_who_speaks_it() -> None:
    found = [Awaited("Cantonese", ("Li", "Wang"), 3), Awaited("zh_CN", (), 1)]
    assert spoken_words.lines(found, "en") == [
        "Cantonese: 3, spoken by Li, Wang",
        "Mandarin Chinese: 1, nobody here speaks it",
    ]
    assert spoken_words.speakers(Spoken("Cantonese", ()), "zh_CN") == "目前无人会说"


def test_what_calls_wait_for_names_who_ends_it_unless_time_does() -> None:
    assert spoken_words.waiting(Hindrance.SUPERVISOR, "en") == "Waits for the supervisor: the list of Alt+R"
    assert spoken_words.waiting(Hindrance.SUPERVISOR, "zh_CN") == "等待班长处理：见 Alt+R 的列表"
    assert spoken_words.waiting(Hindrance.RESTING, "en") == "Rests after the last outcome"


def test_where_not_all_that_wait_were_counted_it_is_said_that_there_are_more() -> None:
    assert spoken_words.how_many(10_000, "en", cut=True) == "10,000+"
    assert spoken_words.how_many(10_000, "zh_CN", cut=True) == "10,000 以上"
    assert spoken_words.how_many(10_000, "zh_CN", cut=False) == "10000"
