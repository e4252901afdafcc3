"""Replaces what is known before a deployment by its value: parameters, conditions and mappings.

What is left are references between resources; resources whose condition does not hold are gone.
A scanner that reads literals sees then what CloudFormation would.
"""

import re

PSEUDO = {
    "AWS::AccountId": "123456789012",
    "AWS::NotificationARNs": [],
    "AWS::Partition": "aws",
    "AWS::Region": "eu-west-1",
    "AWS::StackId": "arn:aws:cloudformation:eu-west-1:123456789012:stack/rampart/0",
    "AWS::StackName": "rampart",
    "AWS::URLSuffix": "amazonaws.com",
}
VARIABLE = re.compile(r"\$\{([^!}][^}]*)\}")
# What AWS::NoValue is: the property or the list's member is not there.
NO_VALUE = object()


def defaults(template):
    """What each parameter is when nobody says otherwise."""
    return {
        name: parameter["Default"]
        for name, parameter in template.get("Parameters", {}).items()
        if "Default" in parameter
    }


def resolved(template, given, pseudo=PSEUDO):
    """The template with values for some parameters and the defaults of the others."""
    resolver = _Resolver(template, {**pseudo, **defaults(template), **given})
    kept = {
        section: content
        for section, content in template.items()
        if section not in ("Parameters", "Mappings", "Conditions", "Resources", "Outputs")
    }
    kept["Resources"] = resolver.kept(template["Resources"])
    kept["Outputs"] = resolver.kept(template.get("Outputs", {}))
    for resource in kept["Resources"].values():
        _depend_on_what_is_there(resource, kept["Resources"])
    return kept


def _depend_on_what_is_there(resource, resources):
    on = resource.pop("DependsOn", [])
    there = [name for name in ([on] if isinstance(on, str) else on) if name in resources]
    if there:
        resource["DependsOn"] = there


class _Resolver:
    def __init__(self, template, values):
        self.values = values
        self.mappings = template.get("Mappings", {})
        self.conditions = template.get("Conditions", {})

    def kept(self, entries):
        """Entries of a section without those whose condition does not hold."""
        return {
            name: self.value({key: part for key, part in entry.items() if key != "Condition"})
            for name, entry in entries.items()
            if "Condition" not in entry or self.holds(self.conditions[entry["Condition"]])
        }

    def holds(self, condition):
        match condition:
            case {"Condition": name}:
                return self.holds(self.conditions[name])
            case {"Fn::Equals": [one, other]}:
                return str(self.value(one)) == str(self.value(other))
            case {"Fn::Not": [negated]}:
                return not self.holds(negated)
            case {"Fn::And": parts}:
                return all(self.holds(part) for part in parts)
            case {"Fn::Or": parts}:
                return any(self.holds(part) for part in parts)
        raise ValueError(f"no condition: {condition}")

    def value(self, node):
        match node:
            case {"Ref": "AWS::NoValue"}:
                return NO_VALUE
            case {"Ref": name}:
                return self.values.get(name, node)
            case {"Fn::If": [name, then, otherwise]}:
                return self.value(then if self.holds(self.conditions[name]) else otherwise)
            case {"Fn::FindInMap": [name, first, second]}:
                return self.mappings[self.value(name)][self.value(first)][self.value(second)]
            case {"Fn::Sub": [text, variables]}:
                return self.substituted(text, self.value(variables))
            case {"Fn::Sub": text}:
                return self.substituted(text, {})
            case dict():
                values = {key: self.value(part) for key, part in node.items()}
                return {key: part for key, part in values.items() if part is not NO_VALUE}
            case list():
                return [part for part in map(self.value, node) if part is not NO_VALUE]
        return node

    def substituted(self, text, variables):
        """The text, or again a call of Fn::Sub where resources are named."""
        known = {**self.values, **variables}
        open_ = {name: part for name, part in variables.items() if isinstance(part, (dict, list))}

        def put(match):
            name = match.group(1)
            return match.group(0) if name in open_ or name not in known else str(known[name])

        text = VARIABLE.sub(put, text)
        if not VARIABLE.search(text):
            return text.replace("${!", "${")
        return {"Fn::Sub": [text, open_] if open_ else text}
