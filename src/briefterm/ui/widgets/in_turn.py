"""Keys of a widget one types in, each done before the next is taken, however fast they come."""

from textual.events import Key
from textual.widget import Widget


async def in_turn(widget: Widget, event: Key) -> None:
    """Do what a key does that edits the text of `widget`, which hears it first.

    Textual would have the key go up to the app and its binding run from there, which letters typed behind it overtake.
    Letters, and keys that are for the screen, are left to go their way.
    """
    bound = None if event.is_printable else widget.screen.active_bindings.get(event.key)
    if bound is None or bound.node is not widget or bound.binding.priority or "." in bound.binding.action:
        return
    if await widget.app.run_action(bound.binding.action, widget):
        event.stop()
        event.prevent_default()
