/** The stand-in for CloudWatch metrics: reads embedded metric lines back. */
@NullMarked
package dev.rampart.local.metrics;

import org.jspecify.annotations.NullMarked;
