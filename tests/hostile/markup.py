"""Markup of other programs: text here, in every field."""

from tests.hostile.case import SLOTS, Case, Cases, opens
from tests.hostile.controls import escaped

_MARKUP = (
    ("rich", "[bold red]a[/bold red]"),
    ("rich-link", "[link=http://x]a[/link]"),
    ("rich-open", "[/]"),
    ("rich-bad", "[[/x]["),
    ("textual-click", "[@click=app.quit]a[/]"),
    ("textual-bell", "[@click=app.bell()]a[/]"),
    ("textual-style", "[$error]a[/] [on blue]b"),
    ("emoji-code", ":bomb: :smiley:"),
    ("html", "<script>alert(1)</script><img src=x onerror=y>"),
    ("css", "</style><style>*{display:none}"),
    ("format", "{0.__class__} %s %(x)s ${x} {{x}}"),
    ("shell", "$(id) `id` ; rm -rf / | & > x"),
    ("csv", "=cmd|' /C calc'!A0"),
    ("latex", "\\input{/etc/passwd}"),
    ("troff", ".so /etc/passwd"),
    ("url", "javascript:alert(1)"),
    ("data-url", "data:text/html;base64,PHNjcmlwdD4="),
    ("file-url", "file:///etc/passwd"),
    ("ssh-url", "ssh://-oProxyCommand=id/x"),
    ("path", "../../../../etc/passwd"),
    ("sql", "'; DROP TABLE briefs; --"),
    ("query", 'title:x OR "y" -z*'),
)  # fmt: skip


def cases() -> Cases:
    """Yield each text in each field, where it stays as it is."""
    for slot in SLOTS:
        for name, text in _MARKUP:
            shows = (text,) if slot.field.type in ("line", "prose") and not slot.field.values else ()
            yield Case(
                f"{name}-in-{slot.name}", f"{name} in {slot.name}", slot.filled(escaped(text)).encode(), shows=shows
            )
    for name, text in _MARKUP:
        key = escaped(text)
        yield opens(f"{name}-as-key", "a key", f"title: T\n{key}: x\n", "unknown field")
        yield opens(f"{name}-as-heading", "a heading", f"title: T\nsections: {{{key}: x}}\n", shows=[text])
