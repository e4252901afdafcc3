"""Compares our reading of the template with what SAM's translator makes of it.

    agree.py READING.json      what Reading.java wrote

Our rules judge a reading of their own (docs/adr/0020-rules-and-generators-in-java.md). This says
where it differs from SAM's: a resource that only one of them has, another type, another value of a
property, references and all. Exit 1 if anything differs.
"""

import json
import logging
import re
import sys
from pathlib import Path

from resolve import PSEUDO, resolved
from translate import load, translated

# As the reading writes what only a deployment knows.
SYMBOLS = {
    **PSEUDO,
    "AWS::AccountId": "‹account›",
    "AWS::StackName": "‹stack›",
    "AWS::StackId": "arn:aws:cloudformation:eu-west-1:123456789012:stack/rampart/00000000-0000-0000-0000-000000000000",
}
FUNCTION = "AWS::Serverless::Function"
API = "AWS::Serverless::Api"
# What a SAM type is called afterwards.
TYPES = {FUNCTION: "AWS::Lambda::Function", API: "AWS::ApiGateway::RestApi"}
# Of these our reading has what makes them, not each property.
PARTIAL = {*TYPES.values(), "AWS::ApiGateway::Stage", "AWS::Lambda::Alias"}
# What SAM adds and our reading leaves where it is written, in the function or the API.
ADDED = {
    "AWS::ApiGateway::Deployment",
    "AWS::CodeDeploy::Application",
    "AWS::CodeDeploy::DeploymentGroup",
    "AWS::Lambda::EventInvokeConfig",
    "AWS::Lambda::Version",
}


def symbols(node):
    """References as the symbols of the reading, scalars as texts."""
    match node:
        case {"Ref": name}:
            return f"‹{name}›"
        case {"Fn::GetAtt": [name, attribute]}:
            return f"‹{name}.{attribute}›"
        case {"Fn::Sub": [text, variables]}:
            known = symbols(variables)
            return re.sub(r"\$\{([^}]+)\}", lambda m: known.get(m[1], f"‹{m[1]}›"), text)
        case {"Fn::Sub": text}:
            return re.sub(r"\$\{([^}]+)\}", r"‹\1›", text)
        case {"Fn::Join": [between, parts]}:
            return between.join(symbols(part) for part in parts)
        case {"Fn::Select": [index, {"Fn::Split": [between, text]}]}:
            return symbols(text).split(between)[int(index)]
        case dict():
            return {key: symbols(part) for key, part in node.items()}
        case list():
            return [symbols(part) for part in node]
        case bool():
            return str(node).lower()
    return str(node)


def differences(ours, theirs, place):
    """Where two trees differ."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(ours.keys() | theirs.keys()):
            if key not in ours or key not in theirs:
                yield f"{place}.{key} is only in {'our reading' if key in ours else 'that of SAM'}"
            else:
                yield from differences(ours[key], theirs[key], f"{place}.{key}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for number, pair in enumerate(zip(ours, theirs)):
            yield from differences(*pair, f"{place}[{number}]")
    elif ours != theirs:
        yield f"{place} is {ours!r} to us and {theirs!r} to SAM"


def compared(ours, theirs):
    """Where the two readings of all resources differ."""
    for name in sorted(ours.keys() | theirs.keys()):
        if name not in theirs:
            yield f"{name} is no resource to SAM"
        elif name not in ours:
            if theirs[name]["Type"] not in ADDED:
                yield f"SAM adds {name} ({theirs[name]['Type']}), which our rules do not see"
        else:
            yield from _resource(name, ours[name], theirs)


def _resource(name, ours, theirs):
    type_ = TYPES.get(ours["Type"], ours["Type"])
    if type_ != theirs[name]["Type"]:
        yield f"{name} is of type {ours['Type']} to us and {theirs[name]['Type']} to SAM"
        return
    written = symbols(ours["Properties"])
    parts = {FUNCTION: _function, API: _api, "AWS::Lambda::EventSourceMapping": _mapping}
    for part, properties in parts.get(ours["Type"], _itself)(name, written, theirs).items():
        if part not in theirs:
            yield f"SAM makes no {part}"
            continue
        sams = symbols(theirs[part].get("Properties", {}))
        if part != name or type_ in PARTIAL:
            sams = {key: value for key, value in sams.items() if key in properties}
        yield from differences(properties, sams, part)


# Each of the following says what SAM makes of one resource: the properties of it and of others.


def _itself(name, written, _theirs):
    return {name: written}


def _mapping(name, written, _theirs):
    written.get("DestinationConfig", {}).get("OnFailure", {}).pop("Type", None)
    return {name: written}


def _function(name, written, theirs):
    written.pop("CodeUri")
    written["TracingConfig"] = {"Mode": written.pop("Tracing")}
    alias = written.pop("AutoPublishAlias")
    written.pop("AutoPublishAliasAllProperties")
    version = next((n for n in theirs if re.fullmatch(f"{name}Version[0-9a-f]{{10}}", n)), None)
    preference = written.pop("DeploymentPreference")
    group = {"DeploymentConfigName": "CodeDeployDefault.Lambda" + preference["Type"]}
    if preference.get("Alarms"):
        alarms = [{"Name": alarm} for alarm in preference["Alarms"]]
        group["AlarmConfiguration"] = {"Alarms": alarms, "Enabled": "true"}
    made = {
        f"{name}Alias{alias}": {"FunctionVersion": f"‹{version}.Version›"},
        version or f"version of {name}": {"Description": written.pop("VersionDescription")},
        f"{name}DeploymentGroup": {"ServiceRoleArn": preference["Role"], **group},
    }
    if config := written.pop("EventInvokeConfig", None):
        config["DestinationConfig"]["OnFailure"].pop("Type")
        made[f"{name}EventInvokeConfig"] = {"Qualifier": alias, **config}
    return {name: written, **made}


def _api(name, written, _theirs):
    written.pop("AlwaysDeploy")
    written.pop("OpenApiVersion")
    written["Body"] = written.pop("DefinitionBody")
    written["EndpointConfiguration"] = {"Types": [written["EndpointConfiguration"]["Type"]]}
    of_stage = (
        "AccessLogSetting", "MethodSettings", "StageName", "Tags", "TracingEnabled", "Variables",
    )  # fmt: skip
    stage = {key: written.pop(key) for key in of_stage if key in written}
    if "Tags" in stage:
        stage["Tags"] = [{"Key": key, "Value": stage["Tags"][key]} for key in sorted(stage["Tags"])]
    return {name: written, f"{name}Stage": stage}


def main(path):
    logging.disable(logging.WARNING)
    source = load()
    readings = json.loads(Path(path).read_text(encoding="utf-8"))
    given = [{}, *source["Metadata"]["CheckedWith"]]
    if len(readings) != len(given):
        print(f"{len(readings)} readings of {len(given)} sets of parameters")
        return 1
    said = set()
    for parameters, ours in zip(given, readings):
        sams = resolved(translated(source, parameters), parameters, SYMBOLS)["Resources"]
        said.update(compared(ours, sams))
        print(f"{len(ours)} resources to us, {len(sams)} to SAM, with {parameters or 'defaults'}")
    for sentence in sorted(said):
        print(sentence)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
