"""The sections and the keys that work everywhere: one definition each, from which footer, help and palette follow."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from screens.shell import SectionEntry

SECTIONS = (
    SectionEntry("today", "t", "Today", "screens.today:TodayScreen"),
    SectionEntry("pain", "p", "Pain", "screens.pain:PainScreen"),
    SectionEntry("trends", "r", "tRends", "screens.trends:TrendsScreen"),
    SectionEntry("guide", "g", "Guide", "screens.guide:GuideScreen"),
    SectionEntry("journal", "o", "jOurnal", "screens.journal:JournalScreen"),
    SectionEntry("plan", "l", "pLan", "screens.plan:PlanScreen"),
    SectionEntry("report", "e", "rEport", "screens.report:ReportScreen"),
    SectionEntry("session", "", "Session", "screens.session:SessionScreen"),
    SectionEntry("settings", "", "Settings", "screens.settings:SettingsScreen"),
    SectionEntry("first-run", "", "Welcome", "screens.first_run:FirstRunScreen"),
)

APP_KEYS: list[BindingType] = [
    *(
        Binding(
            entry.letter,
            f"open_section('{entry.key}')",
            entry.title,
            id=f"app.{entry.key}",
            show=False,
            tooltip=entry.title.capitalize(),
        )
        for entry in SECTIONS
        if entry.letter
    ),
    Binding("question_mark,f1", "help", "more", id="app.help", tooltip="The keys of this screen"),
    Binding(
        "ctrl+p",
        "command_palette",
        "commands",
        id="app.palette",
        show=False,
        tooltip="Find a command by its name",
    ),
    Binding("u", "undo", "undo", id="app.undo", show=False, tooltip="Undo the last change"),
    Binding("ctrl+r", "redo", "redo", id="app.redo", show=False, tooltip="Redo what was undone"),
    Binding(
        "w", "warning_signs", "warning signs", id="app.warning-signs", show=False, tooltip="Warning signs"
    ),
    Binding("comma", "settings", "settings", id="app.settings", show=False, tooltip="Settings"),
    Binding("q", "quit", "quit", id="app.quit", show=False, tooltip="Quit; everything is saved"),
    Binding(
        "ctrl+q",
        "quit",
        "quit",
        id="app.quit-anywhere",
        show=False,
        priority=True,
        tooltip="Quit from anywhere",
    ),
    Binding("ctrl+c", "help_quit", show=False, system=True),
]
