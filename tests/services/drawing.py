"""A frame and a campaign drawn from it, as a supervisor makes them."""

from datetime import date

from app.models.campaigns import CampaignPlan
from app.models.frames import FrameKind
from app.services import campaigns, frames
from app.services.frames import Wishes
from app.services.office import Office

COLUMNS = {
    name: name for name in ("name", "phone", "institution", "department", "discharged_on", "id_number", "encounter")
}


def person(place: int, institution: str = "H1", **more: str) -> tuple[int, dict[str, str]]:
    """A row of a table: each person with a number of their own."""
    given = {
        "name": f"P{place}", "phone": f"138{place:08}", "institution": institution, "department": "内科",
        "discharged_on": "2026-02-20", "id_number": f"ID{place}", "encounter": f"E{place}",
    }  # fmt: skip
    return place + 2, {**given, **more}


def frame(office: Office, name: str = "2026Q1", *, rows: list[tuple[int, dict[str, str]]] | None = None) -> bytes:
    """Keep a frame: 40 persons of H1 and 20 of H2, unless rows are given."""
    rows = rows or [person(place, "H1" if place < 40 else "H2") for place in range(60)]
    wishes = Wishes(name, FrameKind.INPATIENT, "frame.csv", COLUMNS, any_institution=True)
    return office.do(frames.keep, office.ask(frames.read_frame, rows, wishes)).value


def plan(**more: object) -> CampaignPlan:
    """A plan of twelve people, in proportion."""
    given: dict[str, object] = {
        "name": "Spring", "frame": "2026Q1", "seed": "2026Q1|inpatient|v1", "size": 12, "begins_on": date(2026, 3, 2),
        "window": 0,
    }  # fmt: skip
    return CampaignPlan(**{**given, **more})  # type: ignore[arg-type]


def drawn(office: Office, *, release: int = 10, **more: object) -> bytes:
    """Draw the plan, and let everybody be called."""
    return office.do(campaigns.draw, office.ask(campaigns.planned, plan(**more)), release=release).value
