"""Routing rules as a table model: in their order, with what is worth knowing of each and what a trial found."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from app.models import durations
from app.models.routing_checks import Finding, RuleRemark
from app.models.routing_rules import Rule
from app.models.routing_trials import RuleTrial, Trial
from app.services import wording
from app.services.routing_rules import Standing
from app.ui.kit import languages
from app.ui.kit.columns import Column
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.settings import rule_words
from app.ui.parts.duration_words import DurationWords


@dataclass(frozen=True)
class RuleLine:
    """A rule on the screen: its place (from 0), the name of its unit, its remark with others, and its trial."""

    place: int
    rule: Rule
    unit: str
    finding: Finding | None = None
    others: tuple[str, ...] = ()
    trial: RuleTrial | None = None


class RulesTable(WholeList):
    """Rules as they stand, published or not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), _key_of, parent)


def _columns() -> tuple[Column, ...]:
    return (
        Column("place", QT_TRANSLATE_NOOP("tables", "No."), 44, "number", show=_number, sortable=False),
        Column("name", QT_TRANSLATE_NOOP("tables", "Rule"), 0, show=_name, sortable=False),
        Column("when", QT_TRANSLATE_NOOP("tables", "Condition"), 0, show=_when, sortable=False),
        Column("unit", QT_TRANSLATE_NOOP("tables", "Goes to"), 176, show=_target, sortable=False, widest=280),
        Column("due", QT_TRANSLATE_NOOP("tables", "Proposes"), 148, show=_proposes, sortable=False),
        Column("valid", QT_TRANSLATE_NOOP("tables", "Valid"), 120, show=_valid, sortable=False),
        Column("trial", QT_TRANSLATE_NOOP("tables", "On the past"), 150, show=_trial, sortable=False),
        Column("remark", QT_TRANSLATE_NOOP("tables", "Check"), 130, "chip", show=_remark, tone=_tone, sortable=False),
    )


def lines_of(standing: Standing, trial: Trial | None, name_of: Callable[[str], str]) -> list[RuleLine]:
    """Return the rules of a table with their remarks and what a trial found; ``name_of`` tells a unit's name."""
    rules, table = standing.table.rules, standing.table.name
    findings = {one.place: one for one in standing.findings}
    trials = {(one.table, one.place): one for one in trial.rules} if trial else {}
    lines: list[RuleLine] = []
    for place, rule in enumerate(rules):
        finding = findings.get(place)
        others = tuple(rules[other].name for other in finding.others) if finding else ()
        lines.append(RuleLine(place, rule, name_of(rule.unit), finding, others, trials.get((table, place))))
    return lines


def hide_unused(view: TableView, model: RulesTable) -> None:
    """Hide columns in which nothing stands, so that the conditions have room."""
    for place, column in enumerate(model.columns):
        if column.name in ("due", "valid", "trial", "remark"):
            view.setColumnHidden(place, not any(column.text(line) for line in model.lines))


def is_dead(line: RuleLine) -> bool:
    """Say whether earlier rules leave nothing for a rule to decide."""
    return line.finding is not None and line.finding.remark is RuleRemark.DEAD


def remark_in_words(line: RuleLine) -> str:
    """Return what is worth knowing of a rule, with the rules that cause it."""
    if line.finding is None:
        return ""
    language = languages.current()
    label = wording.label("rule_remark", line.finding.remark.value, language)
    return wording.named(label, wording.names_in_a_row(line.others, language), language) if line.others else label


def _key_of(line: RuleLine) -> int:
    return line.place


def _number(line: RuleLine) -> str:
    return str(line.place + 1)


def _name(line: RuleLine) -> str:
    return line.rule.name


def _when(line: RuleLine) -> str:
    return rule_words.condition(
        line.rule.when,
        languages.current(),
        outside=QCoreApplication.translate("RulesTable", "outside {calendar}"),
        everything=QCoreApplication.translate("RulesTable", "everything"),
    )


def _target(line: RuleLine) -> str:
    return line.unit if line.rule.unit else f"→ {line.rule.table}"


def _proposes(line: RuleLine) -> str:
    urgency = wording.label("urgency", line.rule.urgency, languages.current()) if line.rule.urgency else ""
    due = DurationWords().say(durations.parse(line.rule.due)) if line.rule.due else ""
    return " · ".join(one for one in (urgency, due) if one)


def _valid(line: RuleLine) -> str:
    return rule_words.validity(line.rule)


def _trial(line: RuleLine) -> str:
    if line.trial is None:
        return ""
    text = QCoreApplication.translate("RulesTable", "fires {fired}, right {agreed} of {judged}")
    return text.format(fired=line.trial.fired, agreed=line.trial.agreed, judged=line.trial.judged)


def _remark(line: RuleLine) -> str:
    if line.finding is None:
        return ""
    return wording.label("rule_remark", line.finding.remark.value, languages.current())


def _tone(line: RuleLine) -> str:
    if line.finding is None:
        return ""
    return "danger" if line.finding.remark in (RuleRemark.DEAD, RuleRemark.UNIT_GONE) else "warning"
