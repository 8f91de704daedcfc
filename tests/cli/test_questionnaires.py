"""Questionnaires on the line: without a database and without a person."""

import io
import json

import pytest

from app.cli import main

BROKEN = {
    "format": 1, "id": "x", "version": 1, "title": "X", "languages": ["en"], "key_items": [],
    "blocks": [{"id": "b", "title": "B", "items": [{"id": "q", "kind": "text", "text": "{nobody}?"}]}],
}  # fmt: skip
ALL_WELL = "\n1\n1\n1\n" + "1\n" * 10 + "2\n1\n9\n1\n\n2\n\n1\n"


def line(*words):
    return main(["--lang", "en", "questionnaires", *words])


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(BROKEN))
    return path


def test_a_file_with_errors_is_told_by_item_and_refused(broken, capsys):
    assert line("check", str(broken)) == 1
    told = capsys.readouterr()
    assert f"{broken}:q: undefined: " in told.out
    assert "(nobody)" in told.out
    assert "not usable" in told.err
    assert line("check", str(broken), "--json") == 1
    found = json.loads(capsys.readouterr().out)[0]
    assert found["remarks"] == [{"at": "q", "remark": "undefined", "about": "nobody", "error": True}]


def test_one_that_loops_is_told_with_its_place_and_cannot_be_started(broken, capsys):
    loops = json.loads(json.dumps(BROKEN))
    single = {"kind": "single", "options": [{"code": code, "text": code, "step": 1} for code in ("yes", "no")]}
    loops["blocks"][0]["items"] = [
        {"id": "q1", "kind": "text", "text": "Say"},
        {"id": "q2", "text": "Again?", **single, "skip": [{"on": ["yes"], "to": "q1"}]},
    ]
    broken.write_text(json.dumps(loops))
    assert line("check", str(broken)) == 1
    assert f"{broken}:q2: loop: a skip leads back: skips lead forward only (q1 → q2 → q1)" in capsys.readouterr().out
    assert line("try", str(broken)) == 1
    assert "1 errors that would spoil interviews" in capsys.readouterr().err


def test_a_sound_file_passes_and_an_unreadable_one_is_told(broken, capsys):
    broken.write_text(json.dumps(BROKEN).replace("{nobody}", "Say"))
    assert line("check", str(broken)) == 0
    broken.write_text("{")
    assert line("check", str(broken)) == 1
    assert "cannot be used: at 1:2" in capsys.readouterr().out
    assert line("check", str(broken), "--json") == 1
    assert json.loads(capsys.readouterr().out)[0]["usable"] is False
    broken.write_bytes(b'{"title": "\xb5\xc4"}')
    assert line("check", str(broken)) == 2


def test_a_questionnaire_is_listed_and_shown_with_its_logic(capsys):
    assert line("list") == 0
    assert "\t2\t30716890\tzh_CN, en\t23\tShort telephone survey" in capsys.readouterr().out
    assert line("show", "hospital-stay") == 0
    told = capsys.readouterr().out
    assert "q12* [Yes or no]" in told
    assert "no → q14" in told
    assert line("show", "inpatient-national", "--json") == 0
    assert json.loads(capsys.readouterr().out)["id"] == "inpatient-national"
    assert line("show", "nobody") == 1


def test_an_interview_is_tried_to_its_end(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(ALL_WELL))
    assert line("try", "short-phone", "--in", "en", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["over"], found["completeness"], found["key_share"]) == (True, "complete", 1)
    assert found["codes"]["rating"] == 9
    assert found["codes"]["forward"] == "8"
    assert found["cases"] == []


def test_a_low_score_is_asked_for_its_reason_and_opens_a_case(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("\n1\n1\n1\n7\n5\nrude\n"))
    assert line("try", "short-phone", "--fields", "kind=outpatient") == 0
    told = capsys.readouterr()
    assert "There is no such option" in told.err
    assert "Ask for the reason" in told.err
    assert "attitude\tvery_dissatisfied" in told.out
    assert "bad_manner\tcomplaint.attitude\tnormal\t5bd\tFalse" in told.out
    assert "Broken off" in told.err


def test_a_hard_check_says_in_its_own_words_what_cannot_be(broken, monkeypatch, capsys):
    nights = {"id": "nights", "kind": "number", "text": {"en": "Nights?"}, "min": 0, "max": 90}
    meals = {"id": "meals", "kind": "number", "text": {"en": "Meals?"}, "min": 0, "max": 300}
    contradicted = {"all": [{"item": "nights", "at_most": 1}, {"item": "meals", "at_least": 10}]}
    check = {"id": "many", "at": "meals", "hard": True, "when": contradicted, "text": {"en": "{meals} in a night?"}}
    block = {"id": "a", "title": {"en": "Stay"}, "items": [nights, meals]}
    whole = {**BROKEN, "blocks": [block], "key_items": ["nights"], "checks": [check], "triggers": [], "measures": []}
    broken.write_text(json.dumps(whole))
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n12\n3\n"))
    assert line("try", str(broken), "--in", "en") == 0
    told = capsys.readouterr()
    assert "in a night?" in told.err
    assert "Contradicts another answer" not in told.err
    assert "meals\t3" in told.out


def test_a_published_version_counts_and_paper_is_kept_with_its_mode(run, tmp_path, monkeypatch, capsys):
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    capsys.readouterr()
    assert run("questionnaires", "show", "inquiry-satisfaction", "--json") == 0
    whole = json.loads(capsys.readouterr().out)
    whole["title"]["en"] = "After an inquiry, shorter"
    path = tmp_path / "after.json"
    path.write_text(json.dumps(whole))
    assert run("questionnaires", "publish", str(path)) == 0
    assert "version 101" in capsys.readouterr().err
    assert run("questionnaires", "published", "--json") == 0
    found = {one["id"]: (one["version"], one["by"]) for one in json.loads(capsys.readouterr().out)}
    assert (found["inquiry-satisfaction"], found["outpatient"]) == ((101, "Root"), (2, None))
    assert run("questionnaires", "published") == 0
    assert "as shipped" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("\n1\n1\n1\n4\ncold\n1\n2\n\n2\n\n"))
    assert run("questionnaires", "enter", "inquiry-satisfaction", "--institution", "U01", "--day", "2026-03-01") == 0
    assert "findings opened: 1" in capsys.readouterr().err
    assert run("questionnaires", "publish", str(tmp_path / "key")) == 1


def test_one_with_errors_is_not_published_and_each_error_is_told_with_its_place(run, broken, capsys):
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    capsys.readouterr()
    whole = json.loads(broken.read_text())
    whole["blocks"][0]["items"].append({"id": "q2", "kind": "text", "text": "{somebody}?"})
    broken.write_text(json.dumps(whole))
    assert run("questionnaires", "publish", str(broken)) == 1
    told = capsys.readouterr()
    assert f"{broken}:q: undefined: " in told.out
    assert f"{broken}:q2: undefined: " in told.out
    assert "not usable before its errors are mended" in told.err
    assert run("questionnaires", "published", "--json") == 0
    assert "x" not in {one["id"] for one in json.loads(capsys.readouterr().out)}
