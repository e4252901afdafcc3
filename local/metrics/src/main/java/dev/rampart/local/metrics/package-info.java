/**
 * The stand-in for CloudWatch metrics. {@code MetricStore metrics = new MetricStore(clock)} takes
 * the lines that functions print; {@code new CloudWatchJson(metrics)} and {@code new
 * CloudWatchQuery(metrics)} answer {@code aws cloudwatch}, in the protocols of its newer and its
 * older clients.
 */
@NullMarked
package dev.rampart.local.metrics;

import org.jspecify.annotations.NullMarked;
