"""The translated template holds every rule of the infrastructure standard."""

import all_rules
import pytest
from rule import NEVER_WAIVED, REASON_CHARS_MIN, RULES, judge, waived


@pytest.mark.parametrize("id_", all_rules.ALL)
def test_the_template_holds(id_, stack):
    assert judge(id_, stack) == []


def test_every_rule_of_the_standard_is_there():
    for family, count in all_rules.EXPECTED.items():
        wanted = {f"{family}-{n:02d}" for n in range(1, count + 1)} - set(all_rules.BY_LINTER)
        assert wanted == {id_ for id_ in RULES if id_.startswith(family + "-")}


def test_every_waiver_gives_a_reason(stack):
    assert stack.waivers
    for key, reason in stack.waivers.items():
        assert len(reason) >= REASON_CHARS_MIN, key


def test_no_waiver_excuses_what_must_never_be(stack):
    assert {key.partition("@")[0] for key in stack.waivers}.isdisjoint(NEVER_WAIVED)


def test_no_waiver_is_left_over(stack):
    """Each of our own excuses something that its rule really finds; others are a scanner's."""
    used = {
        waived(id_, place, stack.waivers)
        for id_, rule in RULES.items()
        for place, holds in rule(stack)
        if not holds
    }
    ours = {key for key in stack.waivers if key.partition("@")[0] in RULES}
    assert ours == used - {None}
