"""The cases: named sequences of requests, the same on every run. Each uses keys of its own."""

import itertools
import random

TABLE = "Things"
ALL_TYPES = {
    "t": {"S": "hello"}, "u": {"S": "world"}, "n": {"N": "5"}, "m": {"N": "-2.5"},
    "b": {"B": b"bytes"}, "yes": {"BOOL": True}, "nil": {"NULL": True},
    "ss": {"SS": ["a", "b"]}, "ns": {"NS": ["1", "2", "3"]}, "bs": {"BS": [b"x", b"y"]},
    "li": {"L": [{"N": "1"}, {"S": "two"}, {"L": [{"N": "3"}]}]},
    "mp": {"M": {"k": {"S": "v"}, "in": {"M": {"x": {"N": "7"}}}}},
}
VALUES = {
    ":n": {"N": "5"}, ":big": {"N": "900"}, ":neg": {"N": "-2.5"}, ":t": {"S": "hello"},
    ":he": {"S": "he"}, ":z": {"S": "zzz"}, ":b": {"B": b"bytes"}, ":by": {"B": b"by"},
    ":yes": {"BOOL": True}, ":nil": {"NULL": True}, ":ss": {"SS": ["b", "c"]},
    ":ns": {"NS": ["3", "4"]}, ":bs": {"BS": [b"y", b"z"]}, ":li": {"L": [{"N": "9"}]},
    ":mp": {"M": {"k": {"S": "v"}}}, ":a": {"S": "a"}, ":one": {"N": "1"}, ":S": {"S": "S"},
    ":N": {"S": "N"}, ":L": {"S": "L"},
}
PATHS = ["t", "u", "n", "m", "b", "yes", "nil", "ss", "ns", "bs", "li", "mp", "gone",
         "li[0]", "li[1]", "li[2][0]", "li[9]", "mp.k", "mp.#in.x", "mp.gone"]
NAMES = {"#in": "in"}


def things_table():
    key = lambda h, r=None: [{"AttributeName": h, "KeyType": "HASH"}] + (
        [{"AttributeName": r, "KeyType": "RANGE"}] if r else [])
    return dict(
        TableName=TABLE, BillingMode="PAY_PER_REQUEST", KeySchema=key("pk", "sk"),
        AttributeDefinitions=[
            {"AttributeName": a, "AttributeType": t}
            for a, t in [("pk", "S"), ("sk", "S"), ("at", "N"), ("g", "S")]],
        LocalSecondaryIndexes=[
            {"IndexName": "ByAt", "KeySchema": key("pk", "at"),
             "Projection": {"ProjectionType": "KEYS_ONLY"}}],
        GlobalSecondaryIndexes=[
            {"IndexName": "ByG", "KeySchema": key("g", "at"),
             "Projection": {"ProjectionType": "ALL"}}])


def used(expressions, values):
    """Returns only the placeholders that the expressions use: unused ones are an error."""
    text = " ".join(expressions) + " "
    tokens = set()
    for start in ":#":
        for piece in text.split(start)[1:]:
            name = ""
            for c in piece:
                if not (c.isalnum() or c == "_"):
                    break
                name += c
            tokens.add(start + name)
    return {k: v for k, v in values.items() if k in tokens}


def with_placeholders(request, *parameters):
    expressions = [request[p] for p in parameters if p in request]
    values, names = used(expressions, VALUES), used(expressions, NAMES)
    if values:
        request["ExpressionAttributeValues"] = values
    if names:
        request["ExpressionAttributeNames"] = names
    return request


class Cases:
    def __init__(self):
        self.cases = []
        self.random = random.Random(20261124)

    def add(self, family, requests):
        number = sum(1 for name, _ in self.cases if name.startswith(family + "/"))
        name = f"{family}/{number:03d}"
        self.cases.append((name, requests(f"case#{name}")))

    def key(self, pk, sk="s"):
        return {"pk": {"S": pk}, "sk": {"S": sk}}

    def put(self, pk, attributes=None, sk="s", **more):
        item = {**self.key(pk, sk), **(ALL_TYPES if attributes is None else attributes)}
        return ("put_item", dict(TableName=TABLE, Item=item, **more))

    def get(self, pk, sk="s", **more):
        return ("get_item", dict(TableName=TABLE, Key=self.key(pk, sk), ConsistentRead=True, **more))


def conditions(c):
    r = c.random
    paths, values = PATHS, [v for v in VALUES if v not in (":S", ":N", ":L")]

    def atom():
        kind = r.randrange(9)
        p, v = r.choice(paths), r.choice(values)
        if kind <= 3:
            return f"{p} {r.choice(['=', '<>', '<', '<=', '>', '>='])} {v}"
        if kind == 4:
            low, high = r.choice([(":n", ":big"), (":he", ":t"), (":neg", ":n")])
            return f"{p} BETWEEN {low} AND {high}"
        if kind == 5:
            return f"{p} IN ({v}, {r.choice(values)})"
        if kind == 6:
            return r.choice([f"attribute_exists({p})", f"attribute_not_exists({p})",
                             f"attribute_type({p}, {r.choice([':S', ':N', ':L'])})"])
        if kind == 7:
            return f"begins_with({p}, {r.choice([':he', ':by', ':z'])})"
        return r.choice([f"contains({p}, {v})", f"size({p}) {r.choice(['<', '>', '='])} :n"])

    def expression(depth):
        kind = r.randrange(4) if depth else 0
        if kind == 0:
            return atom()
        if kind == 1:
            return f"NOT ({expression(0)})"
        return f"({expression(depth - 1)}) {r.choice(['AND', 'OR'])} {expression(0)}"

    for i in range(220):
        text = expression(0 if i < 140 else 2)
        c.add("condition", lambda pk: [
            c.put(pk),
            ("update_item", with_placeholders(
                dict(TableName=TABLE, Key=c.key(pk), UpdateExpression="SET hit = :one",
                     ConditionExpression=text, ReturnValues="UPDATED_NEW"),
                "UpdateExpression", "ConditionExpression"))])


def updates(c):
    r = c.random
    targets = ["n", "t", "gone", "li[0]", "li[1]", "li[7]", "mp.k", "mp.fresh", "mp.#in.x",
               "ss", "ns", "gone.x", "t.x", "n[0]"]
    operands = ["n", "m", "li[0]", "mp.#in.x", ":n", ":neg", ":one", "gone", "t",
                "if_not_exists(gone, :n)", "if_not_exists(n, :one)", "if_not_exists(mp.z, :t)"]

    def set_value():
        kind = r.randrange(5)
        if kind == 0:
            return r.choice(operands)
        if kind <= 2:
            return f"{r.choice(operands)} {r.choice('+-')} {r.choice(operands)}"
        if kind == 3:
            return r.choice(["list_append(li, :li)", "list_append(:li, li)", "list_append(li, n)",
                             "list_append(if_not_exists(gone, :li), :li)"])
        return r.choice(list(VALUES))

    def update():
        free = targets[:]
        r.shuffle(free)
        sections = []
        for kind in r.sample(["SET", "REMOVE", "ADD", "DELETE"], r.choice([1, 1, 1, 2])):
            target = free.pop()
            if kind == "SET":
                sections.append(f"SET {target} = {set_value()}")
            elif kind == "REMOVE":
                sections.append(f"REMOVE {target}")
            elif kind == "ADD":
                sections.append(f"ADD {target} {r.choice([':n', ':neg', ':ss', ':ns'])}")
            else:
                sections.append(f"DELETE {target} {r.choice([':ss', ':ns', ':bs'])}")
        return " ".join(sections)

    for _ in range(200):
        text, returns = update(), r.choice(["ALL_NEW", "UPDATED_NEW", "UPDATED_OLD", "ALL_OLD"])
        c.add("update", lambda pk: [
            c.put(pk),
            ("update_item", with_placeholders(
                dict(TableName=TABLE, Key=c.key(pk), UpdateExpression=text, ReturnValues=returns),
                "UpdateExpression")),
            c.get(pk)])
    for text in ["SET a = :n", "ADD a :n", "ADD a :ss", "REMOVE a", "DELETE a :ss",
                 "SET a = if_not_exists(a, :n) + :one", "SET a = n", "SET a = :mp, z = :li"]:
        c.add("upsert", lambda pk: [
            ("update_item", with_placeholders(
                dict(TableName=TABLE, Key=c.key(pk), UpdateExpression=text,
                     ReturnValues="ALL_NEW"), "UpdateExpression")),
            c.get(pk)])


def projections(c):
    for _ in range(30):
        paths = c.random.sample(PATHS, c.random.choice([1, 2, 3]))
        heads = {p.split(".")[0].split("[")[0] for p in paths}
        if len(heads) == len(paths):
            c.add("projection", lambda pk: [
                c.put(pk),
                c.get(pk, **with_placeholders(
                    dict(ProjectionExpression=", ".join(paths)), "ProjectionExpression"))])


def queries(c):
    r = c.random
    conditions = ["", " AND sk = :s", " AND sk < :s", " AND sk <= :s", " AND sk > :s",
                  " AND sk >= :s", " AND begins_with(sk, :p)", " AND sk BETWEEN :p AND :s"]
    for i, text in enumerate(itertools.chain(conditions, r.choices(conditions, k=40))):
        def requests(pk):
            items = [c.put(pk, {"at": {"N": str(100 - 7 * j % 50)}, "g": {"S": pk},
                                "v": {"N": str(j)}}, sk=f"s{j}") for j in range(6)]
            request = dict(
                TableName=TABLE, KeyConditionExpression="pk = :pk" + text,
                ExpressionAttributeValues={":pk": {"S": pk}}, ConsistentRead=True)
            if ":s" in text:
                request["ExpressionAttributeValues"][":s"] = {"S": "s3"}
            if ":p" in text:
                request["ExpressionAttributeValues"][":p"] = {"S": "s"}
            if i >= len(conditions):
                request["ScanIndexForward"] = r.choice([True, False])
                if r.random() < 0.5:
                    request["Limit"] = r.choice([1, 2, 5])
                if r.random() < 0.4:
                    request["ExclusiveStartKey"] = c.key(pk, f"s{r.randrange(6)}")
                if r.random() < 0.3:
                    request["FilterExpression"] = "v > :v"
                    request["ExpressionAttributeValues"][":v"] = {"N": "2"}
                if r.random() < 0.2:
                    request["Select"] = "COUNT"
            return items + [("query", request)]
        c.add("query", requests)
    index_conditions = ["", " AND #at = :at", " AND #at < :at", " AND #at >= :at",
                        " AND #at BETWEEN :low AND :at"]
    for index, hash_key in (("ByAt", "pk"), ("ByG", "g")):
        for text, forward, limit in itertools.product(index_conditions, (True, False), (None, 2)):
            def requests(pk):
                items = [c.put(pk, {"at": {"N": str(10 * j)}, "g": {"S": pk}, "v": {"N": str(j)}},
                               sk=f"s{9 - j}") for j in range(5)]
                values = {":h": {"S": pk}}
                if ":at" in text:
                    values[":at"] = {"N": "20"}
                if ":low" in text:
                    values[":low"] = {"N": "5"}
                request = dict(
                    TableName=TABLE, IndexName=index, ScanIndexForward=forward,
                    KeyConditionExpression=f"{hash_key} = :h" + text,
                    ExpressionAttributeValues=values)
                if "#at" in text:
                    request["ExpressionAttributeNames"] = {"#at": "at"}
                if limit:
                    request["Limit"] = limit
                return items + [("query", request)]
            c.add(f"index-{index}", requests)


def numbers(c):
    texts = ["0", "-0", "1.50", "+7", ".5", "5.", "1e3", "1E+3", "12e-2", "-0.000", "00012",
             "9" * 38, "9" * 39, "1" + "0" * 50, "0." + "0" * 50 + "1", "1E125", "1E126",
             "1E-130", "1E-131", "-9.99E125", "", " ", "abc", "1 2", "0x1", "NaN", "Infinity",
             "1e", "--1", "1_000", "123456789.123456789123456789123456789"]
    for text in texts:
        c.add("number", lambda pk: [c.put(pk, {"v": {"N": text}}), c.get(pk)])
    for a, b in [("0.1", "0.2"), ("9" * 38, "1"), ("1E125", "9E125"), ("1E30", "1E-9"),
                 ("-5", "5"), ("1.5", "-0.50")]:
        c.add("arithmetic", lambda pk: [
            c.put(pk, {"v": {"N": a}}),
            ("update_item", dict(TableName=TABLE, Key=c.key(pk), UpdateExpression="ADD v :v",
                                 ExpressionAttributeValues={":v": {"N": b}},
                                 ReturnValues="ALL_NEW"))])


def broken(c):
    """Requests that are refused, or should be."""
    values = {":v": {"N": "1"}}
    put = lambda item, **more: ("put_item", dict(TableName=TABLE, Item=item, **more))
    key = {"pk": {"S": "broken"}, "sk": {"S": "s"}}
    update = lambda text, v=values, **more: ("update_item", dict(
        TableName=TABLE, Key=key, UpdateExpression=text,
        **(dict(ExpressionAttributeValues=v) if v else {}), **more))
    condition = lambda text, v=values, **more: put(
        key, ConditionExpression=text, **(dict(ExpressionAttributeValues=v) if v else {}), **more)
    query = lambda text, v=None, **more: ("query", dict(
        TableName=TABLE, KeyConditionExpression=text,
        ExpressionAttributeValues=v or {":p": {"S": "p"}, ":s": {"S": "s"}}, **more))
    requests = [
        put({"pk": {"S": "p"}}), put({"sk": {"S": "s"}}), put({}),
        put({"pk": {"N": "1"}, "sk": {"S": "s"}}), put({"pk": {"S": ""}, "sk": {"S": "s"}}),
        put({**key, "at": {"S": "text"}}), put({**key, "g": {"N": "1"}}), put({**key, "g": {"S": ""}}),
        put({**key, "x": {"SS": []}}), put({**key, "x": {"SS": ["a", "a"]}}),
        put({**key, "x": {"NS": ["1", "1.0"]}}), put({**key, "x": {"NS": ["1", "z"]}}),
        put({**key, "x": {"NULL": False}}), put({**key, "x": {}}),
        put({**key, "x": {"S": "a", "N": "1"}}),
        put({**key, "x": {"S": "x" * 410_000}}),
        put({"pk": {"S": "x" * 2049}, "sk": {"S": "s"}}),
        put({"pk": {"S": "p"}, "sk": {"S": "x" * 1025}}),
        put(key, ReturnValues="ALL_NEW"), put(key, ReturnValues="SOME"),
        put(key, ReturnConsumedCapacity="MANY"),
        put(key, ExpressionAttributeValues=values), put(key, ExpressionAttributeNames={"#a": "a"}),
        put(key, ConditionExpression="attribute_exists(pk)", ExpressionAttributeValues={}),
        condition(""), condition("a = "), condition("a == :v"), condition("a = :v AND"),
        condition("a = :missing"), condition("#a = :v"), condition("a = :v", {**values, ":w": {"N": "1"}}),
        condition("a = :v", ExpressionAttributeNames={"#u": "u"}), condition("a = :v)"),
        condition("((a = :v))"), condition("size = :v"), condition("foo(a, :v)"), condition("size(a)", None),
        condition("a"), condition("a = a", None), condition("attribute_exists(:v)"),
        condition("begins_with(a, :v)"), condition("contains(a)", None), condition("attribute_type(a, :v)"),
        condition("a BETWEEN :v AND :w", {":v": {"N": "2"}, ":w": {"N": "1"}}),
        condition("a BETWEEN :v AND :w", {":v": {"N": "2"}, ":w": {"S": "1"}}),
        condition("contains(a, :v) = :v"), condition("a IN ()", None), condition("NOT", None),
        update(""), update("SET"), update("SET a"), update("SET a = "), update("SET a = :v,"),
        update("SET a = :v SET b = :v"), update("SET a = :v REMOVE a"), update("SET a = :v, a.b = :v"),
        update("SET a.b = :v, a[0] = :v"), update("SET pk = :v"), update("REMOVE sk", None),
        update("ADD a :v", {":v": {"S": "x"}}), update("DELETE a :v"), update("SET a = size(a)", None),
        update("SET a = list_append(a, :v)"), update("SET a = if_not_exists(:v, :v)"),
        update("SET a = :v + :w", {":v": {"N": "1"}, ":w": {"S": "x"}}), update("SET a = :v * :v"),
        update("SET status = :v"), update("SET a = :missing"), update("SET #a = :v"),
        update("SET a = gone", None), update("SET a = gone + :v"), update("SET gone.x = :v"),
        update("INSERT a = :v"), update("SET a = :v", {":v": {"SS": ["a", "a"]}}),
        update("SET a = :v", {":v": {"N": "abc"}}), update("SET at = :v", {":v": {"S": "x"}}),
        update("SET a = :v", ReturnValues="NEW"),
        ("get_item", dict(TableName=TABLE, Key={"pk": {"S": "p"}})),
        ("get_item", dict(TableName=TABLE, Key={"pk": {"S": "p"}, "sk": {"N": "1"}})),
        ("get_item", dict(TableName=TABLE, Key={**key, "x": {"S": "y"}})),
        ("get_item", dict(TableName=TABLE, Key={"pk": {"S": ""}, "sk": {"S": "s"}})),
        ("get_item", dict(TableName="Nowhere", Key=key)),
        ("get_item", dict(TableName=TABLE, Key=key, ProjectionExpression="a, a")),
        ("get_item", dict(TableName=TABLE, Key=key, ProjectionExpression="a, a.b")),
        ("get_item", dict(TableName=TABLE, Key=key, ProjectionExpression="")),
        ("get_item", dict(TableName=TABLE, Key=key, ProjectionExpression="a,")),
        ("get_item", dict(TableName=TABLE, Key=key, ProjectionExpression="name")),
        ("delete_item", dict(TableName=TABLE, Key={"pk": {"S": "p"}})),
        ("delete_item", dict(TableName=TABLE, Key=key, ReturnValues="ALL_NEW")),
        ("delete_item", dict(TableName=TABLE, Key=key, ConditionExpression="attribute_exists(pk)")),
        query("sk = :s", {":s": {"S": "s"}}), query("pk > :p", {":p": {"S": "p"}}),
        query("pk = :p AND a = :s"), query("pk = :p OR sk = :s"), query("pk = :p AND sk <> :s"),
        query("pk = :p AND contains(sk, :s)"), query("pk = :p", {":p": {"N": "1"}}),
        query("pk = :p AND pk = :s"), query("pk = :p", {":p": {"S": "p"}}, IndexName="None"),
        query("g = :p", {":p": {"S": "p"}}, IndexName="ByG", ConsistentRead=True),
        query("pk = :p", {":p": {"S": "p"}}, Limit=0), query("pk = :p", {":p": {"S": "p"}}, Limit=-1),
        query("pk = :p", {":p": {"S": "p"}}, Select="SPECIFIC_ATTRIBUTES"),
        query("pk = :p", {":p": {"S": "p"}}, Select="ALL_PROJECTED_ATTRIBUTES"),
        query("pk = :p", {":p": {"S": "p"}}, Select="COUNT", ProjectionExpression="a"),
        query("pk = :p", {":p": {"S": "p"}, ":s": {"S": "s"}}, FilterExpression="sk = :s"),
        query("pk = :p", {":p": {"S": "p"}}, ExclusiveStartKey={"pk": {"S": "p"}}),
        query("pk = :p", {":p": {"S": "p"}}, ExclusiveStartKey={"pk": {"S": "q"}, "sk": {"S": "s"}}),
        ("query", dict(TableName=TABLE)),
        ("scan", dict(TableName=TABLE, Segment=1)), ("scan", dict(TableName=TABLE, TotalSegments=2)),
        ("scan", dict(TableName=TABLE, Segment=2, TotalSegments=2)),
        ("batch_get_item", dict(RequestItems={})),
        ("batch_get_item", dict(RequestItems={TABLE: {"Keys": [key, key]}})),
        ("batch_get_item", dict(RequestItems={TABLE: {"Keys": []}})),
        ("batch_get_item", dict(RequestItems={"Nowhere": {"Keys": [key]}})),
        ("batch_get_item", dict(RequestItems={TABLE: {"Keys": [
            {"pk": {"S": "p"}, "sk": {"S": str(i)}} for i in range(101)]}})),
        ("batch_write_item", dict(RequestItems={})),
        ("batch_write_item", dict(RequestItems={TABLE: [{}]})),
        ("batch_write_item", dict(RequestItems={TABLE: [
            {"PutRequest": {"Item": key}}, {"DeleteRequest": {"Key": key}}]})),
        ("batch_write_item", dict(RequestItems={TABLE: [
            {"PutRequest": {"Item": {"pk": {"S": "p"}, "sk": {"S": str(i)}}}} for i in range(26)]})),
        ("batch_write_item", dict(RequestItems={TABLE: [{"PutRequest": {"Item": {"pk": {"S": "p"}}}}]})),
        ("batch_write_item", dict(RequestItems={"Nowhere": [{"PutRequest": {"Item": key}}]})),
        ("transact_write_items", dict(TransactItems=[])),
        ("transact_write_items", dict(TransactItems=[{}])),
        ("transact_write_items", dict(TransactItems=[
            {"Put": {"TableName": TABLE, "Item": key}}, {"Delete": {"TableName": TABLE, "Key": key}}])),
        ("transact_write_items", dict(TransactItems=[{"Put": {"TableName": "Nowhere", "Item": key}}])),
        ("transact_write_items", dict(TransactItems=[{"ConditionCheck": {"TableName": TABLE, "Key": key}}])),
        ("transact_write_items", dict(TransactItems=[
            {"Put": {"TableName": TABLE, "Item": {"pk": {"S": "p"}}}}])),
        ("transact_get_items", dict(TransactItems=[])),
        ("transact_get_items", dict(TransactItems=[{"Get": {"TableName": "Nowhere", "Key": key}}])),
        ("describe_table", dict(TableName="Nowhere")), ("delete_table", dict(TableName="Nowhere")),
        ("create_table", things_table()),
        ("create_table", dict(things_table(), TableName="ab")),
        ("create_table", dict(things_table(), TableName="a b c")),
        ("create_table", dict(things_table(), TableName="Other", KeySchema=[])),
        ("create_table", dict(things_table(), TableName="Other", BillingMode="FREE")),
        ("create_table", dict(TableName="Other", BillingMode="PAY_PER_REQUEST",
                              KeySchema=[{"AttributeName": "pk", "KeyType": "RANGE"}],
                              AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}])),
        ("create_table", dict(TableName="Other", BillingMode="PAY_PER_REQUEST",
                              KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
                              AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}])),
        ("create_table", dict(TableName="Other", BillingMode="PAY_PER_REQUEST",
                              KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
                              AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"},
                                                    {"AttributeName": "x", "AttributeType": "S"}])),
        ("update_time_to_live", dict(TableName="Nowhere", TimeToLiveSpecification={
            "AttributeName": "x", "Enabled": True})),
        ("update_time_to_live", dict(TableName=TABLE, TimeToLiveSpecification={
            "AttributeName": "x", "Enabled": False})),
    ]
    for request in requests:
        c.add("broken", lambda pk: [request])


def several(c):
    """Batches and transactions that work, or fail as a whole."""
    one = {":one": {"N": "1"}}

    def write(pk, kinds):
        items = []
        for i, kind in enumerate(kinds):
            key = c.key(pk, f"s{i}")
            items.append({
                "put": {"Put": {"TableName": TABLE, "Item": {**key, "v": {"N": "1"}}}},
                "new": {"Put": {"TableName": TABLE, "Item": key,
                                "ConditionExpression": "attribute_not_exists(pk)",
                                "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}},
                "add": {"Update": {"TableName": TABLE, "Key": key, "UpdateExpression": "ADD v :one",
                                   "ExpressionAttributeValues": one}},
                "delete": {"Delete": {"TableName": TABLE, "Key": key}},
                "check": {"ConditionCheck": {"TableName": TABLE, "Key": key,
                                             "ConditionExpression": "attribute_exists(pk)"}},
            }[kind])
        return ("transact_write_items", dict(TransactItems=items))

    kinds = ["put", "new", "add", "delete", "check"]
    for first, second in itertools.product(kinds, kinds):
        c.add("transaction", lambda pk: [
            c.put(pk, {"v": {"N": "5"}}, sk="s0"), write(pk, [first, second]),
            c.get(pk, "s0"), c.get(pk, "s1")])
    for count in (1, 3, 25):
        c.add("batch", lambda pk: [
            ("batch_write_item", dict(RequestItems={TABLE: [
                {"PutRequest": {"Item": c.key(pk, f"s{i}")}} for i in range(count)]})),
            ("batch_get_item", dict(RequestItems={TABLE: {
                "Keys": [c.key(pk, f"s{i}") for i in range(count + 2)]}})),
            ("batch_write_item", dict(RequestItems={TABLE: [
                {"DeleteRequest": {"Key": c.key(pk, "s0")}}]})),
            ("query", dict(TableName=TABLE, KeyConditionExpression="pk = :p",
                           ExpressionAttributeValues={":p": {"S": pk}})),
            ("transact_get_items", dict(TransactItems=[
                {"Get": {"TableName": TABLE, "Key": c.key(pk, f"s{i}")}} for i in (0, 1)]))])
    for returns in ("NONE", "ALL_OLD"):
        c.add("delete", lambda pk: [
            c.put(pk), ("delete_item", dict(TableName=TABLE, Key=c.key(pk), ReturnValues=returns)),
            ("delete_item", dict(TableName=TABLE, Key=c.key(pk), ReturnValues=returns)), c.get(pk)])
        c.add("put", lambda pk: [
            c.put(pk), c.put(pk, {"v": {"N": "1"}}, ReturnValues=returns), c.get(pk)])


def all_cases():
    cases = Cases()
    for family in (conditions, updates, projections, queries, numbers, broken, several):
        family(cases)
    return cases.cases
