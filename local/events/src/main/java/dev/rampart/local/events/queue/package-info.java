/** SQS: queues, their messages, and the operations on both. */
@NullMarked
package dev.rampart.local.events.queue;

import org.jspecify.annotations.NullMarked;
