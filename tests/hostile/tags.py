"""Tags: every one that builds, runs, includes or reads something elsewhere is text here."""

from tests.hostile.case import Cases, opens

_TAGS = (
    "!!python/object:os.system",
    "!!python/object/new:subprocess.Popen",
    "!!python/object/apply:os.system",
    "!!python/name:os.system",
    "!!python/module:os",
    "!!python/tuple",
    "!!python/bytes",
    "!!python/none",
    "!!python/dict",
    "!!python/complex",
    "!!ruby/object:Gem::Installer",
    "!!ruby/hash:ActionController",
    "!!ruby/regexp",
    "!!ruby/sym",
    "!!java.net.URLClassLoader",
    "!!javax.script.ScriptEngineManager",
    "!!js/function",
    "!!perl/code",
    "!!php/object",
    "!!binary",
    "!!bool",
    "!!float",
    "!!int",
    "!!null",
    "!!merge",
    "!!omap",
    "!!pairs",
    "!!set",
    "!!seq",
    "!!map",
    "!!timestamp",
    "!!value",
    "!!yaml",
    "!<tag:yaml.org,2002:python/object/apply:os.system>",
    "!<tag:owned.example,2023:x>",
    "!<!include>",
    "!include",
    "!include_dir_merge_named",
    "!env_var",
    "!ENV",
    "!secret",
    "!Ref",
    "!Sub",
    "!vault",
    "!reference",
    "!python/object/apply:os.system",
    "!important",
    "!Lavrov",
    "!1",
)


def cases() -> Cases:
    """Yield every tag on a text, a quoted text, a list, a mapping, a key and the whole brief."""
    for number, tag in enumerate(_TAGS):
        name = f"{number}-{''.join(char if char.isalnum() else '-' for char in tag).strip('-')}"
        own = tag[1:2] not in "!<" or tag == "!<!include>"
        said = "for a tag; put the text in quotes" if own else "is not obeyed"
        yield opens(
            f"{name}-on-text",
            f"{tag} on a text",
            f"title: T\nsummary: {tag} ls\n",
            f"2:10: warning: yaml: {'YAML takes' if own else 'the tag'}",
            said,
        )
        yield opens(
            f"{name}-on-quoted",
            f"{tag} on a quoted text",
            f'title: T\nsummary: {tag} "ls"\n',
            "is not obeyed",
            shows=["ls"],
        )
        yield opens(
            f"{name}-on-list",
            f"{tag} on a list",
            f"title: T\ntags: {tag} [ls, -l]\n",
            "2:7: warning: yaml: the tag",
            shows=["ls"],
        )
        yield opens(
            f"{name}-on-mapping",
            f"{tag} on a mapping",
            f"title: T\nplace: {tag} {{city: Delhi}}\n",
            "is not obeyed",
            shows=["Delhi"],
        )
        yield opens(
            f"{name}-on-entry",
            f"{tag} on an official",
            f"title: T\nofficials:\n- {tag} {{name: N}}\n",
            "is not obeyed",
            shows=["N"],
        )
        yield opens(f"{name}-on-key", f"{tag} on a key", f"title: T\n{tag} place: Delhi\n", "2:1: warning: yaml:")
        yield opens(
            f"{name}-on-all",
            f"{tag} on the whole",
            f"--- {tag}\ntitle: T\n",
            "1:5: warning: yaml: the tag",
            shows=["T"],
        )
    yield opens(
        "handle", "a handle of one's own", "%TAG !e! tag:x,2023:\n---\ntitle: !e!y T\n", "the tag `tag:x,2023:y`"
    )
    yield opens("bang", "a lone `!` says text", "title: ! T\n", shows=["T"])
    yield opens("escaped", "an escape in a tag", "title: !a%1b%5b31m T\n", "1:8: warning")
