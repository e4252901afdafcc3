/** Keeps what could not be handled in queues. */
@NullMarked
package dev.rampart.adapter.out.sqs;

import org.jspecify.annotations.NullMarked;
