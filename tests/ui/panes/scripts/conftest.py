"""A library of six scripts as a trainer sees it, in an English window whose jobs run at once."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.outside.script_files import sources
from app.outside.table_doors import write_table
from app.services.office import Office
from app.services.script_imports import ScriptText, import_scripts
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.world import ScriptsWorld
from tests.desk import NOON, opened, sign_in
from tests.fakes import FakeClock

_HEAD = """---
id: {key}
title: {{zh: {zh}, en: {en}}}
topic: {topic}
urgent: {urgent}
effective_to: {ends}
review_on: 2030-01-01
sources: [{{doc: Rule 8}}]
placeholders:
  clinic: {{type: choice, choices: [North, South], required: true}}
key_points:
  - {{id: k1, critical: true, zh: 带上证件, en: bring the card}}
  - {{id: k2, critical: false, zh: 早点来, en: come early}}
---
"""
_BODY = """## zh
到{clinic}去，带上证件，早点来。
## zh · plain
去{clinic}就行，带证件，早点来。
## en
Go to {clinic}, bring the card, come early.
## en · nurse
Send them to {clinic}; they bring the card and come early.
"""
KEYS = ("hpv", "flu", "bite", "booking", "old", "alone")


def text_of(key: str, zh: str, en: str, topic: str, **values: str) -> str:
    """The file of one script."""
    return _HEAD.format(key=key, zh=zh, en=en, topic=topic, **{"urgent": "false", "ends": "null", **values}) + _BODY


SCRIPTS = (
    text_of("hpv", "几岁打HPV疫苗", "Ages for the HPV vaccine", "consult/immunization/hpv"),
    text_of("flu", "流感疫苗谁要打", "Who needs the flu vaccine", "consult/immunization/flu"),
    text_of("bite", "被狗咬了怎么办", "Bitten by a dog", "consult/immunization/rabies", urgent="true"),
    text_of("booking", "怎么预约", "How to book", "appointment/outpatient"),
    text_of("old", "旧的规定", "The old rule", "appointment/outpatient", ends=(NOON + timedelta(hours=1)).isoformat()),
    text_of("alone", "没有归类的", "Without a place", ""),
)


@pytest.fixture(scope="session")
def six_scripts(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the six scripts, taken in once."""
    folder = tmp_path_factory.mktemp("library")
    with opened(template, folder, FakeClock(NOON)) as office:
        sign_in(office, "chen")
        texts = [ScriptText(f"{key}.md", text) for key, text in zip(KEYS, SCRIPTS, strict=True)]
        office.do(import_scripts, texts, publish=True)
    return folder / "onewindow.db"


@pytest.fixture
def office(template: Path, tmp_path: Path, clock: FakeClock, request: pytest.FixtureRequest) -> Iterator[Office]:
    """A desk with an empty library, or with the six scripts for who asks for `jobs`."""
    filled = "jobs" in request.fixturenames
    with opened(request.getfixturevalue("six_scripts") if filled else template, tmp_path, clock) as desk:
        yield desk


@pytest.fixture
def bare_jobs(office: Office, qapp) -> Iterator[Jobs]:
    """Jobs of a trainer with an empty library."""
    theme.of_app().apply(mode="light")
    languages.of_app().ensure("en")
    sign_in(office, "chen")
    found = Jobs(office, office.clock.now, executor=InlineExecutor())
    yield found
    found.close()
    languages.of_app().ensure("en")


@pytest.fixture
def jobs(bare_jobs: Jobs, clock: FakeClock) -> Jobs:
    """Jobs of a trainer with six scripts, one of which has ended."""
    clock.advance(timedelta(hours=2))
    return bare_jobs


@pytest.fixture
def change(office: Office) -> Callable[..., None]:
    """Write another version of a script as its trainer."""

    def changed(key: str, *, publish: bool = True) -> None:
        text = SCRIPTS[KEYS.index(key)].replace("早点来", "请早点来").replace("come early", "come very early")
        office.do(import_scripts, [ScriptText(f"{key}-new.md", text)], publish=publish)

    return changed


@pytest.fixture
def world(tmp_path: Path) -> ScriptsWorld:
    """The real reading of files, and a plain writing."""
    return ScriptsWorld(sources, write, write_table)


def write(path: Path, text: str) -> None:
    """Write a file."""
    path.write_text(text, encoding="utf-8")
