import pytest

from app.models.durations import parse
from app.ui.kit import languages
from app.ui.parts.duration_words import DurationWords


@pytest.mark.parametrize(
    ("written", "english", "chinese"),
    [
        ("same_day", "the same day", "当日"),
        ("1bd", "1 business day", "1 个工作日"),
        ("2bd", "2 business days", "2 个工作日"),
        ("5d", "5 calendar days", "5 个自然日"),
        ("30bmin", "30 working minutes", "30 分钟（工作时间）"),
        ("8bh", "8 working hours", "8 小时（工作时间）"),
        ("15s", "15 seconds", "15 秒"),
        ("3min", "3 minutes", "3 分钟"),
        ("24h", "24 hours", "24 小时"),
    ],
)
def test_a_duration_is_said_as_people_say_it(qapp: object, written: str, english: str, chinese: str) -> None:
    languages.of_app().use("en")
    words = DurationWords()
    assert words.say(parse(written)) == english
    languages.of_app().use("zh_CN")
    assert words.say(parse(written)) == chinese
    languages.of_app().use("en")
