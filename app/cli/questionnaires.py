"""``questionnaires``: check, show and try one without a database; publish one, and type in what came on paper."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say, speak

if TYPE_CHECKING:
    from app.models.interviews import Interview
    from app.models.questionnaire_answers import Given, Trouble
    from app.models.questionnaires import Item, Questionnaire
    from app.services.questionnaires import Checked

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_LANGUAGE = click.option("--in", "language", default="", help=say("questionnaires.language"))


@click.group(help=say("questionnaires"))
def questionnaires() -> None:
    """Questionnaires."""


@questionnaires.command("check", help=say("questionnaires.check"))
@click.argument("paths", nargs=-1, required=True, type=_FILE)
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def check(paths: tuple[Path, ...], *, as_json: bool) -> int:
    """Print what is wrong with files; exit 1 where one may not be used."""
    found = [_checked(path) for path in paths]
    if as_json:
        print_json([_as_json(path, one) for path, one in zip(paths, found, strict=True)])
    else:
        for path, one in zip(paths, found, strict=True):
            _print_remarks(path, one)
    return 0 if all(not isinstance(one, tuple) and one.is_usable for one in found) else 1


def _checked(path: Path) -> "Checked | tuple[str, str]":
    """Return a file checked, or the sentences that say why it cannot be read."""
    from app.models.errors import AppError
    from app.services.questionnaires import checked
    from app.services.wording import sentence

    try:
        return checked(_read(path), file=path.name)
    except AppError as error:
        return sentence(error, speak(None))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.BadParameter(say("questionnaires.not_utf8", file=path.name)) from error


def _as_json(path: Path, found: "Checked | tuple[str, str]") -> dict[str, Any]:
    if isinstance(found, tuple):
        return {"file": str(path), "usable": False, "refused": " ".join(found), "remarks": []}
    remarks = [
        {"at": one.at, "remark": one.remark.value, "about": one.about, "error": one.is_error} for one in found.remarks
    ]
    whole = found.questionnaire
    facts = {"id": whole.id, "version": whole.version, "items": len(whole.items)}
    return {"file": str(path), **facts, "usable": found.is_usable, "refused": None, "remarks": remarks}


def _print_remarks(path: Path, found: "Checked | tuple[str, str]") -> None:
    from app.services.wording import label

    if isinstance(found, tuple):
        click.echo(f"{path}: {found[0]}")
        tell(found[1])
        return
    for one in found.remarks:
        word = label("questionnaire_remark", one.remark, speak(None))
        click.echo(f"{path}:{one.at}: {one.remark.value}: {word}" + (f" ({one.about})" if one.about else ""))
    whole = found.questionnaire
    key = "questionnaires.usable" if found.is_usable else "questionnaires.not_usable"
    tell(say(key, file=path.name, name=whole.id, version=whole.version, items=len(whole.items)))


def _questionnaire(name: str, *, to_ask: bool = False) -> "Questionnaire":
    """Return a questionnaire by the path of its file or the name of one that ships; ``to_ask``: it must be usable."""
    from app.services.questionnaires import checked, named, usable

    path = Path(name)
    if path.suffix == ".json" or path.exists():
        if not path.is_file():
            raise click.BadParameter(name, param_hint="NAME")
        found = checked(_read(path), file=path.name)
        return usable(found) if to_ask else found.questionnaire
    return named(name)


@questionnaires.command("list", help=say("questionnaires.list"))
def list_questionnaires() -> int:
    """Print the questionnaires that ship."""
    from app.models.questionnaires import in_language
    from app.services.questionnaires import mark, shipped

    for one in shipped():
        title = in_language(one.title, speak(None))
        click.echo(f"{one.id}\t{one.version}\t{mark(one)}\t{', '.join(one.languages)}\t{len(one.items)}\t{title}")
    return 0


@questionnaires.command("show", help=say("questionnaires.show"))
@click.argument("name")
@_LANGUAGE
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def show(name: str, language: str, *, as_json: bool) -> int:
    """Print a questionnaire with its logic."""
    from app.models.questionnaires import in_language

    whole = _questionnaire(name)
    if as_json:
        print_json(whole.raw)
        return 0
    spoken = language or speak(None)
    click.echo(f"{in_language(whole.title, spoken)} ({whole.id} {whole.version})")
    for block in whole.blocks:
        click.echo(f"\n{in_language(block.title, spoken)}")
        for item in block.items:
            _print_item(whole, item, spoken)
    return 0


def _print_item(whole: "Questionnaire", item: "Item", language: str) -> None:
    from app.models.questionnaires import in_language
    from app.services.wording import label

    marks = "*" if item.id in whole.key_items else ""
    click.echo(f"  {item.id}{marks} [{label('item_kind', item.kind, speak(None))}] {in_language(item.text, language)}")
    _print_options(item, language, "      ")
    for skip in item.skips:
        click.echo(f"      {', '.join(skip.on)} → {skip.to}")


def _print_options(item: "Item", language: str, before: str) -> None:
    from app.models.questionnaire_keys import key_of
    from app.models.questionnaires import in_language

    for place, one in enumerate(item.options):
        click.echo(f"{before}{key_of(place)}  {in_language(one.text, language)}")
    if item.never is not None:
        click.echo(f"{before}/  {in_language(item.never, language)}")


@questionnaires.command("try", help=say("questionnaires.try"))
@click.argument("name")
@_LANGUAGE
@click.option("--fields", default="", help=say("questionnaires.fields"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def try_out(name: str, language: str, fields: str, *, as_json: bool) -> int:
    """Ask the items at the terminal, answered by keys, until the end; then print what the answers count as."""
    from app.models.interviews import interview

    whole = _questionnaire(name, to_ask=True)
    about = dict(part.split("=", 1) for part in fields.split(",") if "=" in part)
    log: list[Given] = []
    while not (state := interview(whole, log, about)).is_over:
        given = _ask(state, language or speak(None), as_json=as_json)
        if given is None:
            break
        log.append(given)
    _print_result(interview(whole, log, about), as_json=as_json)
    return 0


@questionnaires.command("publish", help=say("questionnaires.publish"))
@click.argument("path", type=_FILE)
def publish(path: Path) -> int:
    """Publish a file as the newest version of its questionnaire; one with errors is refused, each told by its place."""
    from app.services import questionnaires as service

    found = _checked(path)
    if not isinstance(found, tuple) and not found.is_usable:
        _print_remarks(path, found)
        return 1
    with the_desk().house() as house:
        number = house.office.do(service.publish, _read(path), file=path.name).value
    tell(say("questionnaires.published", file=path.name, version=number))
    return 0


@questionnaires.command("published", help=say("questionnaires.published_list"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def published(*, as_json: bool) -> int:
    """Print which version of each questionnaire counts at this desk, and who published it."""
    from app.services import questionnaires as service

    rows: list[dict[str, Any]] = []
    with the_desk().house() as house:
        for one in house.office.ask(service.listed):
            known = house.office.ask(service.versions, one.questionnaire.id)
            newest = known[0] if known else None
            facts = {"by": newest.by if newest else None, "at": newest.at if newest else None}
            told = service.mark(one.questionnaire)
            rows.append({"id": one.questionnaire.id, "version": one.questionnaire.version, "mark": told, **facts})
    if as_json:
        print_json(rows)
        return 0
    for row in rows:
        click.echo("\t".join((row["id"], str(row["version"]), row["mark"], row["by"] or say("questionnaires.ships"))))
    return 0


@questionnaires.command("enter", help=say("questionnaires.enter"))
@click.argument("name")
@click.option("--mode", type=click.Choice(["paper", "face_to_face"]), default="paper", help=say("questionnaires.mode"))
@click.option("--institution", default="", help=say("questionnaires.institution"))
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help=say("questionnaires.day"))
@click.option("--fields", default="", help=say("questionnaires.fields"))
@_LANGUAGE
def enter(name: str, mode: str, *, institution: str, day: datetime | None, fields: str, language: str) -> int:
    """Type in the answers of a paper or of a talk face to face; they are kept, with their mode."""
    from app.models.interview_records import Asked, SurveyMode
    from app.services import interview_calls, interviews
    from app.services import questionnaires as service

    desk = the_desk()
    with desk.house() as house:
        office = house.office
        whole = office.ask(service.current, name)
        about = dict(part.split("=", 1) for part in fields.split(",") if "=" in part)
        day_text = day.date().isoformat() if day else ""
        spoken = language or desk.language
        asked = Asked(name, whole.version, SurveyMode(mode), spoken, institution, institution, day_text, fields=about)
        row = office.do(interviews.begin, asked).value
        state = office.ask(interviews.standing, row).state
        while not state.is_over and (given := _ask(state, spoken, as_json=False)) is not None:
            state = office.do(interviews.answer, row, given).value.state
        found, opened = office.do(interview_calls.close, row).value
    tell(say("questionnaires.entered", worth=_worth(found.state), count=len(opened)))
    return 0


def _ask(state: "Interview", language: str, *, as_json: bool) -> "Given | None":
    """Return an answer that stands; None where the input has ended."""
    from app.models.questionnaire_answers import trouble_of
    from app.models.questionnaire_keys import answer_of
    from app.models.questionnaire_logic import said

    item = state.current
    if item is None:
        return None
    click.echo(f"\n{item.id} ({state.progress:.0%}) {said(item.text, state.around, language)}", err=as_json)
    if not as_json:
        _print_options(item, language, "  ")
    while (typed := _typed(">")) is not None:
        given = answer_of(item, typed)
        while given is not None and (trouble := trouble_of(item, given, state.around)) is not None:
            given = _mended(given, trouble, _words_of(trouble, state, language))
        if given is not None:
            return given
    return None


def _words_of(trouble: "Trouble", state: "Interview", language: str) -> str:
    """Return what is wrong with an answer, in the words of the questionnaire's own rule where one says so."""
    from app.models.questionnaire_logic import said
    from app.services.wording import label

    check = next((one for one in state.questionnaire.checks if one.id == trouble.check), None)
    return said(check.text, state.around, language) if check else label("answer_problem", trouble.problem, speak(None))


def _mended(given: "Given", trouble: "Trouble", words: str) -> "Given | None":
    """Return the answer with the reason or the second look that it lacks; None: it is to be given again."""
    from app.models.questionnaire_answers import SOFT, AnswerProblem, confirmed

    tell(words)
    if trouble.problem in (AnswerProblem.REASON_NEEDED, AnswerProblem.REASON_UNKNOWN):
        reason = _typed(say("questionnaires.reason"))
        return replace(given, reason=reason) if reason else None
    if trouble.problem in SOFT and _typed(say("questionnaires.confirm")) == "!":
        return confirmed(given, trouble)
    return None


def _typed(prompt: str) -> str | None:
    try:
        return str(click.prompt(prompt, default="", show_default=False, prompt_suffix=" ", err=True))
    except click.Abort:
        return None


def _print_result(state: "Interview", *, as_json: bool) -> None:
    from app.models.interviews import final_codes, fired

    codes = final_codes(state)
    cases = [
        {"trigger": one.trigger.id, "category": one.trigger.category, "severity": one.trigger.severity.value}
        | {"due": one.trigger.due, "named": one.named}
        for one in fired(state)
    ]
    facts = {"over": state.is_over, "ended_by": state.ended_by or None, "completeness": state.completeness.value}
    if as_json:
        print_json({**facts, "key_share": state.key_share, "codes": codes, "cases": cases})
        return
    click.echo("")
    for item, value in codes.items():
        click.echo(f"{item}\t{value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}")
    _print_cases(cases)
    tell(say("questionnaires.tried", share=f"{state.key_share:.0%}", worth=_worth(state)))


def _print_cases(cases: Iterable[dict[str, Any]]) -> None:
    for one in cases:
        click.echo("\t".join(str(value) for value in one.values()))


def _worth(state: "Interview") -> str:
    from app.services.wording import label

    return label("completeness", state.completeness, speak(None))
