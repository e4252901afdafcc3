"""The scanners: how each is run, where it reads waivers, and what its report says.

Each function takes the folder of tools, a folder of templates, a folder to work in and the waivers,
and returns what the scanner finds without waivers and what is left with them: two sets of (file
without ending, Finding).
"""

import json
import platform
import re
import shutil
import subprocess
from pathlib import Path

from waivers import Finding


def cfn_lint(tools, templates, work, waivers):
    found = _cfn_lint(tools, templates)
    if not waivers:
        return found, found
    waived = work / "waived"
    _rewrite(
        templates,
        waived,
        waivers,
        lambda resource, rules: _member(resource, "cfn-lint", "config").update(
            ignore_checks=[waiver.rule for waiver in rules]
        ),
    )
    return found, _cfn_lint(tools, waived)


def _cfn_lint(tools, templates):
    report = _json([tools / "lint/bin/cfn-lint", "--format", "json", *sorted(templates.iterdir())])
    found = set()
    for match in report:
        path = [str(step) for step in match["Location"]["Path"] or []]
        place = path[1] if path[:1] == ["Resources"] and path[1:] else "/".join(path[:2])
        found.add((_form(match["Filename"]), Finding(match["Rule"]["Id"], place)))
    return found


def checkov(tools, templates, work, waivers):
    """It reads waivers in the resource, and does not look there at all: so it runs over both."""
    waived = work / "waived"
    _rewrite(
        templates,
        waived,
        waivers,
        lambda resource, rules: _member(resource, "checkov").update(
            skip=[{"id": waiver.rule, "comment": waiver.reason} for waiver in rules]
        ),
    )
    files = [*sorted(templates.iterdir()), *sorted(waived.iterdir())]
    command = [tools / "checkov/bin/checkov", "--framework", "cloudformation", "--soft-fail"]
    report = _json([*command, "--output", "json", "--file", *files])
    if report["summary"]["parsing_errors"]:
        raise RuntimeError("checkov could not read every template")
    found, left = set(), set()
    for check in report["results"]["failed_checks"]:
        finding = Finding(check["check_id"], check["resource"].rsplit(".", 1)[-1])
        side = left if str(waived) in check["file_abs_path"] else found
        side.add((_form(check["file_abs_path"]), finding))
    return found, left


def cdk_nag(tools, templates, work, waivers):
    """What is acknowledged is in its report as well, apart."""
    shutil.copy(Path(__file__).with_name("nag.js"), tools / "node")
    concrete = {
        (waiver.rule, name): waiver.reason
        for file in templates.iterdir()
        for name in json.loads(file.read_text())["Resources"]
        for waiver in waivers
        if waiver.excuses(Finding(waiver.rule, name))
    }
    listed = work / "waivers.json"
    listed.write_text(
        json.dumps(
            [
                {"rule": rule, "resource": resource, "reason": reason}
                for (rule, resource), reason in concrete.items()
            ]
        )
    )
    _run(["node", tools / "node/nag.js", templates, listed, work / "nag"])
    report = json.loads((work / "nag/validation-report.json").read_text())
    left = _nag(report, "violations")
    return left | _nag(report, "suppressedViolations"), left


def _nag(report, kind):
    found = set()
    for plugin in report["pluginReports"]:
        for violation in plugin.get(kind, []):
            for construct in violation["violatingConstructs"]:
                form, _, resource = construct["constructPath"].split("/")[:3]
                found.add((form, Finding(violation["ruleName"], resource.split(" ")[0])))
    return found


def cfn_guard(tools, templates, work, waivers):
    """Its rules of Control Tower read no waivers: what they report is compared here."""
    package = tools / "node/node_modules/@cdklabs/cdk-validator-cfnguard"
    [engine] = package.glob(f"bin/{_platform()}/cfn-guard")
    # A rule on another type would say that it does not apply; leaving it out saves a minute.
    types = {
        resource["Type"]
        for file in templates.iterdir()
        for resource in json.loads(file.read_text())["Resources"].values()
    }
    rules = [
        option
        for file in sorted(package.glob("rules/control-tower/cfn-guard/**/*.guard"))
        if any(f'"{type_}"' in file.read_text() for type_ in types)
        for option in ("--rules", file)
    ]
    command = [engine, "validate", *rules, "--data", templates, "--output-format", "json"]
    found = set()
    for result in _json([*command, "--show-summary", "none", "--structured"]):
        for rule in result["not_compliant"]:
            text = json.dumps(rule)
            [id_] = set(re.findall(r"\[(CT\.[A-Z0-9.]+)\]", text))
            places = set(re.findall(r'"path": "/Resources/(\w+)', text))
            found |= {(_form(result["name"]), Finding(id_, place)) for place in places}
    left = {(form, f) for form, f in found if not any(waiver.excuses(f) for waiver in waivers)}
    return found, left


def _platform():
    system = {"Linux": "ubuntu", "Darwin": "macos"}[platform.system()]
    return f"{system}/{platform.machine().replace('arm64', 'aarch64')}"


def _rewrite(templates, folder, waivers, put):
    """Copies the templates; calls put with each resource that has waivers, and with these."""
    folder.mkdir()
    for file in templates.iterdir():
        template = json.loads(file.read_text())
        for name, resource in template["Resources"].items():
            mine = [w for w in waivers if w.excuses(Finding(w.rule, name))]
            if mine:
                put(resource, mine)
        (folder / file.name).write_text(json.dumps(template, indent=1))


def _member(resource, *names):
    node = resource.setdefault("Metadata", {})
    for name in names:
        node = node.setdefault(name, {})
    return node


def _form(path):
    return re.sub(r"\.json$", "", str(path).rsplit("/", 1)[-1])


def _json(command):
    return json.loads(_run(command))


def _run(command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if not done.stdout and done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout
