"""Every rule notices when the template is broken in what the rule holds."""

import all_rules
import pytest
from mutations import MUTATIONS
from rule import judge
from stack import Stack


@pytest.mark.parametrize(
    "id_, change", MUTATIONS, ids=[f"{id_}-{i}" for i, (id_, _) in enumerate(MUTATIONS)]
)
def test_a_broken_property_is_found(id_, change, template, source):
    change(template)
    assert judge(id_, Stack(template, source)), f"{id_} did not notice"


def test_every_rule_is_broken_once():
    assert {id_ for id_, _ in MUTATIONS} == set(all_rules.ALL)


def test_event_auth_that_sam_would_drop_is_found(template, source):
    event = {"Type": "Api", "Properties": {"Path": "/v1/x", "Method": "get", "Auth": {}}}
    source["Resources"]["ApiFunction"]["Properties"]["Events"] = {"X": event}
    assert judge("API-38", Stack(template, source))


def test_auth_that_would_overwrite_public_operations_is_found(template, source):
    source["Resources"]["Api"]["Properties"]["Auth"] = {"DefaultAuthorizer": "cognito"}
    assert judge("API-38", Stack(template, source))


def test_a_rule_that_finds_nothing_to_check_fails(template, source):
    for name in [n for n, r in template["Resources"].items() if "Alarm" in r["Type"]]:
        del template["Resources"][name]
    assert judge("CW-03", Stack(template, source)) == ["nothing to check was found"]


def test_a_waiver_of_what_is_never_waived_has_no_effect(template, source):
    template["Metadata"]["StandardWaivers"]["API-07"] = "because someone found it useful once"
    template["Resources"]["ApiStage"]["Properties"]["MethodSettings"][0]["DataTraceEnabled"] = True
    assert judge("API-07", Stack(template, source))
