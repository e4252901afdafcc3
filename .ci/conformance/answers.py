#!/usr/bin/env python3
"""Counts what the API of one or more runs answered, by their access logs: nothing may be 5xx.

Nor may a function or the run itself have logged an error, or anything that is no line of JSON.

    answers.py FOLDER INSTANCE...

FOLDER has what each run wrote on its error stream, as NAME.err for NAME.instance. The last line is
the figure.
"""

import json
import pathlib
import sys
from collections import Counter


def lines(path):
    """Yields the lines of a log, of its file before as well."""
    for file in (path.with_name(path.name + ".1"), path):
        if file.exists():
            with open(file, encoding="utf-8", errors="replace") as log:
                yield from log


def main():
    folder, instances = pathlib.Path(sys.argv[1]), [pathlib.Path(name) for name in sys.argv[2:]]
    statuses, faults = Counter(), []
    for instance in instances:
        logs = {name: pathlib.Path(path) for name, path in
                json.loads(instance.read_text(encoding="utf-8"))["logs"].items()}
        for line in lines(logs["access"]):
            entry = json.loads(line)
            statuses[entry["status"]] += 1
            if entry["status"] >= "500":
                faults.append(f"{entry['status']}: {entry['httpMethod']} {entry['path']}"
                              f" {entry['requestId']} {entry['userAgent']}")
        for name in (name for name in logs if name.endswith("Function")):
            faults += [f"{name}: {line.strip()}" for line in lines(logs[name])
                       if '"level":"ERROR"' in line or not line.startswith("{")]
        faults += [line.strip() for line in lines(folder / f"{instance.stem}.err")
                   if line.startswith("SEVERE")]
    print("\n".join(faults[:100]))
    print(", ".join(f"{status}: {count}" for status, count in sorted(statuses.items())))
    print(f"{statuses.total()} answers, {len(faults)} of them 5xx or with an error in a log")
    return 1 if faults or not statuses else 0


if __name__ == "__main__":
    sys.exit(main())
