from pathlib import Path

import pytest

from app.ui.shell.pane_specs import PANES
from app.ui.shell.tour import run_tour


def missing_panes() -> list[str]:
    root = Path(__file__).resolve().parents[3] / "app" / "ui" / "panes"
    return [spec.id for spec in PANES if not (root / spec.id / "pane.py").exists()]


@pytest.mark.skipif(bool(missing_panes()), reason="a pane is not installed")
def test_the_tour_leaves_a_picture_of_every_step(tmp_path, doors, house):
    house.demo = True
    count = run_tour(doors, tmp_path / "shots", languages=["zh_CN"], themes=["dark"])
    pictures = sorted(one.name for one in (tmp_path / "shots").iterdir())
    assert count == len(pictures) == 32
    assert pictures[0] == "01-sign-in-zh_CN-dark-1280x720.png"
    assert min(one.stat().st_size for one in (tmp_path / "shots").iterdir()) > 5000
