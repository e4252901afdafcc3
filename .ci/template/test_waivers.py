"""When findings and waivers do not fit."""

import pytest

from waivers import Finding, Waiver, faults, load

FOUND = Finding("RULE", "Queue")
WAIVER = Waiver("RULE", "Queue", "it is a dead-letter queue itself")


def test_a_finding_with_its_waiver_is_no_fault():
    assert faults({FOUND}, set(), [WAIVER]) == []


def test_a_finding_that_is_left_is_a_fault():
    assert faults({FOUND}, {FOUND}, []) == ["RULE at Queue is not explained"]


def test_a_waiver_that_excuses_nothing_is_a_fault():
    [fault] = faults({FOUND}, set(), [WAIVER, WAIVER._replace(resource="Other")])
    assert fault == "the waiver of RULE at Other excuses nothing"


def test_a_waiver_is_for_one_rule_and_may_leave_out_a_hash():
    version = Waiver("RULE", "Version*", "SAM makes the name")
    assert version.excuses(Finding("RULE", "Version0a1b"))
    assert not version.excuses(Finding("OTHER", "Version0a1b"))
    assert not WAIVER.excuses(Finding("RULE", "QueueToo"))


def test_a_reason_that_says_nothing_is_refused(tmp_path):
    file = tmp_path / "waivers.yaml"
    file.write_text("tool: {RULE: {Queue: is fine}}")
    with pytest.raises(ValueError, match="RULE at Queue"):
        load("tool", file)
