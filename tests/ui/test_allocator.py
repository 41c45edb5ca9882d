"""Large blocks go back to the system, in a process of its own: what malloc has learnt from other tests stays."""

import ctypes
import sys

import pytest

from tests.support import run_python

SCRIPT = """\
import ctypes, sys
from briefterm.ui.allocator import keep_little

class Info(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd")]
    _fields_ += [(name, ctypes.c_size_t) for name in ("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")]

mallinfo = ctypes.CDLL(None).mallinfo2
mallinfo.restype = Info
if sys.argv[1] == "little":
    keep_little()
large = bytearray(16 << 20)
del large
before = mallinfo().hblkhd
kept = bytearray(1 << 20)
print(mallinfo().hblkhd - before >= 1 << 20)
"""


def has_mallinfo() -> bool:
    return sys.platform == "linux" and hasattr(ctypes.CDLL(None), "mallinfo2")


@pytest.mark.skipif(not has_mallinfo(), reason="glibc 2.33 alone tells what it has mapped")
@pytest.mark.parametrize("kept", ["little", "as it comes"])
def test_a_large_block_is_not_kept_for_those_after_it(kept: str) -> None:
    run = run_python("-c", SCRIPT, kept)
    assert run.out.strip() == str(kept == "little"), run.err
