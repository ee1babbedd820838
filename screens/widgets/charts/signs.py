"""The signs that charts are drawn with, for UTF-8 and for ASCII. Each stands for one thing by its shape alone."""

from __future__ import annotations

from dataclasses import dataclass

from screens.widgets.day_signs import DAY_SIGNS


@dataclass(frozen=True, slots=True)
class Signs:
    """`…_halves` hold the same mark in the lower and the upper half of a cell, for fields of few rows.

    `…_steps` go from the least to the full; `heat_…` from 0 to the most.
    """

    day: str
    day_halves: tuple[str, str]
    highest: str
    highest_halves: tuple[str, str]
    mean: str
    fine_lines: bool
    limit: str
    baseline: str
    threshold: str
    bar_steps: str
    bar_zero: str
    row_steps: str
    row_empty: str
    long_run: str
    axis: str
    axis_tick: str
    axis_corner: str
    side: str
    side_tick: str
    cursor: str
    cursor_foot: str
    pointer: str
    to: str
    heat_done: str
    heat_pain: str
    heat_unknown: str
    heat_idle: str


UNICODE = Signs(
    day="●",
    day_halves=("▄", "▀"),
    highest="·",
    highest_halves=(".", "˙"),
    mean="⠒",
    fine_lines=True,
    limit="╌",
    baseline="┈",
    threshold="┊",
    bar_steps="▁▂▃▄▅▆▇█",
    bar_zero="_",
    row_steps="▏▎▍▌▋▊▉█",
    row_empty="·",
    long_run="▲",
    axis="─",
    axis_tick="┬",
    axis_corner="└",
    side="│",
    side_tick="┤",
    cursor="│",
    cursor_foot="▲",
    pointer="▸",
    to="–",
    heat_done=f"{DAY_SIGNS['none'].sign}◔◑◕{DAY_SIGNS['all'].sign}",
    heat_pain="○░▒▓█",
    heat_unknown=DAY_SIGNS["unrecorded"].sign,
    heat_idle=DAY_SIGNS["idle"].sign,
)

ASCII = Signs(
    day="o",
    day_halves=(",", "'"),
    highest="^",
    highest_halves=("^", "^"),
    mean="*",
    fine_lines=False,
    limit="-",
    baseline=".",
    threshold=":",
    bar_steps="#",
    bar_zero="_",
    row_steps="#",
    row_empty=".",
    long_run="!",
    axis="-",
    axis_tick="+",
    axis_corner="+",
    side="|",
    side_tick="+",
    cursor="|",
    cursor_foot="^",
    pointer=">",
    to="-",
    heat_done=f"{DAY_SIGNS['none'].ascii}:=%{DAY_SIGNS['all'].ascii}",
    heat_pain="0:=%#",
    heat_unknown=DAY_SIGNS["unrecorded"].ascii,
    heat_idle=DAY_SIGNS["idle"].ascii,
)


def signs_for(*, unicode: bool) -> Signs:
    return UNICODE if unicode else ASCII
