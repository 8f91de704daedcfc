"""Dashboards as data: which figures a role sees side by side, over time or by the groups of a dimension."""

from dataclasses import dataclass
from enum import StrEnum

from app.models.kpis import KpiBroken
from app.models.shapes import Shape, read_json


class FigureGroup(StrEnum):
    """By what a figure may be compared; without one it is shown over the periods."""

    PERSON = "person"
    UNIT = "unit"
    CHANNEL = "channel"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class Wish:
    """A chart that a dashboard asks for: a KPI, by a dimension or ("") over time."""

    kpi: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Charts in their order."""

    id: str
    charts: tuple[Wish, ...]


def read_many(text: str, *, file: str) -> tuple[Dashboard, ...]:
    """Return the dashboards of a file. Raises ``KpiBroken`` with the place of what is wrong."""
    whole = read_json(text, file=file, error=KpiBroken)
    return whole.required(whole.keys("dashboards"), "dashboards").each(_dashboard)


def _dashboard(shape: Shape) -> Dashboard:
    parts = shape.keys("id", "charts")
    return Dashboard(shape.required(parts, "id").name(), shape.required(parts, "charts").each(_wish))


def _wish(shape: Shape) -> Wish:
    parts = shape.keys("kpi", "by")
    by = parts["by"].one_of(tuple(FigureGroup)) if "by" in parts else ""
    return Wish(shape.required(parts, "kpi").name(), by)
