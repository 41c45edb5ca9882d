"""`briefterm schema`: the JSON Schema of the format."""

from briefterm.brief.schema import json_schema
from briefterm.brief.template import SCHEMA_FILE
from briefterm.cli.options import Parser, parser
from briefterm.cli.output import print_json

_NOTES = f"""\
For editors with a YAML language server: save it beside your briefs and name it in the first line of each.

  briefterm schema > {SCHEMA_FILE}
  # yaml-language-server: $schema={SCHEMA_FILE}"""


def command_parser() -> Parser:
    """Return the parser of `schema`."""
    return parser("schema", "Print the JSON Schema of a brief.", _NOTES)


def run(arguments: list[str]) -> int:
    """Print the schema."""
    command_parser().parse_args(arguments)
    print_json(json_schema(), indent=2)
    return 0
