"""Numbered steps from one version of the diary to the next, each applied once by playhouse.migrations.

A step is frozen when it is released: it says what tables were like then, and imports nothing of models.py. All steps
that a diary lacks, the triggers of the history and the version are one transaction (`store.bring_up_to_date`).
A column that is added has a DEFAULT in SQL: undo brings rows back that were kept without it.
"""
