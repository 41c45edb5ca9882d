"""notmuch over the same briefs: one mail a brief, where the program is installed."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from briefterm.search.words import words

_ADDRESS = "briefs@example.org"


class Notmuch:
    """A mail folder with an index of its own below `home`."""

    def __init__(self, program: str, home: Path, briefs: Iterable[tuple[str, str]]) -> None:
        """Write each brief, a title and a text, as a mail."""
        self._program = program
        self._mails = home / "mail" / "cur"
        for folder in (self._mails, self._mails.with_name("new"), self._mails.with_name("tmp")):
            folder.mkdir(parents=True)
        config = home / "config"
        config.write_text(
            f"[database]\npath={home / 'mail'}\n[user]\nname=B\nprimary_email={_ADDRESS}\n[new]\ntags=\n[search]\n",
            encoding="utf-8",
        )
        self._environment = {**os.environ, "NOTMUCH_CONFIG": str(config), "HOME": str(home)}
        self._count = 0
        for title, text in briefs:
            self._write(title, text)

    @classmethod
    def over(cls, home: Path, briefs: Iterable[tuple[str, str]]) -> "Notmuch | None":
        """Return it, or None where it is not installed."""
        program = shutil.which("notmuch")
        return None if program is None else cls(program, home, briefs)

    def new(self) -> float:
        """Index what is new; return the seconds that took."""
        start = time.perf_counter()
        self._run("new", "--quiet", "--no-hooks")
        return time.perf_counter() - start

    def add(self, word: str) -> float:
        """Add one mail with this word; return the seconds until it is found."""
        start = time.perf_counter()
        self._write("Changed", f"The word is {word}.")
        self._run("new", "--quiet", "--no-hooks")
        if self._run("count", word).strip() != "1":
            raise RuntimeError(f"notmuch does not find {word}")
        return time.perf_counter() - start

    def command(self, *arguments: str) -> tuple[list[str], dict[str, str]]:
        """Return how to run it: command and environment."""
        return [self._program, *arguments], self._environment

    def search(self, text: str) -> int:
        """Find the mails with all words, the last as a beginning; return how many of twenty."""
        found = [word.text for word in words(text)]
        if not found:
            return 0
        asked = f'"{" ".join(found)}"' if text.startswith('"') else " and ".join([*found[:-1], f"{found[-1]}*"])
        return len(self._run("search", "--output=messages", "--limit=20", asked).splitlines())

    def _write(self, title: str, text: str) -> None:
        mail = EmailMessage(SMTP)
        mail["From"] = mail["To"] = _ADDRESS
        mail["Subject"] = " ".join(title.split())
        mail["Message-ID"] = f"<{self._count}@example.org>"
        mail["Date"] = "Thu, 01 Jan 2015 00:00:00 +0000"
        mail.set_content(text, charset="utf-8", cte="8bit")
        (self._mails / f"{self._count}:2,S").write_bytes(mail.as_bytes())
        self._count += 1

    def _run(self, *arguments: str) -> str:
        command, environment = self.command(*arguments)
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
