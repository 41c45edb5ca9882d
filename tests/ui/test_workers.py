"""Threads that do the newest thing asked of them."""

import threading

from briefterm.ui.workers import Latest

PATIENCE = 20.0


def test_it_rests_when_nothing_more_is_asked_for() -> None:
    told: list[bool] = []
    done = threading.Event()

    def work(request: str) -> None:
        told.append(latest.rests(0.01))
        done.set()

    latest: Latest[str] = Latest("test", work)
    latest.submit("one")
    assert done.wait(PATIENCE)
    latest.close()
    assert told == [True]


def test_whatever_is_asked_for_ends_the_rest() -> None:
    told: list[tuple[str, bool]] = []
    begun, done = threading.Event(), threading.Event()

    def work(request: str) -> None:
        begun.set()
        told.append((request, latest.rests(PATIENCE if request == "one" else 0.01)))
        if request == "two":
            done.set()

    latest: Latest[str] = Latest("test", work)
    latest.submit("one")
    assert begun.wait(PATIENCE)
    latest.submit("two")
    assert done.wait(PATIENCE / 2)
    latest.close()
    assert told == [("one", False), ("two", True)]


def test_the_end_ends_the_rest() -> None:
    begun, done = threading.Event(), threading.Event()

    def work(request: str) -> None:
        begun.set()
        if not latest.rests(PATIENCE):
            done.set()

    latest: Latest[str] = Latest("test", work)
    latest.submit("one")
    assert begun.wait(PATIENCE)
    latest.close()
    assert done.wait(PATIENCE / 2)


def test_what_is_dropped_is_not_begun_and_what_is_being_done_is_not_wanted_any_more() -> None:
    told: list[tuple[str, bool]] = []
    begun, dropped, first, done = (threading.Event() for _ in range(4))

    def work(request: str) -> None:
        begun.set()
        dropped.wait(PATIENCE)
        told.append((request, latest.idle()))
        first.set()
        if request == "three":
            done.set()

    latest: Latest[str] = Latest("test", work)
    latest.submit("one")
    assert begun.wait(PATIENCE)
    latest.submit("two")
    latest.drop()
    dropped.set()
    assert first.wait(PATIENCE)
    latest.submit("three")
    assert done.wait(PATIENCE)
    latest.close()
    assert told == [("one", False), ("three", True)]
