/** Lambda's event source mappings from queues to functions. */
@NullMarked
package dev.rampart.local.events.mapping;

import org.jspecify.annotations.NullMarked;
