"""Wall: what any former program wrote is read today as it was meant, whatever has become of the fields."""

from collections.abc import Iterator

from app.models.entities import ENTITIES, SCHEMA_VERSION
from app.models.upcasts import UPCASTS
from tests.house import golden_records
from tests.house.golden_records import Golden, fields_of, folded
from tests.house.reading import nothing_found, shown

_WRITE = "python -m tests.house.golden_records"


def _rows() -> Iterator[tuple[int, int, Golden]]:
    for sv, path in sorted(golden_records.files().items()):
        for line, one in enumerate(golden_records.read(path), 1):
            yield sv, line, one


def _at(sv: int, line: int) -> str:
    return f"{shown(golden_records.FOLDER / f'sv{sv}.jsonl')}:{line}"


def _misread() -> Iterator[str]:
    for sv, line, one in _rows():
        found = folded(ENTITIES[one.entity], sv, one.records)
        if (found.values, sorted(found.conflicts)) != (one.values, one.conflicts):
            yield f"{_at(sv, line)}: makes another {one.entity} today; say its fields in app/models/upcasts.py"
        for name in found.values.keys() - ENTITIES[one.entity].by_name.keys():
            yield f"{_at(sv, line)}: {one.entity}.{name} is no field today; say what became of it in upcasts.py"


def test_every_golden_record_makes_what_it_made():
    nothing_found(_misread())


def test_every_version_of_records_has_its_golden_file():
    lacking = set(range(1, SCHEMA_VERSION + 1)) ^ golden_records.files().keys()
    nothing_found(f"{_at(sv, 1)}: sv is raised without its golden file, or the other way; {_WRITE}" for sv in lacking)


def _lacking() -> Iterator[str]:
    known: dict[str, set[str]] = {}
    for _, _, one in _rows():
        known.setdefault(one.entity, set()).update(fields_of(one))
    for name, entity in ENTITIES.items():
        for field in sorted(entity.by_name.keys() - known.get(name, set())):
            yield f"app/models: {name}.{field} is in no golden row; {_WRITE}"


def test_every_entity_and_field_has_a_golden_row():
    nothing_found(_lacking())


def _unproven() -> Iterator[str]:
    for entity, steps in UPCASTS.items():
        for sv, parts in steps.items():
            golden = [one for at, _, one in _rows() if at == sv and one.entity == entity]
            for part in parts:
                if not any(part.old in fields_of(one) for one in golden):
                    yield f"app/models/upcasts.py:1: no golden record of sv {sv} says {entity}.{part.old}; {_WRITE}"
                if sv >= SCHEMA_VERSION or part.old in ENTITIES[entity].by_name:
                    yield f"app/models/upcasts.py:1: {entity}.{part.old} is written by this program; raise the sv"


def test_every_upcast_is_proven_by_records_of_the_former_program():
    nothing_found(_unproven())
