"""What the comparison of two readings notices."""

import pytest

from agree import compared

OURS = {
    "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"Age": 5, "Key": "‹Key.Arn›"}},
    "Key": {"Type": "AWS::KMS::Key", "Properties": {}},
}
SAMS = {
    "Queue": {
        "Type": "AWS::SQS::Queue",
        "Properties": {"Age": "5", "Key": {"Fn::GetAtt": ["Key", "Arn"]}},
    },
    "Key": {"Type": "AWS::KMS::Key"},
}
ROLE = {"Type": "AWS::IAM::Role"}


def test_the_same_in_another_notation_is_no_difference():
    assert list(compared(OURS, SAMS)) == []


@pytest.mark.parametrize(
    "sams, said",
    [
        ({**SAMS, "Role": ROLE}, "SAM adds Role (AWS::IAM::Role), which our rules do not see"),
        ({"Queue": SAMS["Queue"]}, "Key is no resource to SAM"),
        ({**SAMS, "Key": ROLE}, "Key is of type AWS::KMS::Key to us and AWS::IAM::Role to SAM"),
        (
            {**SAMS, "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"Age": 5}}},
            "Queue.Key is only in our reading",
        ),
        (
            {**SAMS, "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"Age": 5, "Key": "x"}}},
            "Queue.Key is '‹Key.Arn›' to us and 'x' to SAM",
        ),
    ],
)
def test_a_difference_is_said(sams, said):
    assert list(compared(OURS, sams)) == [said]
