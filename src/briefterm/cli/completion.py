"""`briefterm completion`: the script that teaches a shell to complete briefterm's commands and options."""

import sys

from briefterm.cli.options import Parser, parser

SHELLS = ("bash", "zsh", "fish")
_NOTES = """\
  bash   briefterm completion bash > ~/.local/share/bash-completion/completions/briefterm
  zsh    briefterm completion zsh > ~/.zfunc/_briefterm     (with `fpath+=~/.zfunc` before compinit)
  fish   briefterm completion fish > ~/.config/fish/completions/briefterm.fish"""


def command_parser() -> Parser:
    """Return the parser of `completion`."""
    made = parser("completion", "Print a script that lets a shell complete commands, options and file names.", _NOTES)
    made.add_argument("shell", choices=SHELLS, help="the shell it is for")
    return made


def run(arguments: list[str]) -> int:
    """Print the script."""
    parsed = command_parser().parse_args(arguments)
    import shtab

    from briefterm.cli.program import program

    sys.stdout.write(shtab.complete(program(), parsed.shell) + "\n")
    return 0
