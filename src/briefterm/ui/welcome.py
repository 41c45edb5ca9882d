"""How the app greets whoever opens it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Welcome:
    """`newcomer`: to be shown around; `said` stands in the footer until something else is looked at."""

    newcomer: bool = False
    said: str = ""


WELCOME = Welcome()
