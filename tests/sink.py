"""A mail server for tests: takes what comes on a port of this machine and keeps it."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Talk(socketserver.StreamRequestHandler):
    """Just enough of RFC 5321 for one client that behaves."""

    def handle(self) -> None:
        self.wfile.write(b"220 sink\r\n")
        while line := self.rfile.readline():
            word = line[:4].upper().strip()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                told = b""
                while (part := self.rfile.readline()) not in (b".\r\n", b""):
                    told += part
                self.server.taken.append(told.decode())  # type: ignore[attr-defined] # set below
            self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n")
            if word == b"QUIT":
                return


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@contextmanager
def mail_sink(port: int) -> Iterator[list[str]]:
    """Take mail on a port while inside; yields what came."""
    with _Server(("127.0.0.1", port), _Talk) as server:
        server.taken = []  # type: ignore[attr-defined] # read above
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.taken  # type: ignore[attr-defined] # as above
        server.shutdown()
        thread.join()
