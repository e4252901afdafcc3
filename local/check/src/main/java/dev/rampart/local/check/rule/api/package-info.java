/** Rules of the API: its stage, its logs, its refusals, who may call what, and how often. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.check.rule.api;
