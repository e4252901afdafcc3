/** Consumes signals from the queue behind the event bus, a batch at a time. */
@NullMarked
package dev.rampart.adapter.in.queue;

import org.jspecify.annotations.NullMarked;
