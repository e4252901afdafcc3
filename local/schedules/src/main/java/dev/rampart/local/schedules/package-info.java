/**
 * The stand-in for EventBridge Scheduler. {@code ScheduleReader} reads the schedules of a template;
 * {@code Schedules} invokes their functions by the clock of the run, and keeps in dead-letter
 * queues what the functions do not take.
 */
@NullMarked
package dev.rampart.local.schedules;

import org.jspecify.annotations.NullMarked;
