/**
 * The stand-in for CloudWatch Logs. {@code new LogGroups(settings, clock)} takes the lines of the
 * other parts of a run by the name of their group; {@code new LogsService(groups, …)} answers
 * {@code aws logs tail}; {@code Subscription.start(…)} hands the lines that a filter pattern takes
 * to a function, as AWS packs them.
 */
@NullMarked
package dev.rampart.local.logs;

import org.jspecify.annotations.NullMarked;
