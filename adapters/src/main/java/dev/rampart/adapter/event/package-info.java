/** The shapes of events that one adapter writes and another reads, one type for each version. */
@NullMarked
package dev.rampart.adapter.event;

import org.jspecify.annotations.NullMarked;
