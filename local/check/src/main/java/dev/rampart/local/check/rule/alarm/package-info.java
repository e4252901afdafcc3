/** Rules of what is watched: alarms, detectors and dashboards. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.check.rule.alarm;
