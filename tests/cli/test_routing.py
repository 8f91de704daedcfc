"""Routing on the line."""

import json

RULES = {
    "format": 1,
    "rules": [
        {"name": "Fees", "when": {"any_words": ["收费", "bill"]}, "unit": "U01"},
        {"name": "Bills", "when": {"any_words": ["bill"], "channels": ["email"]}, "unit": "U01"},
    ],
}
TABLE = (
    "opened_at,channel,category,unit,summary,state\n"
    "2026-03-01T09:00:00+08:00,phone_in,complaint,U01,乱收费,closed\n"
    "2026-03-01T10:00:00+08:00,email,complaint,U02,a bill,closed\n"
    "2026-03-01T11:00:00+08:00,email,consult,U02,hpv,closed\n"
)


def _filled(run, tmp_path):
    (tmp_path / "past.csv").write_text(TABLE)
    (tmp_path / "units.csv").write_text("code,name\nU01,One\nU02,Two\n")
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(RULES))
    assert run("units", "import", str(tmp_path / "units.csv")) == 0
    assert run("inquiries", "import", str(tmp_path / "past.csv")) == 0
    return rules


def test_rules_are_tried_on_the_past_published_and_printed(run, tmp_path, capsys):
    rules = _filled(run, tmp_path)
    capsys.readouterr()
    assert run("routing", "test", str(rules), "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [found[name] for name in ("looked", "fired", "judged", "agreed")] == [3, 2, 2, 1]
    assert found["rules"][0]["otherwise"] == {"U02": 1}
    assert found["findings"] == [{"rule": "Bills", "remark": "dead", "others": ["Fees"]}]
    assert run("routing", "publish", str(rules)) == 0
    assert "can never fire" in capsys.readouterr().err
    assert run("routing", "export") == 0
    assert json.loads(capsys.readouterr().out)["rules"] == RULES["rules"]


def test_rules_that_could_not_be_published_are_told_with_the_reason(run, tmp_path, capsys):
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(RULES))
    assert run("routing", "test", str(rules)) == 1
    assert "U01" in capsys.readouterr().err
    assert run("routing", "publish", str(rules)) == 1
    rules.write_text("{")
    assert run("routing", "test", str(rules)) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_where_an_inquiry_goes_is_told_with_its_reason(run, tmp_path, capsys):
    rules = _filled(run, tmp_path)
    assert run("routing", "explain", "--text", "a bill") == 0
    assert "No suggestion" in capsys.readouterr().err
    assert run("routing", "fit", "--json") == 0
    assert json.loads(capsys.readouterr().out)["examples"] == 3
    assert run("routing", "explain", "--category", "consult", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["by"], found["unit"]) == ("learned", "U02")
    assert run("routing", "publish", str(rules)) == 0
    assert run("routing", "explain", "--text", "a bill") == 0
    said = capsys.readouterr()
    assert (said.out, "“Fees”" in said.err) == ("U01\n", True)


def test_a_batch_is_answered_line_by_line_in_its_order(run, tmp_path, capsys):
    assert run("routing", "publish", str(_filled(run, tmp_path))) == 0
    capsys.readouterr()
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": 7, "text": "hello"}\n\n{"id": 8, "text": "乱收费", "channel": "email"}\n')
    assert run("routing", "explain", "--batch", str(batch)) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["id"], one["by"], one["unit"]) for one in found] == [(7, "nothing", ""), (8, "rule", "U01")]
    batch.write_text('{"text": "no id"}\n')
    assert run("routing", "explain", "--batch", str(batch)) == 2
    assert run("routing", "explain") == 2


def test_routed_right_first_time_is_printed_with_what_is_left_out(run, capsys):
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    capsys.readouterr()
    assert run("routing", "right", "--from", "2026-03-01", "--to", "2026-03-31") == 0
    assert "– (0 of 0)" in capsys.readouterr().out
    assert run("routing", "right", "--from", "2026-03-01", "--to", "2026-03-31", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["share"], found["rows"], found["excluded"]["waiting"]) == (None, [], 0)
