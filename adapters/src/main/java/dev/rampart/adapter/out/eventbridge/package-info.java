/** Publishes signals, threats and submission events on the event bus. */
@NullMarked
package dev.rampart.adapter.out.eventbridge;

import org.jspecify.annotations.NullMarked;
