/** Lambda's event source mapping from a queue to a function. */
@NullMarked
package dev.rampart.local.host.queue;

import org.jspecify.annotations.NullMarked;
