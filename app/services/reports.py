"""Documents: templates filled with the figures of a period, as papers to read, print and save, and as sheets.

Nobody's name, number or text stands in them but those of units and operators, and these only where groups are large
enough. What a person writes into a section before printing stands in the place of the template's own text.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.papers import Block, Paper
from app.models.periods import Stretch
from app.models.report_templates import Section, Template, from_json
from app.services import papers, report_fillings
from app.services.office import View
from app.services.report_fillings import Sheet, Source


class BookWriter(Protocol):
    """Writes sheets as one workbook."""

    def __call__(self, path: Path, sheets: Iterable[Sheet]) -> None:
        """Write them. Raises what the file raises."""
        ...


@dataclass(frozen=True)
class Report:
    """A document of a period: the paper, and its tables as sheets with numbers instead of texts."""

    template: Template
    stretch: Stretch
    paper: Paper
    sheets: tuple[Sheet, ...]

    @property
    def name(self) -> str:
        """Return the name of its file, without an ending."""
        return f"{self.template.id}-{self.stretch}"


@lru_cache(maxsize=1)
def templates() -> Mapping[str, Template]:
    """Return the templates that come with the program, by their id."""
    folder = files("resources").joinpath("reports")
    found: dict[str, Template] = {}
    for name in ("weekly", "monthly", "quarterly", "yearly", "bulletin"):
        file = f"{name}.json"
        found[name] = from_json(folder.joinpath(file).read_text(encoding="utf-8"), file=file)
    return found


def make(
    view: View, kind: str, stretch: Stretch, *, language: str, written: Mapping[int, str] | None = None,
    told: Callable[[int, int], None] | None = None,
) -> Report:  # fmt: skip
    """Return a document of a period in a language.

    ``written``: what a person wrote into sections, by their places. ``told`` hears how many sections of how many are
    done; what it raises stops the making. Raises ``RecordGone`` for an unknown kind, ``NotAllowed``.
    """
    view.require(Permission.SUPERVISE_INQUIRIES)
    template = templates().get(kind)
    if template is None:
        raise RecordGone(entity="report", id=kind)
    source = Source(view, stretch, language)
    blocks: list[Block] = []
    sheets: list[Sheet] = []
    for place, section in enumerate(template.sections):
        filled = report_fillings.fill(source, section.fill) if section.fill else ()
        blocks += _blocks(section, filled, language, (written or {}).get(place))
        sheets += [replace(one, title=one.title or section.title.for_language(language)) for one in filled if one.rows]
        if told:
            told(place + 1, len(template.sections))
    return Report(template, stretch, _paper(source, template, blocks), tuple(sheets))


def _blocks(section: Section, filled: Sequence[Sheet], language: str, written: str | None) -> list[Block]:
    own = section.text.for_language(language) if section.text else ""
    texts = [
        one for one in ((own if written is None else written), *(text for one in filled for text in one.texts)) if one
    ]
    tables = [one for one in filled if one.rows]
    first = tables[0] if tables else Sheet("")
    blocks = [Block(section.title.for_language(language), tuple(texts), first.columns, first.shown)]
    return [*blocks, *(Block(one.title, (), one.columns, one.shown) for one in tables[1:])]


def _paper(source: Source, template: Template, blocks: Sequence[Block]) -> Paper:
    view, stretch = source.view, source.stretch
    made = papers.exactly(view.now, ZoneInfo(view.settings.time_zone), source.language)
    days = f"{stretch.start_on.isoformat()} – {stretch.last_on.isoformat()}"
    return Paper(
        f"{template.title.for_language(source.language)} {stretch}",
        source.language,
        " · ".join(part for part in (view.settings.organization, view.settings.line) if part),
        ((source.said("period"), days),),
        tuple(blocks),
        papers.said("made", source.language, at=made),
    )


def save_pdf(view: View, report: Report, path: Path) -> Path:
    """Write a document as PDF and return where. Raises what the file raises."""
    return papers.save_pdf(view, report.paper, path)


def save_edited(view: View, html: str, path: Path) -> Path:
    """Write a document that a person edited as PDF and return where. Raises what the file raises."""
    view.require(Permission.SUPERVISE_INQUIRIES)
    write: papers.PdfWriter = view.outside["write_pdf"]
    write(path, html, size=view.settings.paper)
    return path


def save_xlsx(view: View, report: Report, path: Path) -> Path:
    """Write the tables of a document as a workbook and return where. Raises what the file raises, ``NotAllowed``."""
    view.require(Permission.EXPORT_RECORDS)
    write: BookWriter = view.outside["write_book"]
    write(path, report.sheets)
    return path
