/** Runs recorded logs and signals through the detection engine, offline and on recorded time. */
@NullMarked
package dev.rampart.replay;

import org.jspecify.annotations.NullMarked;
