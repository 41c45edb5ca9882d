import subprocess
import sys

import pytest


@pytest.mark.parametrize("first", ["home", "whoosh_engine"])
def test_whoosh_is_imported_without_what_it_has_no_use_for(first: str) -> None:
    script = (
        f"import sys, briefterm.search.{first}\n"
        "print(*(name in sys.modules for name in ('asyncio', 'email', 'http.client')))\n"
        "import asyncio, urllib.request\n"
        "print(hasattr(asyncio, 'run'), hasattr(urllib.request, 'urlopen'))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "False", "True", "True"]
