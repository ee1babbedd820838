"""The subcommands of `itband`, a module for each thing that they are about. They ask and show; `data/` decides."""
