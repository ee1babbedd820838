"""Which itband this is."""

from __future__ import annotations

from importlib import metadata

try:
    VERSION = metadata.version("itband")
except metadata.PackageNotFoundError:  # run from a checkout that isn't installed
    VERSION = "from source"
