"""How a KPI is computed, in words: what stands above and below the line, of which rows, and under which conditions."""

from collections.abc import Iterable

from app.models.kpis import Kpi, RowSet
from app.services import wording


def explained(kpi: Kpi, language: str) -> tuple[tuple[str, str], ...]:
    """Return (heading, text) of everything that one must know to compute a KPI by hand."""
    parts = [
        ("formula", kpi.formula.for_language(language)),
        ("rows", phrase(f"rows_{kpi.subject}", language)),
        ("above", _sets(kpi.numerator, language)),
        ("below", _sets(kpi.denominator, language)),
        *((f"rule_{one}", phrase(f"rule_{one}", language)) for one in kpi.questions),
        ("left_out", _sets(kpi.excluded, language)),
        ("cases", _sets(kpi.cases, language)),
        ("window", _window(kpi, language)),
        ("measure", phrase(f"measure_{kpi.measure}", language)),
        ("target", goal(kpi, language)),
        ("source", kpi.source.for_language(language)),
    ]
    return tuple((_heading(name, language), text) for name, text in parts if text)


def phrase(code: str, language: str) -> str:
    """Return one of the texts about KPIs."""
    return wording.phrase("kpis", code, language)


def _heading(name: str, language: str) -> str:
    if name.startswith("rule_"):
        return wording.label("question", name.removeprefix("rule_"), language)
    return phrase(f"heading_{name}", language)


def _sets(sets: Iterable[RowSet], language: str) -> str:
    return " + ".join(
        wording.named(
            wording.label("question", one.question.value, language),
            wording.label("figure_mark", one.mark.value, language),
            language,
        )
        for one in sets
    )


def _window(kpi: Kpi, language: str) -> str:
    if kpi.window is None:
        return ""
    return phrase("window", language).format(hours=kpi.window.hours, least=kpi.window.least)


def goal(kpi: Kpi, language: str) -> str:
    """Return target and warning bound of a KPI; "" without a target."""
    if kpi.target is None:
        return ""
    told = phrase("goal_up" if kpi.better == "up" else "goal_down", language).format(value=amount(kpi, kpi.target))
    if kpi.warning is None:
        return told
    return told + phrase("goal_warning", language).format(value=amount(kpi, kpi.warning))


def amount(kpi: Kpi, value: float) -> str:
    """Return a target as people read it."""
    return f"{value * kpi.measure.scale:g} {kpi.measure.sign}"
