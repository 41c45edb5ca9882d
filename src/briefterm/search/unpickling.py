"""What an index may hold: Whoosh stores its parts by pickle, and a pickle can name any function to be called.

Whoosh's modules are given loaders that know the handful of names our index needs. Anything else is damage. They are
also given a writer of newer pickles: in the protocol Whoosh asks for, every string of bytes is the call of a function,
and postings are thirty times slower to read.
"""

import io
import pickle
from types import ModuleType, SimpleNamespace
from typing import IO, Any

from whoosh import columns, formats, index
from whoosh.codec import whoosh3
from whoosh.filedb import structfile

_PROTOCOL = 5
_ALLOWED = frozenset(
    {
        ("whoosh.codec.whoosh3", "W3Segment"),
        ("briefterm.search.codec", "Codec"),
        ("collections", "defaultdict"),
        ("builtins", "int"),
    }
)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ALLOWED:
            raise pickle.UnpicklingError(f"an index does not hold {module}.{name}")
        return super().find_class(module, name)


def load(file: IO[bytes]) -> Any:
    """Return the next object in `file`. Raises UnpicklingError for one that no index of ours holds."""
    return _Unpickler(file).load()


def loads(data: bytes) -> Any:
    """Return the object in `data`. Raises UnpicklingError for one that no index of ours holds."""
    return _Unpickler(io.BytesIO(data)).load()


def dumps(value: Any, _: int = 2) -> bytes:
    """Return the pickle of `value`, in a protocol that knows bytes."""
    return pickle.dumps(value, _PROTOCOL)


_SAFE_PICKLE = SimpleNamespace(
    load=load, loads=loads, dump=pickle.dump, dumps=dumps, PicklingError=pickle.PicklingError
)
_GUARDED: tuple[ModuleType, ...] = (index, columns, formats, whoosh3, structfile)


def guard() -> None:
    """Have Whoosh load and store by these functions alone, from now on."""
    for module in _GUARDED:
        for name, value in list(vars(module).items()):
            if value is pickle.load:
                setattr(module, name, load)
            elif value is pickle.loads:
                setattr(module, name, loads)
            elif value is pickle.dumps:
                setattr(module, name, dumps)
            elif value is pickle:
                setattr(module, name, _SAFE_PICKLE)
