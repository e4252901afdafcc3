/** How long the whole local system takes to answer. */
@NullMarked
package dev.rampart.benchmark.latency;

import org.jspecify.annotations.NullMarked;
