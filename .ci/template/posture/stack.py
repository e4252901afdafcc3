"""A translated template, as the rules see it."""

import re

PSEUDO = {
    "AWS::Partition": "aws",
    "AWS::Region": "eu-west-1",
    "AWS::AccountId": "<account>",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::StackName": "<stack>",
}
VARIABLE = re.compile(r"\$\{([A-Za-z0-9.:]+)\}")
METHODS = ("get", "post", "patch", "put", "delete", "options", "head", "x-amazon-apigateway-any-method")


class Resource:
    """One resource: its logical id and what it says."""

    def __init__(self, name, body):
        self.name = name
        self.body = body
        self.type = body["Type"]
        self.properties = body.get("Properties", {})

    def get(self, path, default=None):
        """The property at a path such as ``SSESpecification.SSEType``."""
        value = self.properties
        for step in path.split("."):
            if not isinstance(value, dict) or step not in value:
                return default
            value = value[step]
        return value


class Stack:
    """The whole template; every text of it can be asked for with its functions resolved."""

    def __init__(self, template, source):
        self.template = template
        self.source = source
        self.resources = {
            name: Resource(name, body) for name, body in template["Resources"].items()
        }
        self.parameters = template.get("Parameters", {})
        self.waivers = template.get("Metadata", {}).get("StandardWaivers", {})

    def of(self, *types):
        return [r for r in self.resources.values() if r.type in types]

    def named(self, name):
        return self.resources[name]

    def text(self, value):
        """A value as text: a parameter is its default, a resource ``<Name>``, an attribute ``<Name.Attr>``."""
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return str(value).lower()
        if not isinstance(value, dict) or len(value) != 1:
            return str(value)
        ((function, argument),) = value.items()
        if function == "Ref":
            return self.reference(argument)
        if function == "Fn::GetAtt":
            return self.reference(argument if isinstance(argument, str) else ".".join(argument))
        if function == "Fn::Sub":
            pattern, extra = argument if isinstance(argument, list) else (argument, {})
            return VARIABLE.sub(
                lambda m: self.text(extra[m[1]]) if m[1] in extra else self.reference(m[1]), pattern
            )
        if function == "Fn::Join":
            return argument[0].join(self.text(part) for part in argument[1])
        if function == "Fn::If":
            return self.text(argument[1])
        return str(value)

    def reference(self, name):
        if name in PSEUDO:
            return PSEUDO[name]
        if name in self.parameters:
            return str(self.parameters[name].get("Default", f"<{name}>"))
        return f"<{name}>"

    def target(self, value):
        """The resource that a value points at, or None."""
        named = re.findall(r"<([A-Za-z0-9]+)(?:\.[A-Za-z0-9]+)?>", self.text(value))
        return next((self.resources[name] for name in named if name in self.resources), None)

    def waits_for(self, resource):
        """The names of all resources that are made before this one."""
        seen, open_ends = set(), [resource.name]
        while open_ends:
            body = self.resources[open_ends.pop()].body
            for name in names_in(body) | as_set(body.get("DependsOn")):
                if name in self.resources and name not in seen:
                    seen.add(name)
                    open_ends.append(name)
        return seen

    def api(self):
        (api,) = self.of("AWS::ApiGateway::RestApi")
        return api

    def stage(self):
        (stage,) = self.of("AWS::ApiGateway::Stage")
        return stage

    def operations(self):
        """Every method of the API as (place, path, method, operation)."""
        return [
            (f"{method.upper()} {path}", path, method, operation)
            for path, item in self.api().get("Body", {}).get("paths", {}).items()
            for method, operation in item.items()
            if method in METHODS
        ]

    def calls(self):
        """The operations without preflights."""
        return [row for row in self.operations() if row[2] != "options"]

    def scopes(self, operation):
        return [
            scope
            for requirement in operation.get("security", [])
            for name, scopes in requirement.items()
            if name in self.authorizers()
            for scope in scopes
        ]

    def authorizers(self):
        """The names of the security schemes that are Cognito authorizers of a pool of the template."""
        schemes = self.api().get("Body.components.securitySchemes", {})
        return {
            name
            for name, scheme in schemes.items()
            if scheme.get("x-amazon-apigateway-authtype") == "cognito_user_pools"
            and any(
                (pool := self.target(arn)) is not None and pool.type == "AWS::Cognito::UserPool"
                for arn in scheme.get("x-amazon-apigateway-authorizer", {}).get("providerARNs", [])
            )
        }

    def functions(self):
        return self.of("AWS::Lambda::Function")

    def alias_of(self, function):
        return [a for a in self.of("AWS::Lambda::Alias") if self.target(a.get("FunctionName")) is function]

    def asynchronous(self):
        """The functions that a service calls without waiting: here those that logs call."""
        called = []
        for filter_ in self.of("AWS::Logs::SubscriptionFilter"):
            alias = self.target(filter_.get("DestinationArn"))
            function = self.target(alias.get("FunctionName")) if alias else None
            if function is not None and function not in called:
                called.append(function)
        return called

    def function_roles(self):
        return [(f, self.target(f.get("Role"))) for f in self.functions()]

    def roles(self):
        """The roles of functions, each once."""
        return list({id(r): r for _, r in self.function_roles() if r is not None}.values())

    def statements(self, role):
        """The statements of a role as (place, statement)."""
        return [
            (f"{role.name}.{s.get('Sid', i)}", s)
            for policy in role.get("Policies", [])
            for i, s in enumerate(as_list(policy["PolicyDocument"]["Statement"]))
        ]

    def role_statements(self):
        return [row for role in self.roles() for row in self.statements(role)]

    def policy_statements(self, *types):
        """The statements of resource policies of these types as (resource, statement)."""
        rows = []
        for resource in self.of(*types):
            for key in ("PolicyDocument", "KeyPolicy", "ResourcePolicy"):
                document = resource.get(key)
                if isinstance(document, dict) and "Statement" in document:
                    rows += [(resource, s) for s in as_list(document["Statement"])]
            if resource.type == "AWS::Events::EventBusPolicy":
                rows += [(resource, s) for s in as_list(resource.get("Statement", []))]
        return rows


def as_list(value):
    return value if isinstance(value, list) else [value]


def as_set(value):
    return set(as_list(value)) if value else set()


def names_in(value):
    """Every logical id that a value refers to."""
    if isinstance(value, list):
        return set().union(*map(names_in, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    found = set()
    for key, inner in value.items():
        if key == "Ref":
            found.add(inner)
        elif key == "Fn::GetAtt":
            found.add((inner if isinstance(inner, str) else inner[0]).split(".")[0])
        elif key == "Fn::Sub":
            pattern, extra = inner if isinstance(inner, list) else (inner, {})
            found |= {name.split(".")[0] for name in VARIABLE.findall(pattern)} | names_in(extra)
        elif key != "DependsOn":
            found |= names_in(inner)
    return found


def actions(statement):
    return as_list(statement.get("Action", []))


def principals(statement):
    """The principals of a statement as texts, without intrinsic functions."""
    principal = statement.get("Principal", [])
    if isinstance(principal, dict):
        return [p for value in principal.values() for p in as_list(value)]
    return as_list(principal)


def services(statement, stack):
    principal = statement.get("Principal", {})
    if not isinstance(principal, dict):
        return []
    return [stack.text(p) for p in as_list(principal.get("Service", []))]


def conditions(statement):
    """The condition keys of a statement, in lower case, each with what it asks for."""
    return {
        key.lower(): value
        for operator in statement.get("Condition", {}).values()
        for key, value in operator.items()
    }


def walk(value, path=()):
    """Every leaf of a value with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from walk(inner, (*path, i))
    else:
        yield path, value
