/** The rules of composite alarms. */
@NullMarked
package dev.rampart.local.alarm.rule;

import org.jspecify.annotations.NullMarked;
