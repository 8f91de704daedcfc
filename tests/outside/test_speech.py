"""A voice is looked for when it is switched on, and a computer without one is silent."""

import subprocess
import sys

from app.outside.speech import Voice


def test_no_part_of_qt_is_loaded_before_somebody_wants_to_hear() -> None:
    code = "import sys; from app.outside.speech import Voice; Voice(); print('PySide6.QtTextToSpeech' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


class Engine:
    """A voice that notes what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def stop(self) -> None:
        self.told.append("stop")

    def setLocale(self, locale: str) -> None:  # noqa: N802 - as Qt names it
        self.told.append(locale)

    def say(self, text: str) -> None:
        self.told.append(text)


def with_voice(**locales: str) -> tuple[Voice, Engine]:
    voice, engine = Voice(), Engine()
    voice._looked, voice._engine, voice._locales = True, engine, dict(locales)
    return voice, engine


def test_a_sentence_takes_the_place_of_the_one_before() -> None:
    voice, engine = with_voice(zh="zh_CN")
    assert voice.say("您好", "zh")
    assert engine.told == ["stop", "zh_CN", "您好"]
    voice.stop()
    assert engine.told[-1] == "stop"


def test_a_language_without_a_voice_stays_silent() -> None:
    voice, engine = with_voice(en="en_US")
    assert not voice.can_speak("zh")
    assert not voice.say("您好", "zh")
    assert engine.told == []


def test_a_computer_without_any_voice_is_silent(qapp, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    voice = Voice()
    assert not voice.can_speak("en")
    voice.stop()
    assert not voice.say("Hello", "en")
