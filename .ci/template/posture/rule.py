"""What a rule is, and how a template is judged by it."""

RULES = {}
REASON_CHARS_MIN = 20
NEVER_WAIVED = frozenset(
    "API-07 API-12 API-27 API-29 API-37 FN-14 FN-20 FN-21 IAM-02 IAM-04 IAM-05 IAM-06 IAM-09"
    " COG-12 COG-13 COG-16 WAF-12 WAF-13 WAF-16 DDB-02 DDB-04 DDB-08 EVB-03 SQS-05 SQS-06"
    " SNS-04 SNS-06 KMS-02 LOG-04 TPL-02 TPL-03".split()
)


def rule(id_):
    """Registers a function that yields (place, holds) for everything it looks at."""

    def register(function):
        if id_ in RULES:
            raise ValueError(f"{id_} is there twice")
        RULES[id_] = function
        return function

    return register


def waived(id_, place, waivers):
    """The waiver that excuses this place, or None."""
    for key in (f"{id_}@{place}", id_):
        if key in waivers and id_ not in NEVER_WAIVED:
            return key
    return None


def judge(id_, stack):
    """The findings of one rule: places where it does not hold and is not waived.

    A rule that looked at nothing has proven nothing, so that is a finding too.
    """
    looked = list(RULES[id_](stack))
    if not looked:
        return ["nothing to check was found"]
    return [
        place
        for place, holds in looked
        if not holds and waived(id_, place, stack.waivers) is None
    ]
