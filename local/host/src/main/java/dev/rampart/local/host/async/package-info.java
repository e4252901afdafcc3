/** Events that are handed to functions without waiting for the end of it, as Lambda queues them. */
@NullMarked
package dev.rampart.local.host.async;

import org.jspecify.annotations.NullMarked;
