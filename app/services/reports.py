"""Documents: templates filled with the figures of a period, as papers to read, print and save, and as sheets.

Nobody's name, number or text stands in them but those of units and operators, and these only where groups are large
enough. What a person writes into a section before printing stands in the place of the template's own text.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.papers import Block, Paper, as_html
from app.models.periods import Stretch
from app.models.report_templates import Filling, Section, Template, from_json
from app.services import papers, report_fillings, report_findings, report_surveys, report_training
from app.services.office import View
from app.services.report_fillings import Source
from app.services.report_sheets import Sheet
from resources import FOLDER

#: The documents that come with the program, in the order in which they are offered.
KINDS = ("weekly", "monthly", "quarterly", "findings", "bulletin", "yearly")
_FILL: Mapping[Filling, Callable[[Source], tuple[Sheet, ...]]] = {
    **report_fillings.FILL,
    Filling.SATISFACTION: report_surveys.satisfaction,
    Filling.FINDINGS: report_findings.by_institution,
    Filling.LEDGER: report_findings.ledger,
    Filling.VOICES: report_training.improvements,
    Filling.TRAINING: report_training.training,
}


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
    folder = FOLDER.joinpath("reports")
    found: dict[str, Template] = {}
    for name in KINDS:
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
        filled = _FILL[section.fill](source) if section.fill else ()
        if section.fill and not any(one.rows or one.texts for one in filled):
            filled = (Sheet("", texts=(source.said("nothing"),)),)
        blocks += _blocks(section, filled, language, (written or {}).get(place))
        sheets += [_alone(source, one, section) for one in filled if one.rows]
        if told:
            told(place + 1, len(template.sections))
    return Report(template, stretch, _paper(source, template, blocks), tuple(sheets))


def _alone(source: Source, sheet: Sheet, section: Section) -> Sheet:
    """Return a table as it stands in a workbook: under a title, with the parts of each figure."""
    titled = replace(sheet, title=sheet.title or section.title.for_language(source.language))
    return titled.spread(source.said("numerator"), source.said("denominator"))


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
        "",
        ((source.said("period"), days),),
        tuple(blocks),
        papers.said("made", source.language, at=made),
    )


def save_pdf(view: View, report: Report, path: Path) -> Path:
    """Write a document as PDF and return where. Raises what the file raises."""
    return save_edited(view, as_html(report.paper), path)


def save_edited(view: View, html: str, path: Path) -> Path:
    """Write a document that a person edited as PDF and return where. Raises what the file raises."""
    view.require(Permission.SUPERVISE_INQUIRIES)
    write: papers.PdfWriter = view.outside["write_pdf"]
    write(path, html, size=view.settings.paper, letterhead=papers.letterhead(view))
    return path


def save_json(view: View, report: Report, path: Path) -> Path:
    """Write a document as JSON, numbers as numbers, and return where. Raises what the file raises, ``NotAllowed``."""
    view.require(Permission.EXPORT_RECORDS)
    write: papers.TextWriter = view.outside["write_text"]
    write(path, json.dumps(as_json(report), ensure_ascii=False, indent=1) + "\n")
    return path


def as_json(report: Report) -> dict[str, object]:
    """Return a document as plain values: its texts, and its tables with numbers (shares from 0 to 1)."""
    tables = [{"title": one.title, "columns": one.columns, "rows": one.rows} for one in report.sheets]
    texts = [{"title": one.title, "texts": one.texts} for one in report.paper.blocks if one.texts]
    return {
        "kind": report.template.id, "period": str(report.stretch), "from": report.stretch.start_on.isoformat(),
        "to": report.stretch.last_on.isoformat(), "language": report.paper.language, "title": report.paper.title,
        "texts": texts, "tables": tables,
    }  # fmt: skip


def save_xlsx(view: View, report: Report, path: Path) -> Path:
    """Write the tables of a document as a workbook and return where. Raises what the file raises, ``NotAllowed``."""
    view.require(Permission.EXPORT_RECORDS)
    write: BookWriter = view.outside["write_book"]
    write(path, report.sheets)
    return path
