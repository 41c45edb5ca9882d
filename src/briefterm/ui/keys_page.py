"""docs/keys.md, made from the registry: `python -m briefterm.ui.keys_page > docs/keys.md` writes it anew."""

import sys

from briefterm.ui.commands import COMMANDS, Place, shown_key

_HEAD = """\
# Keys

Made from the registry of commands by `python -m briefterm.ui.keys_page`; a test keeps it true. `?` in the app shows
the keys of where you stand first, and filters while you type; `:` runs a command by name.

Any command takes other keys by its id in the configuration ([docs/configuration.md](configuration.md)). A command
marked `n` takes a count before it: `5j` is five down, `7G` the seventh item. A digit that is no key of its own begins a
count, as 5 to 9 do; after `#` any digit does: `#12G`. The footer shows the count while it is typed, `Esc` drops it.
"""


def markdown() -> str:
    """Return the page."""
    lines = _HEAD.splitlines()
    for place in Place:
        found = [command for command in COMMANDS if command.place is place]
        if found:
            lines += ["", f"## {place.value}", "", "| keys | | what it does | command |", "|---|---|---|---|"]
        for command in found:
            keys = " ".join(f"`{shown_key(key)}`" for key in command.keys).replace("|", "\\|")
            lines.append(f"| {keys} | {'n' if command.counted else ''} | {command.title} | `{command.id}` |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(markdown())
