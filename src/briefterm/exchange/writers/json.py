"""Our own JSON: every field of the brief under the name it has in YAML, in its full form. Nothing is lost.

It is what `import` reads back, and what the JSON Schema of the format describes.
"""

import json

from briefterm.brief.model import Brief
from briefterm.brief.plain import plain


def write(brief: Brief) -> str:
    """Return `brief` as one JSON object, ending in a line feed."""
    return json.dumps(plain(brief), ensure_ascii=False, indent=2) + "\n"
