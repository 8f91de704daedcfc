"""Answers of the demo that hold for a few weeks: each ended and was followed by the next one, once too late."""

from datetime import timedelta
from typing import Any

from app.models.accounts import Person
from app.services import script_imports
from app.services.demo_surveys import acting
from app.services.demo_texts import table
from app.services.office import Work
from app.services.script_imports import ScriptText

_HEAD = """---
id: {id}
version: {number}
title: {{zh: "{title_zh}", en: "{title_en}"}}
topic: {topic}
tags: [sample]
risk: normal
owner: sample
state: approved
effective_from: {begins}
effective_to: {ends}
sources:
  - {{doc: "Sample: replace with your own approved document（示例：请换成本地审定的文件）"}}
key_points:
  - {{id: k1, critical: true, zh: "{zh}", en: "{en}"}}
---
## zh
### 开头 / say
{zh}
## en
### say
{en}
"""


def fill(work: Work, trainer: Person) -> int:
    """Publish each version in the name of the trainer on the day on which it was written; return how many."""
    told = [(version["ago"], number, notice, version) for notice in table("notices")["notices"]
            for number, version in enumerate(notice["versions"], 1)]  # fmt: skip
    for days, number, notice, version in sorted(told, key=_oldest_first):
        desk = acting(work, trainer, work.now - timedelta(days=days))
        source = ScriptText(f"{notice['id']}.md", _text(desk, number, notice, version))
        script_imports.import_scripts(desk, [source], publish=True)
    acting(work, trainer, work.now)
    return len(told)


def _oldest_first(one: tuple[int, int, dict[str, Any], dict[str, Any]]) -> tuple[int, str]:
    return -one[0], one[2]["id"]


def _text(work: Work, number: int, notice: dict[str, Any], version: dict[str, Any]) -> str:
    ends = work.now + timedelta(days=version["ago"] - version["until"])
    title = notice["title"]
    return _HEAD.format(
        id=notice["id"], number=number, title_zh=title["zh"], title_en=title["en"], topic=notice["topic"],
        begins=work.now.date().isoformat(), ends=ends.date().isoformat(), zh=version["zh"], en=version["en"],
    )  # fmt: skip
