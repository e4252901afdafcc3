/** The shapes of events that more than one adapter reads or writes, one type per version. */
@NullMarked
package dev.rampart.adapter.event;

import org.jspecify.annotations.NullMarked;
