"""The reader's item while its brief is saved: what stands in for it where it has gone, until it is back."""

from typing import TYPE_CHECKING

from briefterm.ui.view import View, anchor_of, followed

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.personal.anchors import Anchor


class Straying:
    """Follows the reader's item from one version of a brief to the next.

    An item that has gone, as from a file half written, is gone back to when it is there again, unless the reader has
    moved meanwhile.
    """

    def __init__(self) -> None:
        self._gone: Anchor | None = None
        self._page = ""
        self._instead = View()

    def forget(self) -> None:
        """Take in that another brief is open."""
        self._gone = None

    def follow(self, view: View, old: "Brief", new: "Brief") -> View:
        """Return the view in `new` of who was at `view` in `old`."""
        if self._gone is not None and view == self._instead:
            self._instead = followed(view, old, new)
            return self._back(self._gone, old, new) or self._instead
        self._gone = anchor_of(view, old) if _loses(view, old, new) else None
        self._page, self._instead = view.page, followed(view, old, new)
        return self._instead

    def _back(self, gone: "Anchor", old: "Brief", new: "Brief") -> View | None:
        """Return the view of the item if it has come back; one that has been there all the time is another."""
        from briefterm.brief.changes import continued
        from briefterm.personal.anchors import found, items

        item = found(gone, tuple(items(new)))
        if item is None or item.index in continued(old, new, item.pane).values():
            return None
        self.forget()
        return View(item.pane, item.index, self._page)


def _loses(view: View, old: "Brief", new: "Brief") -> bool:
    from briefterm.brief.changes import continued

    return anchor_of(view, old) is not None and view.index not in continued(old, new, view.pane)
