package dev.rampart.local.check;

import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.rule.PostureRule;

/** A place where a rule does not hold and no waiver excuses it. */
public record Violation(PostureRule rule, Place place) {}
