#!/usr/bin/env python3
"""Lets a scanner look for injections in the API of a run.

First it has to find those of a small server that has some; then it goes by the API's own document,
whose address is changed to that of scanned.py, on loopback. Whatever it reports of the API is a
fault.

    scanners.py sqlmap|wapiti COMMAND INSTANCE REVIEWER_TOKEN SECURITY_TOKEN FOLDER [LEVEL]

The tokens are names of files.

Nothing leaves this machine: the scanner's proxy is a port where nobody listens, but for loopback.
The last line is the figure.
"""

import csv
import json
import os
import pathlib
import subprocess
import sys
import uuid

import scanned
from running import Run

# Scanners that give their name are refused by the firewall before anything else.
AGENT = "Mozilla/5.0 (X11; Linux x86_64) conformance"
NOWHERE = "http://127.0.0.1:9"
TIMEOUT_SECONDS = 1800
# Not among them: ssrf, log4shell and xxe's second half, which ask a host of wapiti's makers;
# spring4shell, which takes any 400 for a hole; htaccess, which takes a 404 for one where the method
# is unknown; those about TLS, login forms, products and their
# versions, which an API on loopback has not; and those that guess paths.
WAPITI_MODULES = ("sql,timesql,xss,permanentxss,exec,file,crlf,redirect,ldap,shellshock,xxe,"
                  "methods,csp,http_headers,cookieflags,upload")


class Scanner:
    def __init__(self, command, url, folder):
        self.command, self.url, self.folder = command, url, pathlib.Path(folder)

    def start(self, name, *arguments):
        with open(self.folder / f"{name}.log", "w", encoding="utf-8") as log:
            subprocess.run(
                [self.command, *arguments], stdin=subprocess.DEVNULL, stdout=log,
                stderr=subprocess.STDOUT, timeout=TIMEOUT_SECONDS, cwd=self.folder, env={
                    "PATH": os.environ["PATH"], "HOME": str(self.folder), "TERM": "dumb",
                    "http_proxy": NOWHERE, "https_proxy": NOWHERE, "no_proxy": "127.0.0.1"})

    def document(self, change):
        """Writes the API's document with this address, changed some more; returns its path."""
        _, text = scanned.Scanned.reviewer().send("GET", "/v1/openapi.json")
        document = json.loads(text)
        document["servers"] = [{"url": self.url}]
        change(document)
        path = self.folder / "openapi.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return path


class Sqlmap(Scanner):
    def __init__(self, command, url, folder, level):
        super().__init__(command, url, folder)
        self.options = ["--batch", "--disable-coloring", "--flush-session", "--ignore-code=*",
                        "--threads=4", "--risk=3", f"--level={level}", f"--user-agent={AGENT}"]

    def found(self, name, *target):
        output = self.folder / f"{name}-{uuid.uuid4()}"
        self.start(name, *target, f"--output-dir={output}", f"--results-file={output}.csv",
                   *self.options)
        log = (self.folder / f"{name}.log").read_text(encoding="utf-8")
        findings = [line for line in log.splitlines() if line.startswith("Parameter: ")]
        results = pathlib.Path(f"{output}.csv")
        if results.exists():
            with open(results, encoding="utf-8") as file:
                # It takes back itself what only looked like a statement that is false: a text that
                # the inspector refused.
                findings += [str(row) for row in csv.DictReader(file)
                             if "false positive" not in row["Note(s)"]]
        return findings, log.count("] testing '")

    def control(self):
        return self.found("control", f"--url={self.url}/control/?id=1", "--technique=BEU")[0]

    def api(self):
        def examples(document):
            # It starts from examples, and an unknown id or cursor is refused whatever follows it.
            schemas = document["components"]["schemas"]
            schemas["Id"]["examples"] = [scanned.Scanned.submission]
            document["components"]["parameters"]["Cursor"]["example"] = cursor()

        return self.found("api", f"--openapi={self.document(examples)}")


class Wapiti(Scanner):
    def found(self, name, *target):
        report = self.folder / f"{name}.json"
        report.unlink(missing_ok=True)
        # Not more at once than the function of the security team may have instances.
        self.start(name, *target, "--flush-session", "--no-bugreport", "-v", "1",
                   "--tasks", "4", "-A", AGENT,
                   "--store-session", str(self.folder / f"{name}-session"), "--store-config",
                   str(self.folder), "--endpoint", f"{self.url}/control/", "--dns-endpoint",
                   "localhost", "-f", "json", "-o", str(report))
        parts = json.loads(report.read_text(encoding="utf-8"))
        findings = [f"{kind}: {each['method']} {each['path']} {each['info']}"
                    for part in ("vulnerabilities", "anomalies")
                    for kind, all_of_kind in parts[part].items() for each in all_of_kind]
        return findings, (self.folder / f"{name}.log").read_text(
            encoding="utf-8").count("Launching module")

    def control(self):
        findings, _ = self.found("control", "--url", f"{self.url}/control/?id=1", "--scope", "page",
                                 "-m", "sql,xss")
        kinds = {finding.partition(":")[0] for finding in findings}
        return findings if {"SQL Injection", "Reflected Cross Site Scripting"} <= kinds else []

    def api(self):
        def without_names(document):
            # It sends names in braces as they are, and only bodies that the document has.
            parameters = document["components"]["parameters"]
            values = {"id": scanned.Scanned.submission, "kind": "ip"}
            paths = {}
            for path, operations in document["paths"].items():
                own = [parameters[each["$ref"].rpartition("/")[2]]
                       for each in operations.pop("parameters", [])]
                examples = {each["name"]: each["example"] for each in own if "example" in each}
                paths[path.format(**(values | examples))] = operations
            document["paths"] = paths

        starts = [word for path in ("/v1/submissions", "/v1/review-queue") for word in (
            "-s", f"{self.url}{path}?limit=20&status=received&cursor={cursor()}")]
        return self.found("api", "--url", f"{self.url}/", "--swagger",
                          str(self.document(without_names)), "-m", WAPITI_MODULES, *starts)


def cursor():
    """Returns a cursor as the API gives it out."""
    api = scanned.Scanned.reviewer()
    scanned.new_submission(api)
    _, page = api.send("GET", "/v1/submissions?limit=1")
    return json.loads(page)["nextCursor"]


def main():
    kind, command, instance, *token_files, folder = sys.argv[1:7]
    level, run = sys.argv[7:], Run(instance)
    reviewer, security = (pathlib.Path(name).read_text(encoding="ascii").strip()
                          for name in token_files)
    url = scanned.started(lambda: run.api(reviewer), lambda: run.api(security))
    scanner = (Sqlmap(command, url, folder, *(level or ["1"])) if kind == "sqlmap"
               else Wapiti(command, url, folder))
    control = scanner.control()
    scanned.Scanned.seen.clear()
    findings, tests = scanner.api()
    seen = scanned.Scanned.seen
    statuses = ", ".join(f"{status}: {count}" for status, count in sorted(seen.items()))
    faults = list(findings)
    if not control:
        faults.append("it does not even find the holes of the control")
    if not tests or seen.total() < 100:
        faults.append("it hardly sent anything")
    if any(status >= 500 for status in seen):
        faults.append("an answer was 5xx")
    print(f"statuses: {statuses}", *faults, sep="\n")
    print(f"{seen.total()} requests, {len(findings)} findings;"
          f" {len(control)} in the control, which has some")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
