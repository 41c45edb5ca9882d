"""Run the whole fault suite: `python -m tests.faults [KILLS]`, two hundred kills by default."""

import os
import sys
from pathlib import Path

import pytest

os.environ["BRIEFTERM_KILLS"] = sys.argv[1] if len(sys.argv) > 1 else "200"
sys.exit(pytest.main(["-q", "-rP", "--no-header", "--capture=fd", str(Path(__file__).parent)]))
