"""The voice of the world, or silence."""

from app.services import speaking
from app.services.office import Office


def test_a_world_without_a_voice_is_silent(office: Office) -> None:
    voice = office.ask(speaking.voice)
    assert not voice.can_speak("zh")
    assert not voice.say("您好", "zh")
    voice.stop()
    assert isinstance(voice, speaking.Silence)


def test_the_voice_of_the_world_is_handed_over(office: Office) -> None:
    class Loud(speaking.Silence):
        def can_speak(self, language: str) -> bool:
            return language == "zh"

    office.outside["voice"] = Loud()
    assert office.ask(speaking.voice).can_speak("zh")
