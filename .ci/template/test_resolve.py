"""What the resolved form of a template is."""

from resolve import resolved

TEMPLATE = {
    "Parameters": {"Size": {"Default": "small"}, "Mail": {"Default": ""}},
    "Mappings": {"Sizes": {"small": {"Rate": 5}, "large": {"Rate": 500}}},
    "Conditions": {
        "IsLarge": {"Fn::Equals": [{"Ref": "Size"}, "large"]},
        "HasMail": {"Fn::Not": [{"Fn::Equals": [{"Ref": "Mail"}, ""]}]},
        "Both": {"Fn::And": [{"Condition": "IsLarge"}, {"Condition": "HasMail"}]},
        "Either": {"Fn::Or": [{"Condition": "IsLarge"}, {"Condition": "HasMail"}]},
    },
    "Resources": {
        "Queue": {
            "Type": "Queue",
            "DependsOn": ["Mailbox", "Plain"],
            "Properties": {
                "Rate": {"Fn::FindInMap": ["Sizes", {"Ref": "Size"}, "Rate"]},
                "Both": {"Fn::If": ["Both", "yes", {"Ref": "AWS::NoValue"}]},
                "Either": {"Fn::If": ["Either", ["yes"], [{"Ref": "AWS::NoValue"}]]},
                "Name": {"Fn::Sub": "${AWS::Region}-${Size}-${!Kept}"},
                "Arn": {
                    "Fn::Sub": [
                        "${Size} ${Plain.Arn} ${x} ${y}",
                        {"x": {"Ref": "Size"}, "y": {"Ref": "Plain"}},
                    ]
                },
                "Other": {"Ref": "Plain"},
            },
        },
        "Mailbox": {"Type": "Mailbox", "Condition": "HasMail"},
        "Plain": {"Type": "Plain"},
    },
}


def queue(given):
    return resolved(TEMPLATE, given)["Resources"]["Queue"]


def test_the_defaults_take_the_place_of_parameters_and_mappings():
    properties = queue({})["Properties"]
    assert properties["Rate"] == 5
    assert properties["Name"] == "eu-west-1-small-${Kept}"


def test_a_given_value_goes_before_the_default():
    assert queue({"Size": "large"})["Properties"]["Rate"] == 500


def test_a_value_that_is_none_is_left_out():
    properties = queue({})["Properties"]
    assert "Both" not in properties
    assert properties["Either"] == []


def test_conditions_are_built_of_conditions():
    assert queue({"Size": "large"})["Properties"]["Either"] == ["yes"]
    assert "Both" not in queue({"Size": "large"})["Properties"]
    assert queue({"Size": "large", "Mail": "a@b.example"})["Properties"]["Both"] == "yes"


def test_references_between_resources_stay():
    properties = queue({})["Properties"]
    assert properties["Other"] == {"Ref": "Plain"}
    [text, variables] = properties["Arn"]["Fn::Sub"]
    assert text == "small ${Plain.Arn} small ${y}"
    assert variables == {"y": {"Ref": "Plain"}}


def test_a_resource_whose_condition_does_not_hold_is_gone_and_nobody_waits_for_it():
    assert "Mailbox" not in resolved(TEMPLATE, {})["Resources"]
    assert queue({})["DependsOn"] == ["Plain"]
    assert queue({"Mail": "a@b.example"})["DependsOn"] == ["Mailbox", "Plain"]
