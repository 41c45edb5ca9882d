"""What one can do with a brief beyond reading and searching: a desk each, made when it is first needed.

The screen knows desks by name. It hands them the commands whose action is `screen.do('desk', 'what')`, tells them what
has been opened, and brings them the news of their own workers (`Told`).
"""

from briefterm.ui.desks.desk import Desk, Desks, Room

__all__ = ["Desk", "Desks", "Room"]
