"""A column map on the line: ``field=column,field=column``."""

import click

from app.cli.words import say


class ColumnMap(click.ParamType[dict[str, str]]):
    """Reads ``summary=Title,opened_at=Opened`` as field → column."""

    name = "map"

    def convert(
        self, value: str | dict[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> dict[str, str]:
        """Return the map; a text that is none is wrong usage."""
        if isinstance(value, dict):
            return value
        pairs = [part.partition("=") for part in value.split(",") if part.strip()]
        if not pairs or any(not name.strip() or not column.strip() for name, _, column in pairs):
            self.fail(say("columns.wrong", text=value), param, ctx)
        return {name.strip(): column.strip() for name, _, column in pairs}
