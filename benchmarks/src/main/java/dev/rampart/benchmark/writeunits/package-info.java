/** Counts what the states of detection cost in DynamoDB, by the local tables. */
@NullMarked
package dev.rampart.benchmark.writeunits;

import org.jspecify.annotations.NullMarked;
