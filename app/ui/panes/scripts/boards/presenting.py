"""What the boards show, decided without Qt."""

from app.scripts_library.script import Script


def title_of(script: Script, language: str) -> str:
    """Return a script's title in a language of the window, else in another, else its key."""
    return script.title_in("zh" if language.startswith("zh") else "en") or script.key
