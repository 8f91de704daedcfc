"""Speech: words aloud by a voice of this computer. Qt's engine is loaded when somebody switches it on, never before."""

from typing import Any

#: An engine of Qt for tests, which makes no sound.
_SILENT = "mock"


class Voice:
    """What a mock caller speaks with; lives on the window's thread. It never waits for the end of a sentence."""

    def __init__(self) -> None:
        self._engine: Any = None
        self._looked = False
        self._locales: dict[str, Any] = {}

    def can_speak(self, language: str) -> bool:
        """Say whether a voice of a language (zh, en) is installed."""
        self._look()
        return language in self._locales

    def say(self, text: str, language: str) -> bool:
        """Begin to say something, in place of what is being said; False where no voice speaks the language."""
        if not self.can_speak(language):
            return False
        self._engine.stop()
        self._engine.setLocale(self._locales[language])
        self._engine.say(text)
        return True

    def stop(self) -> None:
        """Be silent."""
        if self._engine is not None:
            self._engine.stop()

    def _look(self) -> None:
        if self._looked:
            return
        self._looked = True
        try:
            from PySide6.QtCore import QLocale
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:  # a Linux without libpulse, for example: there is no voice then
            return
        engines = [name for name in QTextToSpeech.availableEngines() if name != _SILENT]
        if not engines:
            return
        self._engine = QTextToSpeech(engines[0])
        wanted = {"zh": QLocale.Language.Chinese, "en": QLocale.Language.English}
        for locale in self._engine.availableLocales():
            for language, code in wanted.items():
                if locale.language() == code:
                    self._locales.setdefault(language, locale)
