"""The demo's survey at a desk, of as few patients as show everything."""

from dataclasses import dataclass
from random import Random

from app.services import demo_surveys, units
from app.services.demo_surveys import Staff, Surveyed
from app.services.office import Office
from tests.desk import sign_in
from tests.services.calling import number


@dataclass(frozen=True)
class Somebody:
    number: str
    name: str | None = "Li"


def surveyed(office: Office, count: int = 40, seed: int = 3) -> Surveyed:
    """Draw and call; li is signed in afterwards."""
    sign_in(office, "li")
    for code in ("H01", "H02", "H03"):
        office.do(units.save_unit, code, name=code)
    staff = Staff(sign_in(office, "li"), [sign_in(office, "wang")])
    sign_in(office, "li")
    patients = [Somebody(number(place)) for place in range(count)]
    return office.do(demo_surveys.fill, staff, patients, Random(seed)).value
