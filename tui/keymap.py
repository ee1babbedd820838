"""Every command that a key can be bound to, and what is wrong with the keys that a user chose.

`python -m tui.keymap` prints docs/keymap.md.
"""

from __future__ import annotations

import pkgutil
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys
from textual.screen import ModalScreen

import screens

_MODIFIERS = {"ctrl", "shift", "alt", "super", "meta", "hyper"}
_NAMED_KEYS = {key.value for key in Keys}


class Bindable(NamedTuple):
    """A command as its `Binding` defines it."""

    id: str
    keys: tuple[str, ...]
    """In Textual's names: "space", "question_mark"."""
    name: str
    owner: type[DOMNode]
    """The screen or widget on which the keys count."""

    @property
    def context(self) -> str:
        """The part of the id before the dot."""
        return self.id.partition(".")[0]

    @property
    def in_every_section(self) -> bool:
        return self.context == "app"

    @property
    def in_window(self) -> bool:
        """Over a window the keys of the app don't count."""
        return issubclass(self.owner, ModalScreen)


def bindables() -> dict[str, Bindable]:
    """Every command with an id, class by class; imports all screens."""
    for module in pkgutil.walk_packages(screens.__path__, "screens."):
        import_module(module.name)
    import_module("tui.app")
    found: dict[str, Bindable] = {}
    for node_class in sorted(
        set(_subclasses(DOMNode)), key=lambda each: (each.__module__, each.__qualname__)
    ):
        if node_class.__module__.partition(".")[0] not in ("screens", "tui"):
            continue
        for binding in vars(node_class).get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id is not None:
                keys = tuple(one.key for one in Binding.make_bindings([binding]))
                name = binding.tooltip or binding.description
                found[binding.id] = Bindable(binding.id, keys, name, node_class)
    return found


def _subclasses(node_class: type[Any]) -> Iterator[type[Any]]:
    for subclass in node_class.__subclasses__():
        yield subclass
        yield from _subclasses(subclass)


def accepted(chosen: Mapping[str, str], complaints: list[str]) -> dict[str, str]:
    """The chosen keys that can be used; each other one adds a complaint and leaves its command as it was."""
    known = bindables()
    usable: dict[str, str] = {}
    for name, keys in chosen.items():
        unknown = [key for key in _split(keys) if not _is_key(key)]
        if name not in known:
            complaints.append(
                f'config.toml: there is no command "{name}" to bind; docs/keymap.md lists them.'
            )
        elif unknown:
            complaints.append(
                f'config.toml: "{unknown[0]}" is not the name of a key, so {name} keeps its own.'
            )
        else:
            usable[name] = keys
    while found := next((clash for clash in clashes(known, usable) if clash[0] in usable), None):
        name, key, other = found
        complaints.append(
            f'config.toml: "{key}" is already {known[other].name} ({other}), so {name} keeps its own.'
        )
        del usable[name]
    return usable


def clashes(
    known: Mapping[str, Bindable], chosen: Mapping[str, str] | None = None
) -> list[tuple[str, str, str]]:
    """Each command, its key, and another command with that key where both count, each way round."""
    bound = {name: set(bindable.keys) for name, bindable in known.items()}
    bound.update((name, set(_split(keys))) for name, keys in (chosen or {}).items())
    return [
        (name, min(shared), other)
        for name in known
        for other in known
        if other != name and _meet(known[name], known[other]) and (shared := bound[name] & bound[other])
    ]


def _meet(one: Bindable, other: Bindable) -> bool:
    if one.in_every_section or other.in_every_section:
        return not (one.in_window or other.in_window)
    return one.owner is other.owner


def _split(keys: str) -> list[str]:
    """The keys in Textual's names."""
    return [
        one.key
        for one in Binding.make_bindings([(key.strip(), "") for key in keys.split(",") if key.strip()])
    ]


def _is_key(key: str) -> bool:
    *modifiers, name = key.split("+")
    if not set(modifiers) <= _MODIFIERS:
        return False
    if key in _NAMED_KEYS or name in _NAMED_KEYS or len(name) == 1:
        return True
    try:
        unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return False
    return True


def as_markdown() -> str:
    """docs/keymap.md."""
    contexts: dict[str, list[Bindable]] = {}
    for bindable in bindables().values():
        contexts.setdefault(bindable.context, []).append(bindable)
    parts = [_INTRODUCTION]
    for context in sorted(contexts, key=lambda context: (context != "app", context)):
        parts.append(f"\n## {context}\n\n| id | keys | what it does |\n|---|---|---|\n")
        for bindable in contexts[context]:
            keys = " ".join(f"`{key}`" for key in bindable.keys)
            parts.append(f"| `{bindable.id}` | {keys} | {bindable.name} |\n")
    return "".join(parts)


_INTRODUCTION = """\
# Keys

Every command has an id. Its keys can be changed in `config.toml` in the data folder (`itband where` tells
which that is); several keys are parted by commas:

```toml
[keys]
"today.next-set" = "space,full_stop"
"app.undo" = "ctrl+z"
```

A key is a character or one of Textual's names, such as `space`, `enter`, `left`, `comma`, `f2`, `ctrl+u`.
The keys given take the place of those below. Commands that work at the same place must not share a key, nor
those of a section with those of `app`, which work in every section. What can't be used is named when the app
starts, and that command keeps its own keys.
"""

if __name__ == "__main__":
    print(as_markdown(), end="")
