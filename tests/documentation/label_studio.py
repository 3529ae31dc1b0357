"""What stands in for Label Studio where a page talks to it: one project, in which nobody corrects anything."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

ADDRESS = "localhost:8080"  # where pages say that it is
TOKEN = "0123456789abcdef"  # noqa: S105  # it opens nothing


class Project(BaseHTTPRequestHandler):
    """Takes tasks, and gives them back with what was predicted as what was found right."""

    tasks: list[dict[str, Any]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.refused("/api/projects/1/import"):
            return
        if self.headers["Content-Type"] != "application/json":
            self.answer(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, {"detail": "not JSON"})
            return
        try:
            tasks = json.loads(body)
            found = [task["predictions"][0]["result"] for task in tasks if task["data"]["text"]]
        except (ValueError, LookupError, TypeError) as error:
            self.answer(HTTPStatus.BAD_REQUEST, {"detail": str(error)})
            return
        self.tasks += [{**task, "annotations": [{"result": each}]} for task, each in zip(tasks, found, strict=True)]
        self.answer(HTTPStatus.CREATED, {"task_count": len(tasks), "annotation_count": 0})

    def do_GET(self) -> None:
        if not self.refused("/api/projects/1/export?exportType=JSON"):
            self.answer(HTTPStatus.OK, self.tasks)

    def refused(self, path: str) -> bool:
        """Whether it is asked for something else, or by someone else."""
        if self.headers["Authorization"] != f"Token {TOKEN}":
            self.answer(HTTPStatus.UNAUTHORIZED, {"detail": "no such token"})
        elif self.path != path or self.headers["Host"] != ADDRESS:
            self.answer(HTTPStatus.NOT_FOUND, {"detail": "no such page"})
        else:
            return False
        return True

    def answer(self, status: HTTPStatus, content: object) -> None:
        body = json.dumps(content, separators=(",", ":")).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def running() -> Iterator[int]:
    """Run it; its port."""
    handler = type("Handler", (Project,), {"tasks": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
