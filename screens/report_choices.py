"""What was chosen for the file, without a widget: the lines of Report ask it what to show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from data import settings
from data.exchange import destination, periods
from data.exchange.export import BY_ENDING, FORMATS, Format
from data.exchange.periods import OWN, Asked
from data.plain_text import one_line
from screens.widgets.choice import Option

PERIOD, FORMAT, NAME, FILE = ROWS = ("period", "format", "name", "file")
PERIODS = [Option(key, words) for key, words in periods.NAMES.items()]
ENDINGS = [Option(one.ending, one.name) for one in FORMATS]
ON_IT, LEFT_OUT = "yes", "no"
NAMES = [Option(ON_IT, "on it"), Option(LEFT_OUT, "left out")]


class ReportChoices:
    """Reports keep one period, the files with every entry another. own: first and last day as they were typed."""

    def __init__(self) -> None:
        self.format: Format = FORMATS[0]
        self.with_name = True
        self.own = ("", "")
        self.name = ""
        self._periods = {one.is_report: periods.usual(one) for one in FORMATS}

    def read(self) -> None:
        """Look into the diary for the runner's name."""
        self.name = one_line(settings.get("name"))

    @property
    def period(self) -> str:
        return self._periods[self.format.is_report]

    def options(self, row: str) -> Sequence[Option]:
        """Those to choose from; none where there is no choice."""
        if row == NAME:
            return NAMES if self.format.is_report and self.name else []
        return {PERIOD: PERIODS, FORMAT: ENDINGS}.get(row, [])

    def chosen(self, row: str) -> str:
        return {
            PERIOD: self.period,
            FORMAT: self.format.ending,
            NAME: ON_IT if self.with_name else LEFT_OUT,
        }.get(row, "")

    def choose(self, row: str, value: str, today: date) -> None:
        if row == PERIOD:
            self._choose_period(value, today)
        elif row == FORMAT:
            self.format = BY_ENDING[value]
        else:
            self.with_name = value == ON_IT

    def step(self, row: str, by: int) -> str:
        """The option before (-1) or after (1) the chosen one, around the ends."""
        values = [option.value for option in self.options(row)]
        return values[(values.index(self.chosen(row)) + by) % len(values)]

    def _choose_period(self, value: str, today: date) -> None:
        """Own days begin with those that were asked for before."""
        if value == OWN and self.period != OWN and not any(self.own):
            before = self.asked(today)
            self.own = (str(before.first or today), str(before.last or today))
        self._periods[self.format.is_report] = value

    def asked(self, today: date) -> Asked:
        """The days; Refused while those that were typed can't be."""
        return periods.asked(self.period, self.format, today, self.own)

    def remark(self, row: str) -> str:
        """What the chosen option means; that of the period is left to `asked`."""
        if row == FORMAT:
            return self.format.meaning
        if row != NAME:
            return ""
        if self.format.ending == ".csv":
            return "stays here: a table has none"
        if not self.format.is_report:
            return "as in the settings: the diary is kept whole"
        return self.name or "none is set; comma opens the settings"

    # The file

    def usual_file(self, today: date) -> str:
        """The file that is offered, as it can be typed."""
        return destination.brief(destination.usual_folder() / destination.usual_name(today, self.format))

    def path(self, typed: str, today: date) -> Path:
        """The file to write, the usual one where nothing was typed; Refused where that leads nowhere."""
        return destination.typed(typed.strip() or self.usual_file(today), today, self.format)
