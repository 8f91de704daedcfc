"""What an import of scripts would do, line by line, before anything is written; by the very code that imports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.models.accounts import Permission
from app.services.office import View
from app.services.script_imports import (
    ImportReport,
    ScriptSource,
    _Import,  # pyright: ignore[reportPrivateUsage] - the same reading and the same decisions, or the preview would lie
)


@dataclass(frozen=True)
class Preview:
    """What would become of every script and every refused row. ``titles`` are (Chinese, English) by key."""

    report: ImportReport
    titles: Mapping[str, tuple[str, str]]

    def title(self, key: str, language: str) -> str:
        """Return a script's title in a language of the program, else in the other one, else its key."""
        chinese, english = self.titles.get(key, ("", ""))
        first, second = (chinese, english) if language.startswith("zh") else (english, chinese)
        return first or second or key


def preview_scripts(
    view: View, sources: Iterable[ScriptSource], *, publish: bool = False, columns: Mapping[str, str] | None = None
) -> Preview:
    """Return what importing would do. Raises ``NotAllowed``; a bad file or row is a line of the report."""
    view.require(Permission.WRITE_SCRIPTS)
    run = _Import(view, publish=publish)
    for source in sources:
        run.read(source, columns or {})
    run.decide()
    pending = run._pending  # pyright: ignore[reportPrivateUsage]
    titles = {key: (one.script.title.get("zh", ""), one.script.title.get("en", "")) for key, one in pending.items()}
    return Preview(ImportReport(tuple(run.lines), tuple(run.notes)), titles)
