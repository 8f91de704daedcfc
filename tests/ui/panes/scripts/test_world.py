"""What the pane needs of the world outside fits what stands outside."""

from pathlib import Path

from app.outside.script_files import sources
from app.outside.table_doors import write_table
from app.services.script_imports import ScriptText
from app.ui.panes.scripts.world import ScriptsWorld


def test_the_reading_of_files_fits(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("text", encoding="utf-8")
    world = ScriptsWorld(sources, Path.write_text, write_table)  # type: ignore[arg-type]
    assert list(world.read_sources([tmp_path])) == [ScriptText("a.md", "text")]
    world.write_text(tmp_path / "b.md", "out")
    assert (tmp_path / "b.md").read_text() == "out"
