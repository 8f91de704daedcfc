"""Quarters are put together at the terminal."""

import json

from tests.cli.test_campaign_draws import FRAME, TODAY


def test_two_quarters_are_told_together(run, tmp_path, capsys):
    path = tmp_path / "frame.csv"
    path.write_text(FRAME)
    run("campaigns", "import-frame", "Q1", str(path), "--any-institution")
    for name in ("A", "B"):
        form = ("--questionnaire", "short-phone")
        assert (
            run("campaigns", "draw", name, "--frame", "Q1", "--size", "4", "--begins", TODAY, "--window", "0", *form)
            == 0
        )
    capsys.readouterr()
    assert run("campaigns", "rolling", "A", "B", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {}  # nobody has answered
    assert run("campaigns", "rolling", "A", "--mode", "pigeon") == 2
