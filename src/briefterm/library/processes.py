"""Work shared out to other processes, its results in order. Each ends with its pipe: none outlives its master."""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor
    from multiprocessing.connection import Connection

Task = TypeVar("Task")
Result = TypeVar("Result")
Work = Callable[[list[Task]], list[Result]]

MOST_PROCESSES = 4
_AHEAD = 16
_RARELY = 100_000


def mapped(work: Work[Task, Result], tasks: Sequence[Task], size: int, worthwhile: int) -> Iterator[Result]:
    """Yield what `work` makes of `tasks`, given to it `size` at a time, in their order.

    From `worthwhile` tasks on, other processes do it, as many as there are processors: then `work` must be importable,
    and tasks and results fit for pickling. Where `work` raises there, EOFError is raised here.
    """
    chunks = (list(tasks[start : start + size]) for start in range(0, len(tasks), size))
    processes = min(MOST_PROCESSES, os.cpu_count() or 1)
    if processes < 2 or len(tasks) < worthwhile:
        yield from (result for chunk in chunks for result in work(chunk))
        return
    from concurrent.futures import ThreadPoolExecutor
    from multiprocessing import get_context

    context = get_context("spawn")
    free: SimpleQueue[Connection] = SimpleQueue()
    workers = []
    with ThreadPoolExecutor(processes) as pool:
        try:
            for _ in range(processes):
                ours, theirs = context.Pipe()
                worker = context.Process(target=_serve, args=(theirs, work), daemon=True)
                worker.start()
                theirs.close()
                workers.append((worker, ours))
                free.put(ours)
            yield from _collected(pool, free, chunks)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            for worker, _ in workers:
                worker.kill()
                worker.join()
    for _, connection in workers:
        connection.close()


def _collected(
    pool: "ThreadPoolExecutor", free: "SimpleQueue[Connection]", chunks: Iterable[list[Task]]
) -> Iterator[Result]:
    """Hand out chunks, so many ahead that a pause of the one who collects keeps nobody waiting."""

    def done(chunk: list[Task]) -> list[Result]:
        worker = free.get()
        try:
            worker.send(chunk)
            results: list[Result] = worker.recv()
        finally:
            free.put(worker)
        return results

    remaining = iter(chunks)
    waiting: deque[Future[list[Result]]] = deque(pool.submit(done, chunk) for chunk in islice(remaining, _AHEAD))
    while waiting:
        results = waiting.popleft().result()
        waiting.extend(pool.submit(done, chunk) for chunk in islice(remaining, 1))
        yield from results


def _serve(master: "Connection", work: Work[Task, Result]) -> None:
    gc.set_threshold(_RARELY)
    gc.freeze()
    try:
        while True:
            master.send(work(master.recv()))
    except (EOFError, OSError, KeyboardInterrupt):
        return
