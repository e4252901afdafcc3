/**
 * The pattern language of CloudWatch Logs: {@code FilterPattern.parse("{ $.status = \"4*\" }")}
 * says of a log line whether a subscription or a search takes it. The forms and their limits are
 * those of the page "Filter pattern syntax for metric filters, subscription filters, filter log
 * events, and Live Tail" of the CloudWatch Logs user guide.
 */
@NullMarked
package dev.rampart.local.logs.pattern;

import org.jspecify.annotations.NullMarked;
