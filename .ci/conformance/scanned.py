"""What scanners are pointed at: the API of a run, and beside it a few lines with known holes.

A scanner cannot sign in, nor make an Idempotency-Key for each request, nor a submission for each
that it wants to review. So each request is passed on with the token of who may send it, API key, a
new Idempotency-Key and If-Match: *, a patch with its media type; a submission is made where one is
used up; and all else is left as it is.

Below /control/ the answer comes from SQLite, with values pasted into the statement and into the
page: what a scanner does not find there it cannot be trusted not to find in the API.
"""

import http.client
import http.server
import json
import sqlite3
import threading
import urllib.parse
import uuid
from collections import Counter

GOOD = {"title": "Kept", "description": "It is there again.", "category": "bug",
        "contactEmail": "ann@example.com"}
OWN_FIELDS = {"host", "connection", "keep-alive", "transfer-encoding", "content-length",
              "accept-encoding", "authorization", "x-api-key", "idempotency-key", "if-match"}
SECURITY = ("/v1/threats", "/v1/actors", "/v1/requests", "/v1/traffic", "/v1/monitoring",
            "/v1/firewall", "/v1/what-if", "/v1/blocks", "/v1/allowlist")
TIMEOUT_SECONDS = 30


class Scanned(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    reviewer = None  # makes a client of the API
    security = None  # the same, for what the security team alone may do
    submission = ""
    seen = Counter()

    def log_message(self, *_):
        pass

    def do_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.startswith("/control/"):
            self.reply(200, [("Content-Type", "text/html")], control(self.path, body))
        else:
            answer = self.passed_on(body)
            self.seen[answer[0]] += 1
            self.reply(*answer)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_any

    def target(self):
        uses_up = self.command == "DELETE" or "/review" in self.path
        if uses_up and self.submission in self.path:
            return self.path.replace(self.submission, new_submission(self.reviewer()))
        return self.path

    def passed_on(self, body):
        client = self.security() if self.path.startswith(SECURITY) else self.reviewer()
        fields = {name.lower(): value for name, value in client.fields.items()}
        fields |= {name.lower(): value for name, value in self.headers.items()
                   if name.lower() not in OWN_FIELDS}
        fields |= {"if-match": "*", "idempotency-key": f'"{uuid.uuid4()}"',
                   "content-length": str(len(body))}
        if self.command == "PATCH":
            fields["content-type"] = "application/merge-patch+json"
        connection = http.client.HTTPConnection(client.host, timeout=TIMEOUT_SECONDS)
        try:
            connection.putrequest(self.command, self.target(), skip_accept_encoding=True)
            for name, value in fields.items():
                connection.putheader(name, value.encode("latin-1", "replace"))
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        except (OSError, ValueError, http.client.HTTPException) as e:
            return 400, [("Content-Type", "text/plain")], f"not sent: {e}".encode()
        finally:
            connection.close()

    def reply(self, status, fields, body):
        self.send_response_only(status)
        for name, value in fields:
            if name.lower() not in OWN_FIELDS:
                self.send_header(name, value)
        if status not in (204, 304):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def new_submission(api):
    status, answer = api.submit(json.dumps(GOOD).encode())
    if status != 201:
        raise ValueError(f"no submission could be made: {status} {answer!r}")
    return json.loads(answer)["id"]


def control(path, body):
    """Answers with the rows that an injected statement selects, and shows what was asked for."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE things (id INTEGER, name TEXT)")
    database.execute("INSERT INTO things VALUES (1, 'one'), (2, 'two')")
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(path).query)
    asked = query.get("id", ["1"])[0]
    try:
        rows = database.execute(f"SELECT name FROM things WHERE id = {asked}").fetchall()
    except (sqlite3.Error, sqlite3.Warning, ValueError) as e:
        rows = [("sqlite3.OperationalError: " + str(e),)]
    finally:
        database.close()
    return f"<html><body>{asked}: {rows}</body></html>".encode()


def started(reviewer, security):
    """Serves on loopback until the process ends; returns the URL.

    :param reviewer: makes a client of the API that signs in as one who reviews
    :param security: makes one that signs in as one of the security team
    """
    Scanned.reviewer, Scanned.security = staticmethod(reviewer), staticmethod(security)
    Scanned.submission = new_submission(reviewer())
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Scanned)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"
