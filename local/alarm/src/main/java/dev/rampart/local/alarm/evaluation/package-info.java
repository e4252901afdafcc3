/** How the state of a metric alarm follows from its data points. */
@NullMarked
package dev.rampart.local.alarm.evaluation;

import org.jspecify.annotations.NullMarked;
