"""Every text of the command line is there in both languages, with the same facts."""

import json
import re
from importlib.resources import files

from app.cli.words import say, speak


def test_every_text_is_complete_in_both_languages() -> None:
    table = json.loads(files("resources").joinpath("i18n/cli.json").read_text(encoding="utf-8"))
    for key, texts in table.items():
        assert set(texts) == {"en", "zh_CN"}, key
        facts = [sorted(re.findall(r"(?<!{){(\w+)}", text)) for text in texts.values()]
        assert facts[0] == facts[1], key


def test_a_language_is_kept_until_another_one_is_asked_for() -> None:
    assert speak("zh_CN") == "zh_CN"
    assert speak(None) == "zh_CN"
    assert say("nothing") == "没有匹配的内容。"
    assert speak("en") == "en"
    assert say("accounts.added", name="li") == "Created li."
