#!/usr/bin/env python3
"""Lets GoTestWAF judge what the API refuses of a text.

GoTestWAF puts each of its payloads somewhere into a request to any site: path, query, form, JSON,
XML, a field. The API has other paths and refuses members that it does not know, which says nothing
about payloads. So this takes the payload out of the request, as a web framework would, and hands it
in as the description of an otherwise good submission. Refused is 400, 403, 413 and 422, passed 201.

    gotestwaf.py INSTANCE TOKEN_FILE FOLDER

Needs a folder with gotestwaf, its config.yaml and its testcases, which GOTESTWAF names. The last
line is the figure, which is no gate; but an answer 5xx is.
"""

import email
import http.server
import json
import os
import pathlib
import subprocess
import sys
import threading
import urllib.parse
from collections import Counter

from running import Run

GOOD = {"title": "Kept", "category": "bug", "contactEmail": "ann@example.com"}
TIMEOUT_SECONDS = 300


def texts(value):
    if isinstance(value, str):
        yield value
    for member in value.values() if isinstance(value, dict) else value if isinstance(
            value, list) else ():
        yield from texts(member)


def decoded(pairs):
    return [urllib.parse.unquote_plus(pair.partition("=")[2] or pair, errors="replace")
            for pair in pairs.split("&") if pair]


def payload(target, fields, body):
    """Returns the longest text that a request carries where GoTestWAF puts payloads."""
    url = urllib.parse.urlsplit(target)
    found = [urllib.parse.unquote(url.path, errors="replace").lstrip("/"), *decoded(url.query)]
    found += [value for name, value in fields.items() if name.lower().startswith("x-")]
    kind, text = fields.get("Content-Type", ""), body.decode("utf-8", "replace")
    if "urlencoded" in kind:
        found += decoded(text)
    elif "multipart" in kind:
        parts = email.message_from_string(f"Content-Type: {kind}\n\n{text}").get_payload()
        found += [part.get_payload() for part in parts] if isinstance(parts, list) else [parts]
    elif "json" in kind:
        try:
            found += texts(json.loads(text))
        except ValueError:
            found.append(text)
    else:
        found.append(text)
    return max(found, key=len) or fields.get("User-Agent", "")


class OneText(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    client = staticmethod(lambda: None)
    seen = Counter()

    def log_message(self, *_):
        pass

    def do_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        text = payload(self.path, self.headers, body)
        status, answer = self.client().submit(json.dumps(GOOD | {"description": text}).encode())
        self.seen[status] += 1
        self.send_response_only(status)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_any


def main():
    instance, token_file, folder = sys.argv[1:]
    run, token = Run(instance), pathlib.Path(token_file).read_text(encoding="ascii").strip()
    OneText.client = staticmethod(lambda: run.api(token))
    tool = pathlib.Path(os.environ["GOTESTWAF"]).resolve()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), OneText)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    subprocess.run(
        [tool / "gotestwaf", "--url", f"http://127.0.0.1:{server.server_port}/",
         "--configPath", tool / "config.yaml", "--testCasesPath", tool / "testcases",
         "--skipWAFBlockCheck", "--skipWAFIdentification", "--noEmailReport",
         "--blockStatusCodes", "400,403,413,422", "--passStatusCodes", "201", "--sendDelay", "1",
         "--randomDelay", "1", "--reportFormat", "json", "--reportPath", folder,
         "--reportName", "report"],
        check=True, timeout=TIMEOUT_SECONDS)
    report = json.loads((pathlib.Path(folder) / "report.json").read_text(encoding="utf-8"))
    attacks, texts_ = (report["summary"][kind] for kind in (
        "true_positive_tests", "true_negative_tests"))
    faults = sum(count for status, count in OneText.seen.items() if status >= 500)
    print(f"{attacks['score']} % of {attacks['summary']['resolved_tests']} attacks refused,"
          f" {texts_['score']} % of {texts_['summary']['resolved_tests']} honest texts passed,"
          f" {faults} answers 5xx")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
