/** Reads metrics and alarms of CloudWatch. */
@NullMarked
package dev.rampart.adapter.out.cloudwatch;

import org.jspecify.annotations.NullMarked;
