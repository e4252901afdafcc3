/** How the system itself does: its logs, queues, functions and alarms. */
@NullMarked
package dev.rampart.domain.monitoring;

import org.jspecify.annotations.NullMarked;
