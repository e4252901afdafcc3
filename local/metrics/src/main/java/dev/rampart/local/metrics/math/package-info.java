/**
 * CloudWatch's metric math. {@code QuerySet.of(queries)} reads expressions, refuses what it cannot
 * evaluate, and evaluates them on the periods of a grid.
 */
@NullMarked
package dev.rampart.local.metrics.math;

import org.jspecify.annotations.NullMarked;
