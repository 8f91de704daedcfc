"""A station of a former program and one of today work at one hub, each under its own code."""

import subprocess
from pathlib import Path

import pytest

from benchmarks import releases
from benchmarks.releases import FORMER, ROOT, NotTheSame, Program
from tests.servers import Server


def test_what_only_one_of_two_has_is_named_and_a_program_that_fails_is_quoted(tmp_path: Path) -> None:
    with pytest.raises(NotTheSame, match="nothing there"):
        Program(ROOT).run("raise SystemExit('nothing there')")
    with pytest.raises(NotTheSame, match="zone"):
        Program(ROOT).at(tmp_path / "one.db", ("change", {"zone": 1}))
    shown = Program(ROOT).at(tmp_path / "two.db", ("write", {"said": "x"}), "state")["shown"]
    assert [one.split()[1:] for one in shown] == [["x", "dispatched"]]


@pytest.mark.long
def test_a_former_program_and_todays_hold_and_show_the_same_at_a_hub_of_either(server: Server) -> None:
    known = ["git", "rev-parse", "--quiet", "--verify", f"{FORMER}^{{commit}}"]
    if subprocess.run(known, cwd=ROOT, capture_output=True, check=False).returncode:
        pytest.skip("the history of this repository does not reach that far")
    with releases.former(FORMER) as old:
        assert len(list(releases.play(server, old, Program(ROOT)))) == 2
