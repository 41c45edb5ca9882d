"""Anchors and aliases: bombs and circles in any field, on keys, through merges."""

from briefterm.brief.fields import BRIEF
from tests.hostile.case import Cases, opens, refused

_BOMB = "\n".join(
    ["x-0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    + [f"x-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
)
_MAPPING_BOMB = "\n".join(
    ["x-0: &a0 {k: lol}"] + [f"x-{n}: &a{n} {{{', '.join(f'k{i}: *a{n - 1}' for i in range(9))}}}" for n in range(1, 9)]
)
_TOO_MANY = "error: yaml: more than 50,000 values; split it into several briefs"


def cases() -> Cases:
    """Yield bombs, circles and texts that aliases repeat."""
    yield refused("bomb", "nine to the ninth power of texts in 400 bytes", f"title: T\n{_BOMB}\n", _TOO_MANY)
    yield refused("mapping-bomb", "the same of mappings", f"title: T\n{_MAPPING_BOMB}\n", _TOO_MANY)
    for known in BRIEF.fields:
        name = known.name
        head = "" if name == "title" else "title: T\n"
        bomb = "[" + "".join(f"&b{n} [{', '.join([f'*b{n - 1}'] * 9 if n else ['x'] * 9)}], " for n in range(9)) + "]"
        yield refused(f"bomb-in-{name}", f"a bomb in {name}", f"{head}{name}: {bomb}\n", _TOO_MANY)
        yield opens(
            f"circle-in-{name}",
            f"{name} that holds itself",
            f"{head}{name}: &a [x, *a]\n",
            "YAML takes `*a` for an alias, which stands inside what it names; put the text in quotes",
        )
        yield opens(
            f"mapping-circle-in-{name}",
            f"a mapping in {name} that holds itself",
            f"{head}{name}: &a {{b: {{c: *a}}}}\n",
            "which stands inside what it names",
        )
    yield opens("two-circles", "each holds the other", "title: T\nx-a: &a [&b [*a, *b], *b]\n", "stands inside")
    yield opens("key-alias", "a list as a key, by alias", "title: T\nx-a: &a [1]\n? *a\n: v\n", "a key must be a text")
    yield opens("key-circle", "a key that holds itself", "title: T\n? &a [*a]\n: v\n", "a key must be a text", "inside")
    yield opens("key-mapping", "a mapping as a key", "title: T\n? {a: b}\n: v\n", "2:3: warning: yaml: a key must be")
    yield opens("key-anchor", "an anchor on a key", "title: T\n&k place: Delhi\n", "YAML takes `&k` for an anchor")
    yield opens("key-twice", "one alias as two keys", "title: T\nx-a: &a kind\n*a : b\n*a : c\n", "stands on line 2")
    yield refused("key-bomb", "a bomb as a key", f"title: T\n{_BOMB}\n? [*a8, *a8]\n: v\n", _TOO_MANY)
    for number, what in enumerate(("*m", "[*m, *m]", "{a: b}", "text", "[[*m]]")):
        yield opens(
            f"merge-{number}",
            "a merge key is a field like any other",
            f"title: T\nx-m: &m {{kind: call}}\n<<: {what}\n",
            "3:1: warning: <<: unknown field `<<`; merge keys are not obeyed, write the fields out",
        )
    yield opens("merge-circle", "a merge of itself", "title: T\nx-m: &m\n  <<: *m\n", "stands inside what it names")
    yield refused(
        "merge-bomb", "a bomb through merges", f"title: T\n{_MAPPING_BOMB}\nx-z:\n  <<: [*a8, *a8]\n", _TOO_MANY
    )
    yield refused(
        "many-aliases", "each is cheap", "title: T\nx-a: &a x\nx-b: [" + "*a, " * 300 + "]\n", "more than 200 aliases"
    )
    for size in (10_000, 500_000):
        yield refused(
            f"repeated-text-{size}",
            "few values, but 200 times a long text",
            lambda size=size: f"title: T\nx-a: &a '{'a' * size}'\nx-b: [{'*a, ' * 199}]\n".encode(),
            "error: yaml: aliases repeat too much text; write the values out",
        )
    yield refused(
        "repeated-nested-text",
        "the same in three steps",
        f"title: T\nx-a: &a {'a' * 9000}\nx-b: &b [{'*a, ' * 14}]\nx-c: &c [{'*b, ' * 14}]\nx-d: [{'*c, ' * 14}]\n",
        "aliases repeat too much text",
    )
    yield opens(
        "alias-of-nobody", "an alias before any anchor", "title: *a\nx-b: &a c\n", "1:8: warning: yaml: YAML takes `*a`"
    )
    deep = "".join(f"x-{n}: &d{n} [*d{n - 1}]\n" if n else "x-0: &d0 [x]\n" for n in range(30))
    yield refused("deep-by-alias", "30 levels, each an alias", f"title: T\n{deep}", "nested more than 24 levels deep")
