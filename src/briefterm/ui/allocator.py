"""What the C library keeps of memory that has been given back to it, brought down to what is worth keeping."""

import sys

_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8  # as malloc.h of glibc has them
_LARGE = 128 * 1024


def keep_little() -> None:
    """Have large blocks go back to the system when they are freed, and all threads share one arena; glibc alone.

    By itself it takes the largest block freed so far, up to 32 MiB, for the size to keep from then on: columns of a
    whole library, read once, then leave holes for as long as the program runs. Elsewhere nothing is done. To be called
    before there are threads.
    """
    if sys.platform != "linux":
        return
    try:
        import ctypes

        mallopt = ctypes.CDLL(None).mallopt
    except (ImportError, OSError, AttributeError):  # another C library
        return
    mallopt(_M_MMAP_THRESHOLD, _LARGE)
    mallopt(_M_ARENA_MAX, 1)
