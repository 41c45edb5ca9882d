"""References to nobody, to several, to oneself, and ids that clash."""

from tests.hostile.case import Cases, opens, silent

_PEOPLE = "title: T\nofficials: [{id: a, name: Ann Lee}, {id: b, name: Bo Lee, aliases: [Bobo, Ann]}]\n"


def cases() -> Cases:
    """Yield references that lead nowhere, to two, in circles, and the same id twice."""
    for name, field, line in (
        ("who", "agenda: [{topic: t, who: [X]}]", "agenda[0].who"),
        ("event", "timeline: [{date: 2018, event: E, who: X}]", "timeline[0].who"),
        ("principal", "principal: X", "principal"),
        ("sources", "agenda: [{topic: t, sources: X}]", "agenda[0].sources"),
        ("official", "officials: [{name: N, sources: [X]}]", "officials[0].sources"),
        ("after", "timeline: [{event: E, after: X}]", "timeline[0].after"),
    ):
        for kind, written in (
            ("nobody", "Nobody"),
            ("number", "7"),
            ("dots", "..."),
            ("long", "x" * 10_000),
            ("hidden", '"\\u200b\\u200e"'),
        ):
            people = "title: T\n" if name == "official" else _PEOPLE
            said = (f"warning: {line}: nothing in",) if kind not in ("hidden", "dots") else ()
            yield opens(
                f"{kind}-in-{name}", f"a reference to {kind}", f"{people}{field.replace('X', written)}\n", *said
            )
    yield opens(
        "two",
        "a part of two names",
        f"{_PEOPLE}principal: Lee\n",
        "3:12: warning: principal: `Lee` may be Ann Lee or Bo Lee",
    )
    yield opens("alias-and-part", "an alias of one, a part of another", f"{_PEOPLE}principal: Ann\n")
    yield opens(
        "oneself",
        "an entry after itself",
        "title: T\ntimeline: [{id: a, event: E, after: a}]\n",
        "an entry cannot come after itself",
    )
    yield opens(
        "each-other",
        "two entries after each other",
        "title: T\ntimeline: [{id: a, event: A, after: b}, {id: b, event: B, after: a}]\n",
    )
    circle = ", ".join(f"{{id: e{n}, event: E, after: e{(n + 1) % 500}}}" for n in range(500))
    yield opens("circle", "500 entries in a circle", f"title: T\ntimeline: [{circle}]\n")
    yield opens(
        "own-name",
        "a source of itself",
        "title: T\nsources: [{id: s, name: s, note: s}]\nagenda: [{topic: t, sources: s}]\n",
    )
    yield opens(
        "supersedes-itself", "a brief that replaces itself", "title: T\nid: x\nsupersedes: x\nrelated: [x, x]\n"
    )
    for table, fields in (
        ("officials", "name: N"),
        ("agenda", "topic: T"),
        ("timeline", "date: 2018, event: E"),
        ("sources", "name: N"),
    ):
        yield opens(
            f"same-id-in-{table}",
            f"the same id twice in {table}",
            f"title: T\n{table}:\n- {{id: a, {fields}}}\n- {{id: a, {fields}}}\n",
            f"4:1: warning: {table}[1].id: `a` is the id of the entry on line 3 too; choose another",
        )
    yield opens(
        "same-name", "two people of one name", "title: T\nofficials: [Ann, Ann]\nprincipal: Ann\n", "may be Ann or Ann"
    )
    yield silent(
        "same-id-across",
        "one id in two lists",
        "title: T\nofficials: [{id: a, name: N}]\nsources: [{id: a, name: N}]\n",
    )
    for name, written in (
        ("path", "../../etc/passwd"),
        ("absolute", "/etc/passwd"),
        ("spaces", "a b"),
        ("slashes", "a//b"),
        ("colon", "'C:x'"),
        ("empty-part", "a/"),
        ("long", "a" * 300),
        ("dotdot", ".."),
    ):
        says: tuple[str, ...] = () if name in ("path", "dotdot") else ("warning: id:", "is no id")
        yield opens(f"id-{name}", "an id that looks like a path", f"title: T\nid: {written}\n", *says)
