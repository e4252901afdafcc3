/**
 * The stand-in for CloudWatch's alarms. {@code AlarmReader} reads those of a template; {@code new
 * Alarms(plan, metrics, …)} evaluates them whenever {@code evaluate(now)} is called, tells {@code
 * AlarmActions} what is to be done, and answers the operations about alarms.
 */
@NullMarked
package dev.rampart.local.alarm;

import org.jspecify.annotations.NullMarked;
