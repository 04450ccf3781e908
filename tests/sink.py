"""A mail server of our own for tests: takes whatever comes and keeps it."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Taken:
    """The mails that came: to whom, and what the wire carried; `refuses` makes the server take no more, `unknown` is an
    address it does not know."""

    port: int = 0
    mails: list[tuple[str, str]] = field(default_factory=list)
    refuses: bool = False
    unknown: str = ""


@contextmanager
def mail_sink(port: int = 0) -> Iterator[Taken]:
    """Run the server on a port, a free one unless told, as long as the block lasts."""
    taken = Taken()

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 sink")
            to = ""
            while line := self.rfile.readline().decode().strip():
                word = line.split(" ", maxsplit=1)[0].upper()
                if word == "RCPT":
                    to = line.split("<")[1].split(">")[0]
                if word == "DATA":
                    self.say("354 go on")
                    taken.mails.append((to, self.body()))
                if word == "QUIT":
                    self.say("221 bye")
                    return
                if word == "RCPT" and to == taken.unknown:
                    self.say("550 nobody of that name")
                    continue
                self.say("451 not now" if word == "MAIL" and taken.refuses else "250 ok")

        def say(self, words: str) -> None:
            self.wfile.write(f"{words}\r\n".encode())

        def body(self) -> str:
            lines: list[str] = []
            while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
                lines.append(line)
            return "\n".join(lines)

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    with Server(("127.0.0.1", port), Talk) as server:
        taken.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield taken
        server.shutdown()
