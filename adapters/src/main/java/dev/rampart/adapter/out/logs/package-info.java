/** Searches CloudWatch Logs. */
@NullMarked
package dev.rampart.adapter.out.logs;

import org.jspecify.annotations.NullMarked;
