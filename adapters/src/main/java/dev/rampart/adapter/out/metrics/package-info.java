/** Writes metrics as lines in CloudWatch's embedded metric format. */
@NullMarked
package dev.rampart.adapter.out.metrics;

import org.jspecify.annotations.NullMarked;
