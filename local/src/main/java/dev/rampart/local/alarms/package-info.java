/** Derives the alarms and the dashboard of a template from its resources. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.alarms;
